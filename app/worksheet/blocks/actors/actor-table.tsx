import { useId, useState } from "react";
import { actorName, withoutRatings } from "../../../../worksheets/blocks/actor-columns.ts";
import type { Cells } from "../../../../worksheets/blocks/cells.ts";
import type { BlockOf } from "../../../../worksheets/blocks/definitions.ts";
import type { Row } from "../../../../worksheets/blocks/rows.ts";
import type { Column } from "../../../../worksheets/schema/parts.ts";
import { useMessages } from "../../../i18n/provider.tsx";
import { Tabs, tabId } from "../../../ui/tabs.tsx";
import { useSheet } from "../../sheet-context.tsx";
import { RowTable } from "../row-table.tsx";
import { AddRow, useRows } from "../rows.tsx";
import { ActorExamples } from "./actor-examples.tsx";
import { useFolds } from "./use-folds.tsx";

interface ActorTableProps {
	block: BlockOf<"actor-map">;
	item: string | undefined;
	rows: readonly Row[];
	/** Without what is rated. */
	withheld: boolean;
	labelledBy: string;
}

/** The rows part by part: who they are first, then what is said about them. */
export function ActorTable({ block, item, rows, withheld, labelledBy }: ActorTableProps) {
	const { actors, sheet: words } = useMessages();
	const { language, writable } = useSheet();
	const panelId = useId();
	const parts = block.parts
		.map((part, index) => ({ ...part, columns: withheld ? withoutRatings(part, index) : part.columns }))
		.filter(({ columns }) => columns.length > 0);
	const first = parts[0];
	const [wanted, setWanted] = useState(first?.id);
	const part = parts.find(({ id }) => id === wanted) ?? first;
	const rowName = block.rowName[language];
	const columns: readonly Column[] = part?.columns ?? [];
	const { container, view, add } = useRows({ block, item, rows, columns, rowName, labelledBy });

	const folds = useFolds(block, rows);

	const addActor = (preset?: Cells) => {
		// A new row begins with its name.
		setWanted(first?.id);
		const added = add(preset);
		if (added !== null) folds.open(added);
	};
	const goTo = (partId: string) => {
		setWanted(partId);
		folds.look();
	};
	const isEmpty = rows.length === 0 && view.removedAt === null;
	const nameOf = part === first ? undefined : (row: Row) => actorName(block, row) || actors.unnamed;
	const tabs = parts.map(({ id, title }) => ({ id, label: title[language] }));
	return (
		<div ref={container} className="sheet-rows">
			{isEmpty ? (
				<>
					<p className="sheet-muted">{words.noRows}</p>
					{writable && <ActorExamples block={block} onTake={addActor} />}
				</>
			) : (
				<>
					{tabs.length > 1 && part !== undefined && (
						<Tabs label={actors.parts} tabs={tabs} current={part.id} onChange={goTo} panelId={panelId} />
					)}
					<div
						id={panelId}
						className="actors__part"
						{...(tabs.length > 1 && part !== undefined
							? { role: "tabpanel", "aria-labelledby": tabId(panelId, part.id) }
							: {})}
					>
						<RowTable key={part?.id} {...view} nameOf={nameOf} foldOf={folds.foldOf} />
					</div>
				</>
			)}
			<AddRow rows={rows} rowName={rowName} maxRows={block.maxRows} onAdd={() => addActor()} />
		</div>
	);
}
