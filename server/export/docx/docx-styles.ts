/** How a Word document looks: everything is a style, so that an office can change all of a kind at once. */

/** Every office has it. */
const FONT = "Arial";
const INK = "131525";
const MUTED = "51577A";
const WARNING = "925400";
const LINE = "B8BCCF";

export const STYLE = {
	title: "Title",
	product: "Product",
	interim: "Interim",
	caption: "Caption",
	note: "Note",
	pageEdge: "PageEdge",
	cell: "Cell",
	narrowCell: "NarrowCell",
	table: "ArenaTable",
} as const;

/** Sizes of letters are in half points, distances in twentieths of a point, lines in parts of a single one, 240. */
interface Look {
	size?: number;
	bold?: boolean;
	color?: string;
	before?: number;
	after?: number;
	line?: number;
	/** On one page with what follows. */
	keepNext?: boolean;
	/** From 0; makes it a heading for Word's navigation and its table of contents. */
	outline?: number;
}

export function headingStyle(level: 1 | 2 | 3 | 4): string {
	return `Heading${level}`;
}

/** `width`: of the text, up to which the lines above and below a page go. `tag`: in which language words are checked. */
export function stylesXml(width: number, tag: string): string {
	const fonts = `<w:rFonts w:ascii="${FONT}" w:eastAsia="${FONT}" w:hAnsi="${FONT}" w:cs="${FONT}"/>`;
	const edge = `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
	const heading = (level: 1 | 2 | 3 | 4, size: number) =>
		style(headingStyle(level), `heading ${level}`, {
			size,
			bold: true,
			before: 320,
			after: 120,
			line: 264,
			keepNext: true,
			outline: level - 1,
		});
	return [
		`<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:color w:val="${INK}"/>${letterSize(21)}<w:lang w:val="${tag}"/></w:rPr></w:rPrDefault>`,
		`<w:pPrDefault><w:pPr>${spacing({ after: 120, line: 288 })}</w:pPr></w:pPrDefault></w:docDefaults>`,
		'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
		'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>',
		`<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>`,
		style(STYLE.title, "Title", { size: 52, bold: true, after: 240, line: 264 }),
		heading(1, 34),
		heading(2, 27),
		heading(3, 23),
		heading(4, 21),
		style(STYLE.caption, "caption", { size: 18, color: MUTED, before: 120, after: 60, keepNext: true }),
		style(STYLE.product, "Arena Product", { color: MUTED, before: 1_700 }),
		style(STYLE.interim, "Arena Interim", { size: 26, bold: true, color: WARNING }),
		style(STYLE.note, "Arena Note", { color: MUTED }),
		style(STYLE.pageEdge, "Arena Page Edge", { size: 17, color: MUTED }, edge),
		style(STYLE.cell, "Arena Cell", { size: 18, after: 0, line: 264 }),
		style(STYLE.narrowCell, "Arena Narrow Cell", { size: 16, after: 0, line: 264 }),
		tableStyle(),
	].join("");
}

/** The line that parts a page's head from its text. */
export const BELOW_HEAD = `<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="${LINE}"/></w:pBdr>`;

/** The order of its parts is the format's. */
function style(id: string, name: string, look: Look, tabs = ""): string {
	const kept = look.keepNext === true ? "<w:keepNext/>" : "";
	const together = look.outline === undefined ? "" : "<w:keepLines/>";
	const outline = look.outline === undefined ? "" : `<w:outlineLvl w:val="${look.outline}"/>`;
	const around = `${kept}${together}${tabs}${spacing(look)}${outline}`;
	const letters = [
		look.bold === true ? "<w:b/><w:bCs/>" : "",
		look.color === undefined ? "" : `<w:color w:val="${look.color}"/>`,
		look.size === undefined ? "" : letterSize(look.size),
	].join("");
	return (
		`<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
		`<w:next w:val="Normal"/><w:qFormat/>${around === "" ? "" : `<w:pPr>${around}</w:pPr>`}<w:rPr>${letters}</w:rPr></w:style>`
	);
}

function letterSize(size: number): string {
	return `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
}

/** Without its rule LibreOffice takes a line's number for a height, and lines lie on each other. */
function spacing({ before, after, line }: Look): string {
	const parts = [
		before === undefined ? "" : ` w:before="${before}"`,
		after === undefined ? "" : ` w:after="${after}"`,
		line === undefined ? "" : ` w:line="${line}" w:lineRule="auto"`,
	].join("");
	return parts === "" ? "" : `<w:spacing${parts}/>`;
}

function tableStyle(): string {
	const sides = ["top", "left", "bottom", "right", "insideH", "insideV"];
	const lines = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`).join("");
	const margins = [
		["top", 60],
		["left", 80],
		["bottom", 60],
		["right", 80],
	].map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`);
	return (
		`<w:style w:type="table" w:styleId="${STYLE.table}"><w:name w:val="Arena Table"/><w:basedOn w:val="TableNormal"/>` +
		`<w:tblPr><w:tblBorders>${lines}</w:tblBorders><w:tblCellMar>${margins.join("")}</w:tblCellMar></w:tblPr></w:style>`
	);
}
