import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import { reportWords } from "../report/words.ts";
import type { Column } from "../schema/parts.ts";
import type { cellSchema, cellsSchema } from "./answers.ts";
import { dateText, readDate } from "./dates.ts";
import { optionText, pointText, readOption, readPoint } from "./points.ts";

/**
 * One cell of a table or matrix as plain JSON. Text and person: the text (empty when none). Date: `YYYY-MM-DD`.
 * Yes-partly-no: one of the three. Choice: an option's id. Scale: a point's value or "unknown". Null: not filled in.
 */
export type Cell = z.infer<typeof cellSchema>;
export type Cells = z.infer<typeof cellsSchema>;

export const YES_PARTLY_NO = ["yes", "partly", "no"] as const;
export type YesPartlyNo = (typeof YES_PARTLY_NO)[number];

/** Whether a column's cells are texts that people write together. */
export function isTextColumn(column: Column): boolean {
	return column.kind === "text" || column.kind === "person";
}

/** A value that is no text, taken from a document; null unless the column allows it. */
export function readValue(column: Column, value: unknown): Cell {
	switch (column.kind) {
		case "text":
		case "person":
			return null;
		case "date":
			return readDate(value);
		case "yes-partly-no":
			return YES_PARTLY_NO.find((answer) => answer === value) ?? null;
		case "choice":
			return readOption(column.options, value);
		case "scale":
			return readPoint(column.scale, value);
	}
}

export function isEmptyCell(cell: Cell | undefined): boolean {
	return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** What a report shows in the cell. */
export function cellText(column: Column, cell: Cell | undefined, language: Language): string {
	if (cell === undefined || cell === null) return "";
	switch (column.kind) {
		case "text":
		case "person":
			return String(cell).trim();
		case "date":
			return dateText(String(cell), language);
		case "yes-partly-no":
			return answerText(cell, language);
		case "choice":
			return optionText(column.options, cell, language);
		case "scale":
			return pointText(column.scale, cell, language);
	}
}

/** „Ja“, „Teilweise“, „Nein“; a dash for what nobody has answered. */
export function answerText(answer: unknown, language: Language): string {
	const known = YES_PARTLY_NO.find((candidate) => candidate === answer);
	return known === undefined ? "–" : reportWords[language][known];
}
