import { Fragment, useId } from "react";
import type { Row } from "../../../worksheets/blocks/rows.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { useSheet } from "../sheet-context.tsx";
import { CellField } from "./cell-field.tsx";
import { type RowsView, useTexts } from "./rows.tsx";

/** Rows as cards, each field with its name above it. */
export function RowCards(view: RowsView) {
	const { rows, removedAt, removedNote } = view;
	return (
		<ol className="sheet-cards">
			{rows.map((row, index) => (
				<Fragment key={row.id}>
					{removedAt === index && <li className="sheet-cards__note">{removedNote}</li>}
					<Card view={view} row={row} index={index} />
				</Fragment>
			))}
			{removedAt !== null && removedAt >= rows.length && <li className="sheet-cards__note">{removedNote}</li>}
		</ol>
	);
}

function Card({ view, row, index }: { view: RowsView; row: Row; index: number }) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	const id = useId();
	const texts = useTexts(view, row.id);
	return (
		<li data-row={row.id} className="sheet-card">
			<fieldset>
				<legend>{words.rowOf(view.rowName, index + 1)}</legend>
				<div className="sheet-card__fields">
					{view.columns.map((column) => (
						<div key={column.id} className="sheet-field">
							<label htmlFor={`${id}-${column.id}`}>{column.label[language]}</label>
							<CellField
								id={`${id}-${column.id}`}
								column={column}
								value={row.cells[column.id] ?? null}
								text={texts.get(column.id) ?? null}
								onChange={(value) => view.onSet(row.id, column.id, value)}
							/>
						</div>
					))}
				</div>
				{writable && (
					<Button
						variant="tertiary"
						icon="trash"
						aria-label={words.removeRow(view.rowName, index + 1)}
						onClick={() => view.onRemove(row.id, index)}
					>
						{words.removeShort}
					</Button>
				)}
			</fieldset>
		</li>
	);
}
