import { languageTag, OFFICE, packageParts, relations, XML_HEAD } from "../office-package.ts";
import { BELOW_HEAD, STYLE, stylesXml } from "./docx-styles.ts";
import { run } from "./docx-text.ts";

/** The parts of a Word document that hold nothing of its text: how it looks, and what stands around every page. */

/** Lengths are in twentieths of a point, 56.7 to the millimetre. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_474, bottom: 1_361, left: 1_247, right: 1_247, edge: 708 };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/** In the order of their relations' names. */
const RELATED = ["styles", "numbering", "settings", "header1", "header2", "footer1", "footer2"] as const;

/** What is said around each page. */
export interface Edges {
	title: string;
	language: string;
	headerRight: string;
	footer: string;
	pageWord: string;
	ofWord: string;
}

/** A part of the main namespace: what stands before its content, and what stands behind it. */
export function part(root: string): [begin: string, end: string] {
	return [`${XML_HEAD}<w:${root} xmlns:w="${MAIN}" xmlns:r="${OFFICE}">`, `</w:${root}>`];
}

/** All parts but the text and its lists, by path. The first page has no head. */
export function documentParts(edges: Edges): Record<string, string> {
	const tag = languageTag(edges.language);
	const inPart = (root: string, content: string) => part(root).join(content);
	const types = RELATED.map((name) => [`word/${name}.xml`, `${CONTENT}.${kindOf(name)}+xml`] as const);
	const footer = inPart("ftr", footerXml(edges));
	return {
		...packageParts(
			"word/document.xml",
			[["word/document.xml", `${CONTENT}.document.main+xml`], ...types],
			edges.title,
			tag,
		),
		"word/_rels/document.xml.rels": relations(
			RELATED.map((name): [string, string] => [`${OFFICE}/${kindOf(name)}`, `${name}.xml`]),
		),
		"word/styles.xml": inPart("styles", stylesXml(TEXT_WIDTH, tag)),
		"word/settings.xml": inPart(
			"settings",
			'<w:autoHyphenation/><w:compat><w:compatSetting w:name="compatibilityMode" ' +
				'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
		),
		"word/header1.xml": inPart("hdr", headerXml(edges)),
		"word/header2.xml": inPart("hdr", "<w:p/>"),
		"word/footer1.xml": footer,
		"word/footer2.xml": footer,
	};
}

/** The end of the text: its page, and which head and foot belong to it. */
export const SECTION =
	`<w:sectPr>${reference("header", "default", "header1")}${reference("header", "first", "header2")}` +
	`${reference("footer", "default", "footer1")}${reference("footer", "first", "footer2")}` +
	`<w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>` +
	`<w:pgMar w:top="${MARGIN.top}" w:right="${MARGIN.right}" w:bottom="${MARGIN.bottom}" w:left="${MARGIN.left}" ` +
	`w:header="${MARGIN.edge}" w:footer="${MARGIN.edge}" w:gutter="0"/><w:titlePg/></w:sectPr>`;

function reference(kind: "header" | "footer", pages: "default" | "first", name: (typeof RELATED)[number]): string {
	return `<w:${kind}Reference w:type="${pages}" r:id="rId${RELATED.indexOf(name) + 1}"/>`;
}

function kindOf(name: (typeof RELATED)[number]): string {
	return name.replace(/\d$/, "");
}

function headerXml({ title, headerRight }: Edges): string {
	return edge(run(title), run(`\t${headerRight}`), BELOW_HEAD);
}

/** The numbers of pages are the only fields there are. */
function footerXml({ footer, pageWord, ofWord }: Edges): string {
	return edge(run(footer), `${run(`\t${pageWord} `)}${field("PAGE")}${run(` ${ofWord} `)}${field("NUMPAGES")}`);
}

function edge(left: string, right: string, border = ""): string {
	return `<w:p><w:pPr><w:pStyle w:val="${STYLE.pageEdge}"/>${border}</w:pPr>${left}${right}</w:p>`;
}

function field(name: "PAGE" | "NUMPAGES"): string {
	const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
	return `${sign("begin")}<w:r><w:instrText>${name}</w:instrText></w:r>${sign("separate")}${run("1")}${sign("end")}`;
}
