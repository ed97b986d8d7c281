import { Fragment, type ReactNode, useId } from "react";
import type { Row } from "../../../worksheets/blocks/rows.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { useSheet } from "../sheet-context.tsx";
import { CellField } from "./cell-field.tsx";
import { type RowsView, useTexts } from "./rows.tsx";

/** Rows under column heads; on narrow screens the style sheet turns each row into a card. */
export function RowTable(view: RowsView) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	const id = useId();
	const { rows, columns, removedAt, removedNote, labelledBy } = view;
	if (rows.length === 0) return removedNote;
	const width = columns.length + 2;
	return (
		<ScrollRegion labelledBy={labelledBy}>
			<table className="sheet-table" aria-labelledby={labelledBy}>
				<thead>
					<tr>
						<th scope="col">
							{view.nameOf === undefined ? <VisuallyHidden>{view.rowName}</VisuallyHidden> : view.rowName}
						</th>
						{columns.map((column) => (
							<th key={column.id} scope="col" id={`${id}-${column.id}`}>
								{column.label[language]}
								{column.hint && <span className="sheet-muted"> {column.hint[language]}</span>}
							</th>
						))}
						{writable && (
							<th scope="col">
								<VisuallyHidden>{words.actionColumn}</VisuallyHidden>
							</th>
						)}
					</tr>
				</thead>
				<tbody>
					{rows.map((row, index) => (
						<Fragment key={row.id}>
							{removedAt === index && <NoteRow width={width}>{removedNote}</NoteRow>}
							<TableRow view={view} row={row} index={index} headId={id} />
						</Fragment>
					))}
					{removedAt !== null && removedAt >= rows.length && <NoteRow width={width}>{removedNote}</NoteRow>}
				</tbody>
			</table>
		</ScrollRegion>
	);
}

function NoteRow({ width, children }: { width: number; children: ReactNode }) {
	return (
		<tr>
			<td colSpan={width}>{children}</td>
		</tr>
	);
}

function TableRow({ view, row, index, headId }: { view: RowsView; row: Row; index: number; headId: string }) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	const texts = useTexts(view, row);
	const rowId = `${headId}-row-${index}`;
	const fold = view.foldOf?.(row);
	return (
		<tr data-row={row.id} data-fold={fold && (fold.isOpen ? "open" : "closed")}>
			<th scope="row" id={rowId}>
				{fold?.button}
				<span>
					{view.nameOf === undefined && <VisuallyHidden>{view.rowName} </VisuallyHidden>}
					{view.nameOf?.(row) ?? index + 1}
				</span>
			</th>
			{view.columns.map((column) => (
				<td key={column.id} data-label={column.label[language]}>
					<CellField
						column={column}
						value={row.cells[column.id] ?? null}
						text={texts.get(column.id)?.[0]?.text ?? null}
						onChange={(value) => view.onSet(row.id, column.id, value)}
						labelledBy={`${headId}-${column.id} ${rowId}`}
					/>
				</td>
			))}
			{writable && (
				<td>
					<Button variant="tertiary" icon="trash" iconOnly onClick={() => view.onRemove(row.id, index)}>
						{words.removeRow(view.rowName, index + 1)}
					</Button>
				</td>
			)}
		</tr>
	);
}
