import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import { ACTION_COLUMNS, LATER_COLUMNS, NEW_ACTION } from "./action-columns.ts";
import { readSource } from "./action-source.ts";
import type { actionRowSchema, actionsAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { cellText } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { readTexts } from "./later-texts.ts";
import { hasEntries, mapRows, type Row, readCells } from "./rows.ts";
import { arrayAt } from "./y-types.ts";

/**
 * The steps a group agrees on: who does what by when; with `plan`, the workshop's one plan of measures.
 *
 * Stored: `doc.getArray(name)` of rows as rows.ts describes them, with the columns of action-columns.ts: what, goal,
 * responsible, contributors, firstStep, resources, reference and body are `Y.Text` (rows of former versions have no
 * reference or body, or one as later-texts.ts describes it); due and followUp `YYYY-MM-DD`; status open, begun, done or
 * dropped. A row that was taken from another sheet says so under `source` (action-source.ts). table.ts has the helpers
 * that write.
 */
type Definition = BlockOf<"actions">;

export type ActionRow = z.infer<typeof actionRowSchema>;

export type ActionsAnswer = z.infer<typeof actionsAnswerSchema>;

export const actionsBlock: BlockType<"actions", Definition, ActionsAnswer> = {
	type: "actions",
	read: (doc, block, item) => ({
		rows: mapRows(arrayAt(doc, nameOf(block.id, item)), (id, row): ActionRow => {
			const source = readSource(row);
			const cells = readCells(row, FIRST_COLUMNS);
			for (const column of LATER_COLUMNS) {
				const text = readTexts(row, column);
				if (text !== null) cells[column] = text;
			}
			return { id, cells, ...(source === null ? {} : { source }) };
		}),
	}),
	isEmpty: (answer) => !answer.rows.some(isFilled),
	report: (block, answer, language) => actionTable(answer.rows.filter(isFilled), block.label[language], language),
};

const FIRST_COLUMNS = ACTION_COLUMNS.filter(({ id }) => !LATER_COLUMNS.includes(id));

/** A row that only has the status it started with says nothing yet. */
export function isFilled(row: Row): boolean {
	const status = row.cells.status === NEW_ACTION.status ? null : (row.cells.status ?? null);
	return hasEntries([{ ...row, cells: { ...row.cells, status } }]);
}

/** Nothing for no rows. `remark`: a further line about a row, below what is to be done. */
export function actionTable(
	rows: readonly ActionRow[],
	caption: string,
	language: Language,
	remark: (row: ActionRow) => string = () => "",
): ReportNode[] {
	if (rows.length === 0) return [];
	return [
		{
			kind: "table",
			caption,
			head: PAPER.map(([main]) => columnLabel(main, language)),
			rows: rows.map((row) => {
				const [first = "", ...others] = PAPER.map(([main, ...below]) => paperCell(row, main, below, language));
				return [lines(first, sourceText(row, language), remark(row)), ...others];
			}),
			share: [5, 4, 4, 3, 2],
		},
	];
}

/** Eleven columns do not fit a page: what belongs together shares one, the later lines with their name in front. */
const PAPER: readonly (readonly [main: string, ...below: string[]])[] = [
	["what", "goal", "reference"],
	["responsible", "contributors", "body"],
	["firstStep", "resources"],
	["due", "followUp"],
	["status"],
];

function paperCell(row: Row, main: string, below: readonly string[], language: Language): string {
	const labelled = below.map((columnId) => {
		const text = actionText(row, columnId, language);
		return text === "" ? "" : `${columnLabel(columnId, language)}: ${text}`;
	});
	return lines(actionText(row, main, language), ...labelled);
}

function lines(...texts: readonly string[]): string {
	return texts.filter((text) => text !== "").join("\n");
}

/** „aus Gruppe B: Stand und Perspektiven“; empty for a row that was entered in the plan itself. */
function sourceText({ source }: ActionRow, language: Language): string {
	return source === undefined ? "" : reportWords[language].takenFrom(source.name);
}

/** A cell of a step in words; empty where there is none. */
export function actionText(row: Pick<Row, "cells">, columnId: string, language: Language): string {
	const column = ACTION_COLUMNS.find((candidate) => candidate.id === columnId);
	if (column === undefined) return "";
	return cellText(column, row.cells[columnId] ?? NEW_ACTION[columnId], language);
}

function columnLabel(columnId: string, language: Language): string {
	return ACTION_COLUMNS.find((column) => column.id === columnId)?.label[language] ?? "";
}
