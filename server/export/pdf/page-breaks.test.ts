import { describe, expect, it } from "vitest";
import { pdfPages } from "../../../test/harness/pdf.ts";
import { createCompiler } from "./compile.ts";

const compile = createCompiler();
const HEADING = "Wie sind Ihre Bausteine aufgestellt";
const CAPTION = "Eine Zeile je Baustein";
const FIRST_ROW = "Lenkungsgruppe";

/** The pages of a report with so many lines before a question whose answer is a table. */
async function pagesAfter(lines: number): Promise<string[]> {
	const paragraph = { kind: "paragraph", text: "Eine Zeile." };
	const pdf = compile(
		JSON.stringify({
			title: "Titel",
			language: "de",
			product: "Ergebnisse",
			interim: null,
			headerRight: "8. März 2023",
			footer: "Fuß",
			pageWord: "Seite",
			ofWord: "von",
			contentsWord: "Inhalt",
			facts: [],
			nodes: [
				...Array.from({ length: lines }, () => paragraph),
				{ kind: "heading", level: 1, text: HEADING },
				{
					kind: "table",
					caption: CAPTION,
					head: ["Name", "Turnus"],
					rows: [[FIRST_ROW, "zweimal im Jahr"], ...Array.from({ length: 12 }, () => ["Arbeitskreis", "monatlich"])],
				},
			],
		}),
	);
	return await pdfPages(pdf);
}

describe("a page break", () => {
	it.each(Array.from({ length: 10 }, (_, index) => 30 + index))(
		"never leaves a table's question and caption behind (%i lines before)",
		async (lines) => {
			const pages = await pagesAfter(lines);
			// The first one with it is the table of contents, where it is listed.
			const at = (text: string) => pages.findIndex((page, index) => index > 1 && page.includes(text));
			expect(at(HEADING)).toBeGreaterThan(1);
			expect([at(CAPTION), at(FIRST_ROW)]).toEqual([at(HEADING), at(HEADING)]);
		},
	);
});
