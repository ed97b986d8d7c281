import { STYLE } from "./docx-styles.ts";
import { paragraph, run } from "./docx-text.ts";

/** Above this many columns a table's letters are smaller. */
const WIDE = 5;
const PANEL = "F3F4F7";

interface TableNode {
	head: string[];
	rows: string[][];
	share?: number[];
}

/** A table as wide as the text, row by row. Its head comes again on each page, and no row is broken. */
export function* table({ head, rows, share }: TableNode, width: number): Generator<string> {
	const shares = head.map((_, column) => share?.[column] ?? 1);
	const whole = shares.reduce((sum, one) => sum + one, 0);
	const widths = shares.map((one) => Math.floor((width * one) / whole));
	const style = head.length > WIDE ? STYLE.narrowCell : STYLE.cell;
	const cell = (text: string, column: number, isHead: boolean) =>
		`<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/>` +
		`${isHead ? `<w:shd w:val="clear" w:color="auto" w:fill="${PANEL}"/>` : ""}</w:tcPr>` +
		`${paragraph(run(text, { bold: isHead }), { style })}</w:tc>`;
	yield `<w:tbl><w:tblPr><w:tblStyle w:val="${STYLE.table}"/><w:tblW w:w="${width}" w:type="dxa"/>` +
		'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" ' +
		'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>' +
		`<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join("")}</w:tblGrid>` +
		`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head.map((one, column) => cell(one, column, true)).join("")}</w:tr>`;
	for (const row of rows) {
		const cells = head.map((_, column) => cell(row[column] ?? "", column, false));
		yield `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join("")}</w:tr>`;
	}
	yield "</w:tbl>";
}
