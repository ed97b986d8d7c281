import type { DataCell, DataTable } from "../../worksheets/report/data-table.ts";
import { xmlText } from "./xml-text.ts";

/**
 * What a spreadsheet would take for a formula, also behind white space and in full width; and what begins with the mark
 * itself, so that taking one mark away gives the text as it was.
 */
const FORMULA = /^\s*['=+\-@＝＋－＠\t\r]|^[\t\r]/;

/**
 * A table as CSV that an office's Excel opens by a double click: UTF-8 with its mark, semicolons, every cell in quotes.
 * A text that would be a formula has an apostrophe in front. Days are `YYYY-MM-DD`; numbers have a comma in German.
 */
export function csvOf({ head, rows }: DataTable, language: string): string {
	const lines = [head, ...rows].map((row) => row.map((cell) => quoted(cellText(cell, language))).join(";"));
	return `\u{FEFF}${lines.map((line) => `${line}\r\n`).join("")}`;
}

function cellText(cell: DataCell, language: string): string {
	if (cell === null) return "";
	if (typeof cell === "number") return language === "de" ? String(cell).replace(".", ",") : String(cell);
	if (typeof cell === "object") return cell.day;
	const text = xmlText(cell);
	return FORMULA.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}
