import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	HeadingLevel,
	type ILevelsOptions,
	type IParagraphOptions,
	type IRunOptions,
	LevelFormat,
	LineRuleType,
	Packer,
	PageNumber,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TabStopType,
	TextRun,
	WidthType,
} from "docx";
import type { RichBlock, RichRun } from "../../../worksheets/report/nodes.ts";
import { type UndrawnNode, undrawn } from "../../../worksheets/report/undrawn.ts";
import type { FileReport } from "../file-report.ts";
import { xmlText } from "../xml-text.ts";

/**
 * A report as a Word document (Office Open XML): heading styles, table header rows and lists that an office can work
 * on. Everything people wrote is text: no fields, no links, no images, nothing that refers to outside the file.
 */

/** Lengths are in twentieths of a point, 56.7 to the millimetre; sizes of letters in half points. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_474, bottom: 1_361, left: 1_247, right: 1_247 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

/** Every office has it. */
const FONT = "Arial";
const INK = "131525";
const MUTED = "51577A";
const WARNING = "925400";
const LINE = "B8BCCF";
const PANEL = "F3F4F7";

const HEADINGS = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
	4: HeadingLevel.HEADING_4,
} as const;
const HEADING_SIZES = { 1: 34, 2: 27, 3: 23, 4: 21 } as const;

/** Word counts nine levels of lists; what lies deeper stays on the last. */
const DEEPEST = 8;
/** Above this many columns a table's letters are smaller. */
const WIDE = 5;
const CELL = "Cell";
const NARROW_CELL = "NarrowCell";
const BULLETS = "bullets";
const NUMBERS = "numbers";

/** Word makes its own list of contents. */
export type DocxReport = Omit<FileReport, "contentsWord">;

/** The file's bytes. Reads no clock but that of the file's own dates, no file and no network. */
export async function docxOf(report: DocxReport): Promise<Uint8Array> {
	const lists = listCounter();
	const document = new Document({
		title: xmlText(report.title),
		creator: "Arena",
		lastModifiedBy: "Arena",
		hyphenation: { autoHyphenation: true },
		styles: styles(report.language === "de" ? "de-DE" : "en-GB"),
		numbering: { config: [listLevels(BULLETS), listLevels(NUMBERS)] },
		sections: [
			{
				properties: { titlePage: true, page: { size: PAGE, margin: MARGIN } },
				headers: { default: header(report), first: new Header({ children: [new Paragraph("")] }) },
				footers: { default: footer(report), first: footer(report) },
				children: [
					...titlePage(report),
					...undrawn(report.nodes).flatMap((node, at, all) => nodeParts(node, lists, all[at - 1]?.kind === "heading")),
				],
			},
		],
	});
	return new Uint8Array(await Packer.toBuffer(document));
}

/** In parts of a single line, 240. Without its rule LibreOffice takes a number for a height, and lines lie on each other. */
function lines(line: number) {
	return { line, lineRule: LineRuleType.AUTO };
}

function styles(language: string) {
	const cell = (id: string, name: string, size: number) => ({
		id,
		name,
		basedOn: "Normal",
		run: { size },
		paragraph: { spacing: { after: 0, ...lines(264) } },
	});
	const heading = (level: 1 | 2 | 3 | 4) => ({
		run: { size: HEADING_SIZES[level], bold: true, color: INK, font: FONT },
		paragraph: { spacing: { before: 320, after: 120, ...lines(264) }, keepNext: true, keepLines: true },
	});
	return {
		default: {
			document: {
				run: { font: FONT, size: 21, color: INK, language: { value: language } },
				paragraph: { spacing: { after: 120, ...lines(288) } },
			},
			title: {
				run: { size: 52, bold: true, color: INK, font: FONT },
				paragraph: { spacing: { after: 240, ...lines(264) } },
			},
			heading1: heading(1),
			heading2: heading(2),
			heading3: heading(3),
			heading4: heading(4),
		},
		paragraphStyles: [
			{
				id: "Caption",
				name: "caption",
				basedOn: "Normal",
				next: "Normal",
				run: { size: 18, color: MUTED },
				paragraph: { keepNext: true, spacing: { before: 120, after: 60 } },
			},
			{ id: "PageEdge", name: "Arena Page Edge", basedOn: "Normal", run: { size: 17, color: MUTED } },
			{ id: "Note", name: "Arena Note", basedOn: "Normal", next: "Normal", run: { color: MUTED } },
			cell(CELL, "Arena Cell", 18),
			cell(NARROW_CELL, "Arena Narrow Cell", 16),
		],
	};
}

function listLevels(reference: string) {
	const levels = Array.from(
		{ length: DEEPEST + 1 },
		(_, level): ILevelsOptions => ({
			level,
			format: reference === NUMBERS ? LevelFormat.DECIMAL : LevelFormat.BULLET,
			text: reference === NUMBERS ? `%${level + 1}.` : "•",
			alignment: AlignmentType.LEFT,
			style: { paragraph: { indent: { left: 400 * (level + 1), hanging: 400 } } },
		}),
	);
	return { reference, levels };
}

type Lists = (ordered: boolean) => { reference: string; instance: number };

/** Each list is one of its own, so that its numbers begin at one. */
function listCounter(): Lists {
	let last = 0;
	return (ordered) => {
		last += 1;
		return { reference: ordered ? NUMBERS : BULLETS, instance: last };
	};
}

function header({ title, headerRight }: DocxReport): Header {
	return new Header({
		children: [
			new Paragraph({
				style: "PageEdge",
				tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
				border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: LINE } },
				children: [...text(title), new TextRun(`\t${xmlText(headerRight)}`)],
			}),
		],
	});
}

function footer({ footer: made, pageWord, ofWord }: DocxReport): Footer {
	return new Footer({
		children: [
			new Paragraph({
				style: "PageEdge",
				tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
				children: [
					new TextRun(`${xmlText(made)}\t${pageWord} `),
					new TextRun({ children: [PageNumber.CURRENT] }),
					new TextRun(` ${ofWord} `),
					new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
				],
			}),
		],
	});
}

function titlePage({ product, title, interim, facts }: DocxReport): Paragraph[] {
	return [
		new Paragraph({ spacing: { before: 1_700 }, children: text(product, { color: MUTED }) }),
		new Paragraph({ heading: HeadingLevel.TITLE, children: text(title) }),
		...(interim === null ? [] : [paragraph(interim, {}, { bold: true, color: WARNING, size: 26 })]),
		...factLines(facts),
		new Paragraph({ pageBreakBefore: true, spacing: { after: 0, line: 20, lineRule: LineRuleType.EXACT } }),
	];
}

/** `keepNext`: it says something of the heading above it, and stays with what that introduces. */
function nodeParts(node: UndrawnNode, lists: Lists, keepNext: boolean): (Paragraph | Table)[] {
	switch (node.kind) {
		case "heading":
			return node.text.trim() === ""
				? []
				: [new Paragraph({ heading: HEADINGS[node.level], children: text(node.text) })];
		case "paragraph":
			return [paragraph(node.text)];
		case "note":
			return [paragraph(node.text, { style: "Note", keepNext })];
		case "rich-text":
			return richBlocks(node.blocks, lists);
		case "list": {
			const numbering = { ...lists(node.ordered), level: 0 };
			return node.items.map((item) => paragraph(item, { numbering }));
		}
		case "facts":
			return factLines(node.items);
		case "table":
			return [...caption(node.caption), table(node), gap()];
	}
}

function paragraph(content: string, options: IParagraphOptions = {}, run: IRunOptions = {}): Paragraph {
	return new Paragraph({ ...options, children: text(content, run) });
}

/** Lines as the person wrote them. */
function text(content: string, run: IRunOptions = {}): TextRun[] {
	return xmlText(content)
		.split("\n")
		.map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }));
}

function factLines(items: readonly { label: string; value: string }[]): Paragraph[] {
	return items.map(
		({ label, value }) => new Paragraph({ children: [...text(`${label}: `, { bold: true }), ...text(value)] }),
	);
}

function richBlocks(blocks: readonly RichBlock[], lists: Lists, level = 0): Paragraph[] {
	return blocks.flatMap((block) => {
		if (block.kind === "paragraph")
			return [new Paragraph({ indent: { left: 400 * level }, children: runs(block.runs) })];
		const numbering = { ...lists(block.ordered), level: Math.min(level, DEEPEST) };
		return block.items.flatMap(([first, ...rest]) => {
			if (first?.kind !== "paragraph") {
				const signOnly = new Paragraph({ numbering, children: [] });
				return [signOnly, ...richBlocks(first === undefined ? rest : [first, ...rest], lists, level + 1)];
			}
			return [new Paragraph({ numbering, children: runs(first.runs) }), ...richBlocks(rest, lists, level + 1)];
		});
	});
}

/** An address is written out behind the words that led to it: a file that is passed on leads nowhere by a click. */
function runs(parts: readonly RichRun[]): TextRun[] {
	return parts.flatMap(({ text: content, bold = false, italic = false, href }) => [
		...text(content, { bold, italics: italic }),
		...(href === undefined || href === content ? [] : text(` (${href})`)),
	]);
}

function table({ head, rows, share }: Extract<UndrawnNode, { kind: "table" }>): Table {
	const shares = head.map((_, column) => share?.[column] ?? 1);
	const whole = shares.reduce((sum, one) => sum + one, 0);
	const columnWidths = shares.map((one) => Math.floor((TEXT_WIDTH * one) / whole));
	const style = head.length > WIDE ? NARROW_CELL : CELL;
	const line = { style: BorderStyle.SINGLE, size: 4, color: LINE };
	const cell = (content: string, column: number, isHead: boolean) =>
		new TableCell({
			width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
			...(isHead && { shading: { type: ShadingType.CLEAR, color: "auto", fill: PANEL } }),
			children: [paragraph(content, { style }, { bold: isHead })],
		});
	return new Table({
		width: { size: TEXT_WIDTH, type: WidthType.DXA },
		columnWidths,
		layout: TableLayoutType.FIXED,
		margins: { top: 60, bottom: 60, left: 80, right: 80 },
		borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
		rows: [
			new TableRow({ tableHeader: true, cantSplit: true, children: head.map((one, index) => cell(one, index, true)) }),
			...rows.map(
				(row) =>
					new TableRow({
						cantSplit: true,
						children: head.map((_, column) => cell(row[column] ?? "", column, false)),
					}),
			),
		],
	});
}

function caption(said: string): Paragraph[] {
	return said === "" ? [] : [paragraph(said, { style: "Caption" })];
}

/** Two tables without anything between them would be one. */
function gap(): Paragraph {
	return new Paragraph({ spacing: { after: 120 }, children: [] });
}
