import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { LATER_COLUMNS } from "../../../worksheets/blocks/action-columns.ts";
import { type Cell, type Cells, isTextColumn } from "../../../worksheets/blocks/cells.ts";
import type { Row } from "../../../worksheets/blocks/rows.ts";
import { addRow, cellTexts, removeRow, restoreRow, setCell, type WithRows } from "../../../worksheets/blocks/table.ts";
import type { Column } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { randomId } from "../random-id.ts";
import { useSheet } from "../sheet-context.tsx";
import { RowCards } from "./row-cards.tsx";
import { RowTable } from "./row-table.tsx";

interface RowsProps {
	block: WithRows;
	item: string | undefined;
	rows: readonly Row[];
	columns: readonly Column[];
	rowName: string;
	maxRows: number;
	labelledBy: string;
	cards?: CardOptions | undefined;
}

/** What cards show beyond their fields. */
interface CardOptions {
	/** Columns kept in a fold. */
	folded: readonly string[];
	/** What a new row starts with: nobody has filled that in. */
	preset: Readonly<Cells>;
	/** What stands in a row's card above its fields. */
	noteOf: (rowId: string) => ReactNode;
	/** Gives a row a text that it lacks because it was made before there was that column. */
	onMissingText: (rowId: string, columnId: string) => void;
}

/** A row of which a narrow screen shows only the head until it is opened. */
export interface RowFold {
	isOpen: boolean;
	button: ReactNode;
}

/** What a table and a list of cards need to show and change rows. */
export interface RowsView {
	rows: readonly Row[];
	columns: readonly Column[];
	rowName: string;
	/** What a row is called at its head; its number where this is absent. */
	nameOf?: ((row: Row) => string) | undefined;
	foldOf?: ((row: Row) => RowFold) | undefined;
	labelledBy: string;
	/** Where a row was just taken away: shown in its place, with the way back. */
	removedAt: number | null;
	removedNote: ReactNode;
	onSet: (rowId: string, columnId: string, value: Cell) => void;
	onRemove: (rowId: string, index: number) => void;
	textsOf: (rowId: string) => TextsOfRow;
	cards?: CardOptions | undefined;
}

/** The shared texts of a row's text cells by column. */
export type TextsOfRow = ReadonlyMap<string, ReturnType<typeof cellTexts>>;

/** More columns than this are read better as cards than in a table that has to be pushed sideways. */
const WIDEST_TABLE = 5;

/** Rows that people add and take away, as a table or, where there are many columns, as cards. */
export function Rows(props: RowsProps) {
	const words = useMessages().sheet;
	const { container, view, add } = useRows(props);
	const { rows, columns } = props;
	return (
		<div ref={container} className="sheet-rows">
			{rows.length === 0 && view.removedAt === null && <p className="sheet-muted">{words.noRows}</p>}
			{columns.length > WIDEST_TABLE ? <RowCards {...view} /> : <RowTable {...view} />}
			<AddRow {...props} onAdd={() => add()} />
		</div>
	);
}

/** The button that adds a row; where no more fit, why it is not there. */
export function AddRow({
	rows,
	rowName,
	maxRows,
	onAdd,
}: Pick<RowsProps, "rows" | "rowName" | "maxRows"> & { onAdd: () => void }) {
	const words = useMessages().sheet;
	const { writable } = useSheet();
	if (rows.length >= maxRows) return <p className="sheet-muted">{words.fullTable(maxRows)}</p>;
	if (!writable) return null;
	return (
		<Button icon="plus" onClick={onAdd}>
			{words.addRow(rowName)}
		</Button>
	);
}

/** What changes rows, and puts the focus where the hand expects it then: within `container`. */
export function useRows({ block, item, rows, columns, rowName, labelledBy, cards }: Omit<RowsProps, "maxRows">) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const { doc } = useSheet().sheet;
	const [removed, setRemoved] = useState<{ id: string; index: number } | null>(null);
	const container = useRef<HTMLDivElement>(null);
	const focusRow = useFocusOnRow(container, rows);

	const gone = removed !== null && !rows.some((row) => row.id === removed.id) ? removed : null;
	/** The new row's id; null when the table is full. */
	const add = (preset?: Cells): string | null => {
		const id = randomId();
		if (!addRow(doc, block, item, id, preset)) return null;
		focusRow(id);
		return id;
	};
	const remove = (rowId: string, index: number) => {
		removeRow(doc, block, item, rowId);
		setRemoved({ id: rowId, index });
		announce(words.removed(rowName));
	};
	const restore = () => {
		if (gone !== null && restoreRow(doc, block, item, gone.id)) {
			focusRow(gone.id);
			announce(words.restored(rowName));
		}
		setRemoved(null);
	};
	const view: RowsView = {
		rows,
		columns,
		rowName,
		labelledBy,
		removedAt: gone?.index ?? null,
		removedNote: gone !== null && <RemovedNote key={gone.id} rowName={rowName} onUndo={restore} />,
		onSet: (rowId, columnId, value) => setCell(doc, block, item, rowId, columnId, value),
		onRemove: remove,
		textsOf: (rowId) =>
			new Map(columns.filter(isTextColumn).map(({ id }) => [id, cellTexts(doc, block, item, rowId, id)])),
		cards,
	};
	return { container, view, add };
}

/**
 * The texts of one row; looked up again only when it has got one that it lacked, since they stay the same for as long
 * as the row exists.
 */
export function useTexts({ textsOf }: RowsView, { id, cells }: Row): TextsOfRow {
	const lookUp = useRef(textsOf);
	lookUp.current = textsOf;
	const has = Object.keys(cells).length;
	const later = LATER_COLUMNS.map((column) => cells[column]).join("\n");
	// biome-ignore lint/correctness/useExhaustiveDependencies: another number of cells is another set of texts, and so may be what comes later
	return useMemo(() => lookUp.current(id), [id, has, later]);
}

function RemovedNote({ rowName, onUndo }: { rowName: string; onUndo: () => void }) {
	const words = useMessages().sheet;
	const button = useRef<HTMLButtonElement>(null);
	// The button that was pressed went with its row.
	useEffect(() => button.current?.focus(), []);
	return (
		<p className="sheet-removed">
			{words.removed(rowName)}{" "}
			<Button ref={button} variant="tertiary" onClick={onUndo}>
				{words.undoRemove}
			</Button>
		</p>
	);
}

/** Puts the focus into a row once it is there. */
function useFocusOnRow(container: RefObject<HTMLElement>, rows: readonly Row[]): (rowId: string) => void {
	const wanted = useRef<string | null>(null);
	useEffect(() => {
		if (wanted.current === null || !rows.some((row) => row.id === wanted.current)) return;
		const row = container.current?.querySelector(`[data-row="${CSS.escape(wanted.current)}"]`);
		row?.querySelector<HTMLElement>("input, textarea, select")?.focus();
		wanted.current = null;
	}, [container, rows]);
	return (rowId) => {
		wanted.current = rowId;
	};
}
