import { expect, test } from "vitest";
import { pdfInfo, pdfPages } from "../../../test/harness/pdf.ts";
import type { ReportNode } from "../../../worksheets/report/nodes.ts";
import { fileReport } from "../file-report.ts";
import { createCompiler, missingCharacters, spellOut } from "./compile.ts";
import { pdfReport } from "./pdf-report.ts";

const report = (text: string) =>
	JSON.stringify({
		title: `Titel ${text}`,
		language: "de",
		product: "Ergebnisse",
		interim: text,
		headerRight: text,
		footer: text,
		pageWord: "Seite",
		ofWord: "von",
		contentsWord: "Inhalt",
		contentsDepth: 2,
		facts: [{ label: text, value: text }],
		nodes: [
			{ kind: "heading", level: 1, text },
			{ kind: "paragraph", text },
			{ kind: "rich-text", blocks: [{ kind: "paragraph", runs: [{ text, bold: true }, { text: "\n" }, { text }] }] },
			{ kind: "list", ordered: true, items: [text] },
			{ kind: "table", caption: text, head: [text], rows: [[text]] },
		],
	});

test.each([
	'#panic() $x^2$ *fett* _kursiv_ `code` <label> @ref // Kommentar \\ #import "x"',
	"漢字 und 😀 und \u0007 und \ufffe",
	"Donaudampfschifffahrtsgesellschaftskapitän".repeat(40),
	"",
])("sets any text without taking it for markup: %#", (text) => {
	const pdf = createCompiler()(report(text));
	expect(new TextDecoder().decode(pdf.subarray(0, 5))).toBe("%PDF-");
});

test("reads the characters that no font can show from Typst's message", () => {
	const message = 'the text `"中"` could not be displayed with font, the text `"\\u{7}"` could not be displayed';
	expect([...missingCharacters(message)]).toEqual(["中", "\u0007"]);
});

test("spells such characters out wherever they stand and leaves the rest", () => {
	expect(JSON.parse(spellOut(JSON.stringify({ a: ["x中"], b: 1 }), new Set(["中"])))).toEqual({
		a: ["x[U+4E2D]"],
		b: 1,
	});
});

test.each([
	[8, false],
	[9, true],
])("names chapters on a page of their own only where there are several: %i headings", async (headings, hasContents) => {
	const nodes = Array.from(
		{ length: headings },
		(_, at): ReportNode => ({ kind: "heading", level: 1, text: `K${at}` }),
	);
	const about = { title: "Titel", of: "", language: "de", interim: false, at: 0, facts: [] } as const;
	const pdf = createCompiler()(JSON.stringify(pdfReport(fileReport({ ...about, facts: [], nodes }, "Europe/Berlin"))));
	const pages = await pdfPages(pdf);
	expect(pages).toHaveLength(hasContents ? 3 : 2);
	expect(pages.some((page) => page.includes("Inhalt"))).toBe(hasContents);
});

test("the title that a reader shows is as it was, however long its words are", async () => {
	const word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze";
	expect(await pdfInfo(createCompiler()(report(word)))).toContain(`Titel ${word}\n`);
});
