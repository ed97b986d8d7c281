import { OFFICE, packageParts, relations, XML_HEAD } from "../office-package.ts";
import { attribute } from "../xml-text.ts";

/** The parts of a workbook that hold no cells: what is in it, how cells look, what the file is called. */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The place of each style in `STYLES`. */
export const STYLE = { head: 1, text: 2, number: 3, day: 4, title: 5, label: 6, count: 7 } as const;

/**
 * Text cells are of the format „Text“ (49): what begins like a formula stays text when somebody edits it. Days are of
 * the format that shows them as the reader's system does (14).
 */
const STYLES = part(
	"styleSheet",
	'<fonts count="3">' +
		'<font><sz val="11"/><name val="Arial"/><family val="2"/></font>' +
		'<font><b/><sz val="11"/><name val="Arial"/><family val="2"/></font>' +
		'<font><b/><sz val="16"/><name val="Arial"/><family val="2"/></font>' +
		"</fonts>" +
		'<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
		'<fill><patternFill patternType="solid"><fgColor rgb="FFF3F4F7"/></patternFill></fill></fills>' +
		'<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
		'<border><left/><right/><top/><bottom style="thin"><color rgb="FF51577A"/></bottom><diagonal/></border></borders>' +
		'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
		'<cellXfs count="8">' +
		'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
		format(49, { font: 1, fill: 2, border: 1, wrap: true }) +
		format(49, { wrap: true }) +
		format(0, { align: ' horizontal="right" indent="1"' }) +
		format(14, { align: ' horizontal="left"' }) +
		format(49, { font: 2 }) +
		format(49, { font: 1, wrap: true }) +
		format(0, { align: ' horizontal="left"' }) +
		"</cellXfs>" +
		'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
);

function format(id: number, { font = 0, fill = 0, border = 0, wrap = false, align = "" } = {}): string {
	const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
	const place = `<alignment${align} vertical="top"${wrap ? ' wrapText="1"' : ""}/>`;
	return `<xf numFmtId="${id}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" ${applied}>${place}</xf>`;
}

/** A part of the main namespace, with what stands within its root. */
export function part(root: string, content: string): string {
	return `${XML_HEAD}<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${content}</${root}>`;
}

/** All parts of a workbook but its sheets and its texts, by path. */
export function workbookParts(names: readonly string[], title: string, tag: string, areas: readonly string[]) {
	const sheets = names.map((name, index) => ({ id: index + 1, name: attribute(name), area: areas[index] ?? "" }));
	const types = [
		["xl/workbook.xml", `${CONTENT}.sheet.main+xml`] as const,
		["xl/styles.xml", `${CONTENT}.styles+xml`] as const,
		["xl/sharedStrings.xml", `${CONTENT}.sharedStrings+xml`] as const,
		...sheets.map(({ id }) => [`xl/worksheets/sheet${id}.xml`, `${CONTENT}.worksheet+xml`] as const),
	];
	return {
		...packageParts("xl/workbook.xml", types, title, tag),
		"xl/_rels/workbook.xml.rels": relations([
			...sheets.map(({ id }): [string, string] => [`${OFFICE}/worksheet`, `worksheets/sheet${id}.xml`]),
			[`${OFFICE}/styles`, "styles.xml"],
			[`${OFFICE}/sharedStrings`, "sharedStrings.xml"],
		]),
		"xl/workbook.xml": part(
			"workbook",
			`<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets
				.map(({ id, name }) => `<sheet name="${name}" sheetId="${id}" r:id="rId${id}"/>`)
				.join("")}</sheets>${definedNames(sheets)}`,
		),
		"xl/styles.xml": STYLES,
	};
}

/** What is filtered, and the row that comes again on every printed page; only where a sheet has such an area. */
function definedNames(sheets: readonly { id: number; name: string; area: string }[]): string {
	const names = sheets
		.filter(({ area }) => area !== "")
		.flatMap(({ id, name, area }) => {
			const sheet = `'${name.replaceAll("&apos;", "&apos;&apos;")}'!`;
			const at = `localSheetId="${id - 1}"`;
			return [
				`<definedName name="_xlnm._FilterDatabase" ${at} hidden="1">${sheet}${area}</definedName>`,
				`<definedName name="_xlnm.Print_Titles" ${at}>${sheet}$1:$1</definedName>`,
			];
		});
	return names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
}
