import type * as Y from "yjs";
import type { z } from "zod";
import { reportWords } from "../report/words.ts";
import type { Column } from "../schema/parts.ts";
import type { matrixAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { type Cell, cellText, isTextColumn, readValue } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { readPoint } from "./points.ts";
import { ratedParts } from "./rated-parts.ts";
import { hasEntries } from "./rows.ts";
import { mapAt, setKey, textAt } from "./y-types.ts";

/**
 * Fixed rows with the same columns each.
 *
 * Stored: `doc.getMap(name)`: `<row>.<column>` → value for choice, scale, date and yes-partly-no; text and person
 * cells are `doc.getText(<block>/[<item>.]<row>.<column>)`, top-level so that they exist for everyone from the start.
 */
type Definition = BlockOf<"matrix">;

export type MatrixAnswer = z.infer<typeof matrixAnswerSchema>;

export const matrixBlock: BlockType<"matrix", Definition, MatrixAnswer> = {
	type: "matrix",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		const cell = (row: string, column: Column): Cell =>
			isTextColumn(column)
				? textAt(doc, nameOf(block.id, item, row, column.id))
				: readValue(column, map?.get(`${row}.${column.id}`));
		return {
			rows: block.rows.map(({ id }) => ({
				id,
				cells: Object.fromEntries(block.columns.map((column) => [column.id, cell(id, column)])),
			})),
		};
	},
	isEmpty: (answer) => !hasEntries(answer.rows),
	rated(block, answer) {
		const given = new Map(answer.rows.map((row) => [row.id, row.cells]));
		return ratedParts(block).map((one) => {
			const [row = "", column = ""] = one.part.split(".");
			return { ...one, value: readPoint(one.scale, given.get(row)?.[column]) };
		});
	},
	rate(doc, block, item, part, value) {
		const [row = "", column = ""] = part.split(".");
		setMatrixCell(doc, block, item, row, column, value);
	},
	report(block, answer, language) {
		if (!hasEntries(answer.rows)) return [];
		const given = new Map(answer.rows.map((row) => [row.id, row.cells]));
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: [reportWords[language].row, ...block.columns.map((column) => column.label[language])],
				rows: block.rows.map((row) => [
					row.label[language],
					...block.columns.map((column) => cellText(column, given.get(row.id)?.[column.id], language)),
				]),
			},
		];
	},
};

/** Sets a cell that is no text; null empties it. */
export function setMatrixCell(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	rowId: string,
	columnId: string,
	value: Cell,
): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), `${rowId}.${columnId}`, value));
}

/** The text of a text or person cell. */
export function matrixText(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	rowId: string,
	columnId: string,
): Y.Text {
	return doc.getText(nameOf(block.id, item, rowId, columnId));
}
