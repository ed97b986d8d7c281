import type { Language } from "../contract/languages.ts";
import { ACTION_COLUMNS, NEW_ACTION } from "./action-columns.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { cellText } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { hasEntries, type Row, readRows } from "./rows.ts";
import type { TableAnswer } from "./table.ts";
import { arrayAt } from "./y-types.ts";

/**
 * The steps a group agrees on: who does what by when.
 *
 * Stored: `doc.getArray(name)` of rows as rows.ts describes them, with the columns of action-columns.ts: what, goal,
 * responsible, contributors, firstStep and resources are `Y.Text`; due and followUp `YYYY-MM-DD`; status open, begun,
 * done or dropped. table.ts has the helpers that write.
 */
type Definition = BlockOf<"actions">;

export const actionsBlock: BlockType<"actions", Definition, TableAnswer> = {
	type: "actions",
	read: (doc, block, item) => ({ rows: readRows(arrayAt(doc, nameOf(block.id, item)), ACTION_COLUMNS) }),
	isEmpty: (answer) => !answer.rows.some(isFilled),
	report(block, answer, language) {
		const rows = answer.rows.filter(isFilled);
		if (rows.length === 0) return [];
		return [
			{
				kind: "table",
				caption: block.label[language],
				head: PAPER.map(([main]) => columnLabel(main, language)),
				rows: rows.map((row) => PAPER.map(([main, below]) => paperCell(row, main, below, language))),
				share: [5, 4, 4, 3, 2],
			},
		];
	},
};

/** Nine columns do not fit a page: what belongs together shares one, the second line with its name in front. */
const PAPER: readonly (readonly [main: string, below?: string])[] = [
	["what", "goal"],
	["responsible", "contributors"],
	["firstStep", "resources"],
	["due", "followUp"],
	["status"],
];

/** A row that only has the status it started with says nothing yet. */
function isFilled(row: Row): boolean {
	const status = row.cells.status === NEW_ACTION.status ? null : (row.cells.status ?? null);
	return hasEntries([{ ...row, cells: { ...row.cells, status } }]);
}

function paperCell(row: Row, main: string, below: string | undefined, language: Language): string {
	const first = actionText(row, main, language);
	const second = below === undefined ? "" : actionText(row, below, language);
	if (below === undefined || second === "") return first;
	const labelled = `${columnLabel(below, language)}: ${second}`;
	return first === "" ? labelled : `${first}\n${labelled}`;
}

function actionText(row: Row, columnId: string, language: Language): string {
	const column = ACTION_COLUMNS.find((candidate) => candidate.id === columnId);
	if (column === undefined) return "";
	return cellText(column, row.cells[columnId] ?? NEW_ACTION[columnId], language);
}

function columnLabel(columnId: string, language: Language): string {
	return ACTION_COLUMNS.find((column) => column.id === columnId)?.label[language] ?? "";
}
