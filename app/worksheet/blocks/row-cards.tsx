import { Fragment, useId, useRef } from "react";
import { isEmptyCell, isTextColumn } from "../../../worksheets/blocks/cells.ts";
import type { Row } from "../../../worksheets/blocks/rows.ts";
import type { Column } from "../../../worksheets/schema/parts.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useSheet } from "../sheet-context.tsx";
import { CellField } from "./cell-field.tsx";
import { type RowsView, type TextsOfRow, useTexts } from "./rows.tsx";

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
	const { writable } = useSheet();
	const texts = useTexts(view, row);
	const { cards } = view;
	const isFolded = ({ id }: Column) => cards?.folded.includes(id) === true;
	const shown = view.columns.filter((column) => !isFolded(column));
	const folded = view.columns.filter(isFolded);
	const isFilled = (id: string) => !isEmptyCell(row.cells[id]) && row.cells[id] !== cards?.preset[id];
	const filled = folded.filter(({ id }) => isFilled(id)).length;
	return (
		<li data-row={row.id} className="sheet-card">
			<fieldset>
				<legend>{words.rowOf(view.rowName, index + 1)}</legend>
				{cards?.noteOf(row.id)}
				<Fields view={view} row={row} columns={shown} texts={texts} />
				{folded.length > 0 && (
					<Disclosure summary={words.moreFields(filled)} onPaper>
						<Fields view={view} row={row} columns={folded} texts={texts} />
					</Disclosure>
				)}
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

interface FieldsProps {
	view: RowsView;
	row: Row;
	columns: readonly Column[];
	texts: TextsOfRow;
}

function Fields({ view, row, columns, texts }: FieldsProps) {
	const words = useMessages().sheet;
	const { language, writable } = useSheet();
	const id = useId();
	const { cards } = view;
	const started = useRef<string | null>(null);
	// The button that gave the row its text is gone with that: the hand goes on in the field.
	const takeFocus = (field: HTMLElement | null, column: string) => {
		if (field === null || started.current !== column) return;
		started.current = null;
		field.querySelector("textarea")?.focus();
	};
	return (
		<div className="sheet-card__fields">
			{columns.map((column) => {
				const label = column.label[language];
				if (isTextColumn(column) && row.cells[column.id] === undefined) {
					if (!writable || cards === undefined) return null;
					return (
						<div key={column.id} className="sheet-field">
							<Button
								onClick={() => {
									started.current = column.id;
									cards.onMissingText(row.id, column.id);
								}}
							>
								{words.addRow(label)}
							</Button>
						</div>
					);
				}
				const [first, ...others] = texts.get(column.id) ?? [];
				// Several where people started the same text at once: each keeps the field they write in.
				return [first ?? { key: column.id, text: null }, ...others].map(({ key, text }, index) => (
					<div key={key} className="sheet-field" ref={(field) => takeFocus(field, column.id)}>
						<label htmlFor={`${id}-${key}`}>{index === 0 ? label : words.rowOf(label, index + 1)}</label>
						<CellField
							id={`${id}-${key}`}
							column={column}
							value={row.cells[column.id] ?? null}
							text={text}
							onChange={(value) => view.onSet(row.id, column.id, value)}
						/>
					</div>
				));
			})}
		</div>
	);
}
