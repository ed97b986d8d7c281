import { strFromU8, unzipSync } from "fflate";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import type { ReportNode, RichBlock } from "../../../worksheets/report/nodes.ts";
import { docxOf } from "./docx-report.ts";

const report = (nodes: ReportNode[], text = "Netzwerk") => ({
	title: text,
	language: "de",
	product: "Ergebnisse",
	interim: text,
	headerRight: text,
	footer: text,
	pageWord: "Seite",
	ofWord: "von",
	facts: [{ label: text, value: text }],
	nodes,
});

async function read(bytes: Uint8Array) {
	const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
	return { html: value, complaints: messages.filter(({ type }) => type === "error") };
}

/** Every part of the file as text, by its path. */
const partsOf = (bytes: Uint8Array) =>
	new Map(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

describe("a report in Word", () => {
	test("is read by another program with headings, lists, table header and facts", async () => {
		const { html, complaints } = await read(
			docxOf(
				report([
					{ kind: "heading", level: 1, text: "Ablauf" },
					{ kind: "heading", level: 4, text: "Tief" },
					{ kind: "heading", level: 2, text: " " },
					{ kind: "table", caption: "Phasen", head: ["Beginn", "Phase"], rows: [["09:00", "Ankommen"], ["–"]] },
					{ kind: "list", ordered: true, items: ["eins", "zwei"] },
					{ kind: "facts", items: [{ label: "Stand", value: "3 umgesetzt" }] },
					{ kind: "note", text: "keine Antwort" },
				]),
			),
		);
		expect(complaints).toEqual([]);
		expect(html).toContain("<h1>Ablauf</h1><h4>Tief</h4>");
		expect(html).not.toContain("<h2>");
		expect(html).toMatch(/<thead><tr><th><p><strong>Beginn<\/strong><\/p><\/th><th><p><strong>Phase/);
		expect(html).toContain("<tr><td><p>–</p></td><td></td></tr>");
		expect(html).toContain("<ol><li>eins</li><li>zwei</li></ol>");
		expect(html).toContain("<p><strong>Stand: </strong>3 umgesetzt</p>");
		expect(html).toContain("<p>keine Antwort</p>");
	});

	test("keeps what people have formatted, lists in lists, and writes an address out", async () => {
		const { html } = await read(
			docxOf(
				report([
					{
						kind: "rich-text",
						blocks: [
							{
								kind: "paragraph",
								runs: [
									{ text: "Fett", bold: true },
									{ text: "\n" },
									{ text: "schräg", italic: true },
									{ text: "Seite", href: "https://example.org/a" },
								],
							},
							{
								kind: "list",
								ordered: false,
								items: [
									[
										{ kind: "paragraph", runs: [{ text: "außen" }] },
										{ kind: "list", ordered: true, items: [[{ kind: "paragraph", runs: [{ text: "innen" }] }]] },
									],
								],
							},
						],
					},
				]),
			),
		);
		expect(html).toContain("<strong>Fett</strong><br /><em>schräg</em>Seite (https://example.org/a)");
		expect(html).toContain("<ul><li>außen<ol><li>innen</li></ol></li></ul>");
	});

	test("numbers every list from one", async () => {
		const twice: ReportNode = { kind: "list", ordered: true, items: ["eins"] };
		const parts = partsOf(docxOf(report([twice, { kind: "paragraph", text: "dazwischen" }, twice])));
		const used = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
		expect(new Set(used).size).toBe(2);
	});

	test("numbers a list in each of a list's items from one", () => {
		const inner: RichBlock = {
			kind: "list",
			ordered: true,
			items: [[{ kind: "paragraph", runs: [{ text: "innen" }] }]],
		};
		const item: RichBlock[] = [{ kind: "paragraph", runs: [{ text: "außen" }] }, inner];
		const parts = partsOf(
			docxOf(report([{ kind: "rich-text", blocks: [{ kind: "list", ordered: true, items: [item, item] }] }])),
		);
		const places = [
			...(parts.get("word/document.xml") ?? "").matchAll(/<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g),
		].map(([, level, id]) => ({ level, id }));
		expect(places.map(({ level }) => level)).toEqual(["0", "1", "0", "1"]);
		expect(new Set(places.map(({ id }) => id)).size).toBe(3);
		for (const { level, id } of places) {
			expect(parts.get("word/numbering.xml")).toMatch(
				new RegExp(`<w:num w:numId="${id}">.*?<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/>`),
			);
		}
	});

	test("has headings that Word's navigation and contents know", () => {
		const styles = partsOf(docxOf(report([]))).get("word/styles.xml");
		for (const level of [1, 2, 3, 4]) {
			expect(styles).toMatch(
				new RegExp(
					`w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>.*?<w:outlineLvl w:val="${level - 1}"/>`,
				),
			);
		}
	});

	test("refers to its own parts alone, and names each of them", () => {
		const parts = partsOf(docxOf(report([])));
		const named = [...(parts.get("[Content_Types].xml") ?? "").matchAll(/PartName="\/([^"]+)"/g)].map(
			([, path]) => path,
		);
		expect([...parts.keys()].filter((path) => !/\.rels$|^\[/.test(path)).sort()).toEqual(named.sort());
		const related = parts.get("word/_rels/document.xml.rels") ?? "";
		const targets = [...related.matchAll(/Id="(\w+)"[^>]*Target="([^"]+)"/g)];
		for (const [, , target] of targets) expect(parts.has(`word/${target}`)).toBe(true);
		const used = [...(parts.get("word/document.xml") ?? "").matchAll(/r:id="(\w+)"/g)].map(([, id]) => id);
		expect(used).toHaveLength(4);
		for (const id of used) expect(targets.map(([, known]) => known)).toContain(id);
	});

	test("is in German, with header rows, fixed columns, and says nothing of who made it", async () => {
		const table: ReportNode = { kind: "table", caption: "T", head: ["a", "b"], rows: [["1", "2"]], share: [1, 3] };
		const parts = partsOf(docxOf(report([table])));
		const document = parts.get("word/document.xml") ?? "";
		expect(parts.get("word/styles.xml")).toContain('<w:lang w:val="de-DE"/>');
		expect(document).toContain("<w:tblHeader/>");
		// Without their rule LibreOffice takes lines for heights.
		const spacings = (parts.get("word/styles.xml") ?? "").match(/<w:spacing [^>]*w:line=[^>]*>/g) ?? [];
		expect(spacings.length).toBeGreaterThan(5);
		for (const spacing of spacings) expect(spacing).toContain('w:lineRule="auto"');
		const widths = [...document.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
		expect(widths[1]).toBeGreaterThan(2.9 * (widths[0] ?? 0));
		expect(parts.get("docProps/core.xml")).toMatch(/<dc:creator>Arena<\/dc:creator>/);
	});
});

describe("what people wrote stays text", () => {
	test.each([
		'=HYPERLINK("https://evil.example";"x")',
		'{ INCLUDETEXT "file:///etc/passwd" } DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe',
		'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p> ]]> &xxe; <!DOCTYPE x>',
		'<script>alert(1)</script><a href="javascript:alert(1)">x</a>',
		"links\u202enach rechts\u2066",
		"漢字 😀 e\u0301",
		"Donaudampfschifffahrt".repeat(1_000),
	])("%#", async (text) => {
		const nodes: ReportNode[] = [
			{ kind: "heading", level: 1, text },
			{ kind: "paragraph", text },
			{ kind: "rich-text", blocks: [{ kind: "paragraph", runs: [{ text, href: "https://example.org/" }] }] },
			{ kind: "list", ordered: true, items: [text] },
			{ kind: "table", caption: text, head: [text], rows: [[text]] },
		];
		const bytes = docxOf(report(nodes, text));
		const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
		expect(value.split(text).length - 1).toBe(11);
		for (const [path, part] of partsOf(bytes)) {
			expect(path).not.toMatch(/vbaProject|embeddings|media|activeX/);
			expect(part).not.toMatch(
				/TargetMode|<w:hyperlink|<w:instrText[^>]*>(?!PAGE|NUMPAGES)|<w:object|<!DOCTYPE|<!ENTITY/,
			);
		}
	});

	test("and what XML cannot hold is replaced rather than breaking the file", async () => {
		const { html, complaints } = await read(
			docxOf(report([{ kind: "paragraph", text: "a\u0007b\ud800c\ufffed\r\ne" }])),
		);
		expect(complaints).toEqual([]);
		expect(html).toContain("a\ufffdb\ufffdc\ufffdd<br />e");
	});
});
