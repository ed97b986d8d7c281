import { Zip, ZipDeflate } from "fflate";
import type { RichBlock, RichRun } from "../../../worksheets/report/nodes.ts";
import { type UndrawnNode, undrawn } from "../../../worksheets/report/undrawn.ts";
import type { FileReport } from "../file-report.ts";
import { WRITTEN } from "../office-package.ts";
import { createLists, INDENT, type Lists } from "./docx-lists.ts";
import { documentParts, part, SECTION, TEXT_WIDTH } from "./docx-parts.ts";
import { headingStyle, STYLE } from "./docx-styles.ts";
import { table } from "./docx-table.ts";
import { paragraph, run } from "./docx-text.ts";

/**
 * A report as a Word document (Office Open XML): heading styles, table header rows and lists that an office can work
 * on. Everything people wrote is text: no fields, no links, no images, nothing that refers to outside the file.
 */

/** So many letters of XML are packed at once: a document of any length takes the memory of what it is packed to. */
const PIECE = 64 * 1024;
/** Its height is next to none: it is there for the page that begins with it. */
const NEW_PAGE =
	'<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>';

/** Word makes its own list of contents. */
export type DocxReport = Omit<FileReport, "contentsWord">;

/** The file's bytes. Reads no clock, no file and no network. */
export function docxOf(report: DocxReport): Uint8Array {
	const lists = createLists();
	return packed([
		...Object.entries(documentParts(report)).map(([path, xml]): [string, Iterable<string>] => [path, [xml]]),
		["word/document.xml", documentXml(report, lists)],
		// Last, since lists are counted while the text is written.
		["word/numbering.xml", numberingXml(lists)],
	]);
}

/** An archive of what is told piece by piece, in this order. */
function packed(files: readonly [path: string, pieces: Iterable<string>][]): Uint8Array {
	const written: Uint8Array[] = [];
	const zip = new Zip((error, piece) => {
		if (error) throw error;
		written.push(piece);
	});
	for (const [path, pieces] of files) {
		const entry = new ZipDeflate(path);
		entry.mtime = WRITTEN;
		zip.add(entry);
		let waiting = "";
		for (const piece of pieces) {
			waiting += piece;
			if (waiting.length < PIECE) continue;
			entry.push(Buffer.from(waiting));
			waiting = "";
		}
		entry.push(Buffer.from(waiting), true);
	}
	zip.end();
	return Buffer.concat(written);
}

function* documentXml(report: DocxReport, lists: Lists): Generator<string> {
	const [begin, end] = part("document");
	yield `${begin}<w:body>`;
	yield* titlePage(report);
	yield NEW_PAGE;
	const nodes = undrawn(report.nodes);
	for (const [at, node] of nodes.entries()) yield* nodeXml(node, lists, nodes[at - 1]?.kind === "heading");
	yield `${SECTION}</w:body>${end}`;
}

function* numberingXml(lists: Lists): Generator<string> {
	const [begin, end] = part("numbering");
	yield `${begin}${lists.xml()}${end}`;
}

function* titlePage({ product, title, interim, facts }: DocxReport): Generator<string> {
	yield paragraph(run(product), { style: STYLE.product });
	yield paragraph(run(title), { style: STYLE.title });
	if (interim !== null) yield paragraph(run(interim), { style: STYLE.interim });
	yield* factLines(facts);
}

/** `keepNext`: it says something of the heading above it, and stays with what that introduces. */
function* nodeXml(node: UndrawnNode, lists: Lists, keepNext: boolean): Generator<string> {
	switch (node.kind) {
		case "heading":
			if (node.text.trim() !== "") yield paragraph(run(node.text), { style: headingStyle(node.level) });
			return;
		case "paragraph":
			yield paragraph(run(node.text));
			return;
		case "note":
			yield paragraph(run(node.text), { style: STYLE.note, keepNext });
			return;
		case "rich-text":
			yield* richBlocks(node.blocks, lists);
			return;
		case "list": {
			const list = lists.begin(node.ordered, 0);
			for (const item of node.items) yield paragraph(run(item), { list });
			return;
		}
		case "facts":
			yield* factLines(node.items);
			return;
		case "table":
			if (node.caption !== "") yield paragraph(run(node.caption), { style: STYLE.caption });
			yield* table(node, TEXT_WIDTH);
			// Two tables without anything between them would be one.
			yield paragraph("");
	}
}

function* factLines(items: readonly { label: string; value: string }[]): Generator<string> {
	for (const { label, value } of items) yield paragraph(run(`${label}: `, { bold: true }) + run(value));
}

function* richBlocks(blocks: readonly RichBlock[], lists: Lists, level = 0): Generator<string> {
	for (const block of blocks) {
		if (block.kind === "paragraph") {
			yield paragraph(runs(block.runs), { indent: INDENT * level });
			continue;
		}
		const list = lists.begin(block.ordered, level);
		for (const [first, ...rest] of block.items) {
			const isText = first?.kind === "paragraph";
			yield paragraph(isText ? runs(first.runs) : "", { list });
			yield* richBlocks(isText || first === undefined ? rest : [first, ...rest], lists, level + 1);
		}
	}
}

/** An address is written out behind the words that led to it: a file that is passed on leads nowhere by a click. */
function runs(parts: readonly RichRun[]): string {
	return parts
		.map(({ text, bold = false, italic = false, href }) => {
			const address = href === undefined || href === text ? "" : run(` (${href})`);
			return run(text, { bold, italic }) + address;
		})
		.join("");
}
