import type * as Y from "yjs";
import type { z } from "zod";
import type { Column } from "../schema/parts.ts";
import { ACTION_COLUMNS, MOST_ACTIONS, NEW_ACTION } from "./action-columns.ts";
import { columnsOf } from "./actor-columns.ts";
import type { tableAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { type Cell, type Cells, cellText as textOfCell } from "./cells.ts";
import { MOST_OPTIONS, OPTION_COLUMN } from "./decision-options.ts";
import type { BlockOf } from "./definitions.ts";
import { type KeyedText, textsOf } from "./later-texts.ts";
import { hasEntries, insertRow, markRemoved, readRows, rowById, unmarkRemoved } from "./rows.ts";
import { arrayAt, setKey } from "./y-types.ts";

/**
 * A table whose rows people add themselves.
 *
 * Stored: `doc.getArray(name)` of rows as rows.ts describes them. The helpers below serve every block with such rows:
 * actions, whose columns are the same everywhere, actor maps, which have them in parts, and the options of a decision.
 */
type Definition = BlockOf<"table">;
export type WithRows = Definition | BlockOf<"actions"> | BlockOf<"actor-map"> | BlockOf<"decision">;

export type TableAnswer = z.infer<typeof tableAnswerSchema>;

export const tableBlock: BlockType<"table", Definition, TableAnswer> = {
	type: "table",
	read: (doc, block, item) => ({ rows: readRows(arrayAt(doc, nameOf(block.id, item)), block.columns) }),
	isEmpty: (answer) => !hasEntries(answer.rows),
	report(block, answer, language) {
		const rows = answer.rows.filter((row) => hasEntries([row]));
		if (rows.length === 0) return [];
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: block.columns.map((column) => column.label[language]),
				rows: rows.map((row) => block.columns.map((column) => textOfCell(column, row.cells[column.id], language))),
			},
		];
	},
};

/**
 * Adds a row, filled with `preset` where that is given. False, and nothing written, when the table is full. `rowId` is
 * a random one.
 */
export function addRow(
	doc: Y.Doc,
	block: WithRows,
	item: string | undefined,
	rowId: string,
	preset?: Readonly<Cells>,
): boolean {
	const shape = shapeOf(block);
	return doc.transact(() =>
		insertRow(doc.getArray(nameOf(block.id, item)), shape.columns, rowId, shape.maxRows, preset ?? shape.preset),
	);
}

function shapeOf(block: WithRows): { columns: readonly Column[]; maxRows: number; preset?: Readonly<Cells> } {
	switch (block.type) {
		case "actions":
			return { columns: ACTION_COLUMNS, maxRows: MOST_ACTIONS, preset: NEW_ACTION };
		case "table":
			return block;
		case "actor-map":
			return { columns: columnsOf(block), maxRows: block.maxRows };
		case "decision":
			return { columns: [OPTION_COLUMN], maxRows: MOST_OPTIONS };
	}
}

/** Takes a row out of sight; it can be restored until the next one is removed. */
export function removeRow(doc: Y.Doc, block: WithRows, item: string | undefined, rowId: string): void {
	doc.transact(() => markRemoved(doc.getArray(nameOf(block.id, item)), rowId));
}

/** False when the row is gone for good. */
export function restoreRow(doc: Y.Doc, block: WithRows, item: string | undefined, rowId: string): boolean {
	return doc.transact(() => unmarkRemoved(doc.getArray(nameOf(block.id, item)), rowId));
}

/** Sets a cell that is no text; null empties it. Does nothing when the row is gone. */
export function setCell(
	doc: Y.Doc,
	block: WithRows,
	item: string | undefined,
	rowId: string,
	columnId: string,
	value: Cell,
): void {
	doc.transact(() => {
		const row = rowById(doc.getArray(nameOf(block.id, item)), rowId);
		if (row !== null) setKey(row, columnId, value);
	});
}

/** The text of a text or person cell; null when the row is gone. */
export function cellText(
	doc: Y.Doc,
	block: WithRows,
	item: string | undefined,
	rowId: string,
	columnId: string,
): Y.Text | null {
	return cellTexts(doc, block, item, rowId, columnId)[0]?.text ?? null;
}

/** All texts of a text or person cell: more than one only where several people gave an older row its text at once. */
export function cellTexts(
	doc: Y.Doc,
	block: WithRows,
	item: string | undefined,
	rowId: string,
	columnId: string,
): KeyedText[] {
	const row = rowById(doc.getArray(nameOf(block.id, item)), rowId);
	return row === null ? [] : textsOf(row, columnId);
}
