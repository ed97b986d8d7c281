import { strToU8, zipSync } from "fflate";
import { z } from "zod";
import { type DataCell, dataTableSchema } from "../../../worksheets/report/data-table.ts";
import { languageTag, WRITTEN } from "../office-package.ts";
import { escaped, xmlText } from "../xml-text.ts";
import { sheetNames } from "./sheet-names.ts";
import { part, STYLE, workbookParts } from "./xlsx-parts.ts";

/**
 * Tables as a workbook (Office Open XML). A cell holds a text, a number or a day: there is no formula in it, no link, no
 * macro and no relation that leads out of the file.
 */

export const workbookSchema = z.object({
	title: z.string(),
	language: z.string(),
	/** The first sheet: label and value, row by row, without a head. */
	info: dataTableSchema,
	tables: z.array(dataTableSchema),
});
export type Workbook = z.infer<typeof workbookSchema>;
type Sheet = Workbook["info"];

/** So many UTF-16 units fit in a cell; what is longer goes on in the row below. */
export const LONGEST_CELL = 32_767;
/** In letters. */
const NARROWEST = 9;
const WIDEST = 60;
/** In points; higher than the highest no row can be. */
const LINE = 15;
const TITLE_LINE = 24;
const HIGHEST = 409;
/** In letters: it stands in the head. */
const FILTER_BUTTON = 3;
/** Of a text that is longer the row is as high as it can be. */
const MOST_MEASURED = 5_000;
/** Excel's count of days begins here. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The file's bytes. Reads no clock, no file and no network. */
export function xlsxOf({ title, language, info, tables }: Workbook): Uint8Array {
	const texts = new Map<string, number>();
	const idOf = (text: string) => {
		const known = texts.get(text);
		if (known !== undefined) return known;
		texts.set(text, texts.size);
		return texts.size - 1;
	};
	const sheets = [
		sheetXml({ ...info, rows: continued(info.rows) }, 0, false, idOf),
		...tables.map((table, index) => sheetXml({ ...table, rows: continued(table.rows) }, index + 1, true, idOf)),
	];
	const names = sheetNames([info, ...tables].map(({ name }) => name));
	const areas = sheets.map(({ area }) => area);
	const parts = {
		...workbookParts(names, title, languageTag(language), areas),
		...Object.fromEntries(sheets.map(({ xml }, index) => [`xl/worksheets/sheet${index + 1}.xml`, xml])),
		"xl/sharedStrings.xml": part("sst", [...texts.keys()].map(sharedText).join("")),
	};
	return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])), {
		mtime: WRITTEN,
	});
}

/** `area`: what a filter is over; none without a head. */
function sheetXml(
	{ head, rows }: Sheet,
	index: number,
	hasHead: boolean,
	idOf: (text: string) => number,
): { xml: string; area: string } {
	const columns = Math.max(1, head.length);
	const textStyle = (row: number, column: number) => {
		if (hasHead) return STYLE.text;
		if (row === 0) return STYLE.title;
		return column === 0 ? STYLE.label : STYLE.text;
	};
	const numberStyle = hasHead ? STYLE.number : STYLE.count;
	const lines = [
		...(hasHead ? [head.map((label) => styled(label, STYLE.head, numberStyle, idOf))] : []),
		...rows.map((row, at) => row.map((cell, column) => styled(cell, textStyle(at, column), numberStyle, idOf))),
	];
	const columnWidths = widths(head, rows);
	const heights = [
		...(hasHead
			? [
					heightOf(
						head,
						columnWidths.map((width) => width - FILTER_BUTTON),
					),
				]
			: []),
		...rows.map((row) => heightOf(row, columnWidths)),
	];
	if (!hasHead) heights[0] = TITLE_LINE;
	const last = `${columnName(columns - 1)}${Math.max(1, lines.length)}`;
	const frozen = hasHead ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : "";
	return {
		area: hasHead ? `$A$1:$${columnName(columns - 1)}$${lines.length}` : "",
		xml: part(
			"worksheet",
			'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
				`<dimension ref="A1:${last}"/>` +
				`<sheetViews><sheetView${index === 0 ? ' tabSelected="1" showGridLines="0"' : ""} workbookViewId="0">` +
				`${frozen}</sheetView></sheetViews>` +
				'<sheetFormatPr defaultRowHeight="15"/>' +
				`<cols>${columnWidths.map(columnXml).join("")}</cols>` +
				`<sheetData>${lines.map((cells, at) => rowXml(cells, at, heights[at] ?? LINE)).join("")}</sheetData>` +
				(hasHead ? `<autoFilter ref="A1:${last}"/>` : "") +
				'<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
				`<pageSetup paperSize="9" orientation="${hasHead ? "landscape" : "portrait"}" fitToHeight="0"/>`,
		),
	};
}

type WrittenCell = { style: number; type: string; value: string | number } | null;

function styled(cell: DataCell, textStyle: number, numberStyle: number, idOf: (text: string) => number): WrittenCell {
	if (cell === null || cell === "") return null;
	if (typeof cell === "number") return { style: numberStyle, type: "", value: cell };
	if (typeof cell === "object") return { style: STYLE.day, type: "", value: (Date.parse(cell.day) - DAY_ZERO) / DAY };
	return { style: textStyle, type: ' t="s"', value: idOf(cell) };
}

function rowXml(cells: readonly WrittenCell[], index: number, height: number): string {
	const written = cells.map((cell, column) =>
		cell === null
			? ""
			: `<c r="${columnName(column)}${index + 1}" s="${cell.style}"${cell.type}><v>${cell.value}</v></c>`,
	);
	return `<row r="${index + 1}" ht="${height}">${written.join("")}</row>`;
}

function columnXml(width: number, index: number): string {
	return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
}

/** `A` to `Z`, then `AA`. */
function columnName(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** As wide as the longest line within bounds; beyond, lines are broken. */
function widths(head: readonly string[], rows: readonly (readonly DataCell[])[]): number[] {
	return head.map((label, column) => {
		let widest = Math.max(...label.split(/\s+/).map((word) => word.length)) + FILTER_BUTTON + 1;
		for (const row of rows) {
			const cell = row[column] ?? null;
			const text = typeof cell === "string" ? cell.slice(0, MOST_MEASURED) : cell === null ? "" : "00.00.0000";
			for (const line of text.split("\n")) widest = Math.max(widest, line.length + 2);
		}
		return Math.min(WIDEST, Math.max(NARROWEST, widest));
	});
}

/** As high as its longest cell, by guess: not every program measures texts before it shows them. */
function heightOf(row: readonly DataCell[], columnWidths: readonly number[]): number {
	const lines = row.map((cell, column) => {
		if (typeof cell !== "string") return 1;
		const width = columnWidths[column] ?? NARROWEST;
		return cell
			.slice(0, MOST_MEASURED)
			.split("\n")
			.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
	});
	return Math.min(HIGHEST, LINE * Math.max(1, ...lines));
}

/** In SpreadsheetML `_x0041_` is an “A”: what somebody typed that way is kept as it is. */
function sharedText(text: string): string {
	const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
	return `<si><t xml:space="preserve">${escaped(literal)}</t></si>`;
}

/** The rows with texts that fit in a cell: the rest of a longer one stands below it, in a row that holds nothing else. */
function continued(rows: readonly (readonly DataCell[])[]): DataCell[][] {
	return rows.flatMap((row) => {
		const cells = row.map((cell) => (typeof cell === "string" ? pieces(xmlText(cell)) : [cell]));
		const height = Math.max(1, ...cells.map((parts) => parts.length));
		return Array.from({ length: height }, (_, line) => cells.map((parts) => parts[line] ?? null));
	});
}

function pieces(text: string): string[] {
	const parts: string[] = [];
	let from = 0;
	while (text.length - from > LONGEST_CELL) {
		const until = from + LONGEST_CELL;
		// Not within a character of two units.
		const end = /[\uD800-\uDBFF]/.test(text.charAt(until - 1)) ? until - 1 : until;
		parts.push(text.slice(from, end));
		from = end;
	}
	return [...parts, text.slice(from)];
}
