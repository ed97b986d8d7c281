import { describe, expect, it } from "vitest";
import { pdfPages } from "../../../test/harness/pdf.ts";
import { ratingResult } from "../../../worksheets/assessment/rating-result.ts";
import { ratedParts } from "../../../worksheets/blocks/rated-parts.ts";
import { blockOf } from "../../../worksheets/document/every-block.fixture.ts";
import type { ReportNode } from "../../../worksheets/report/nodes.ts";
import { assessmentOf } from "../../../worksheets/report/overview.fixture.ts";
import { overviewNodes } from "../../../worksheets/report/overview.ts";
import { ratingNodes } from "../../../worksheets/report/ratings.ts";
import { fileReport } from "../file-report.ts";
import { createCompiler } from "./compile.ts";
import { pdfReport } from "./pdf-report.ts";

const compile = createCompiler();
const HEADING = "Wie sind Ihre Bausteine aufgestellt";
const CAPTION = "Eine Zeile je Baustein";
const FIRST_ROW = "Lenkungsgruppe";

/** The pages of a report with so many lines before a question and its answer. */
async function pagesAfter(lines: number, answer: readonly ReportNode[]): Promise<string[]> {
	const paragraph: ReportNode = { kind: "paragraph", text: "Eine Zeile." };
	const nodes: ReportNode[] = [
		...Array.from({ length: lines }, () => paragraph),
		{ kind: "heading", level: 1, text: HEADING },
		...answer,
	];
	const report = { title: "Titel", of: "", language: "de", interim: false, at: 0 } as const;
	return await pdfPages(
		compile(JSON.stringify(pdfReport(fileReport({ ...report, facts: [], nodes }, "Europe/Berlin")))),
	);
}

/** On which page something stands; the first one is the title's. */
function pageOf(pages: readonly string[], text: string): number {
	return pages.findIndex((page, index) => index > 0 && page.includes(text));
}

describe("a page break", () => {
	const linesBefore = Array.from({ length: 10 }, (_, index) => 30 + index);

	it.each(linesBefore)("never leaves a table's question and caption behind (%i lines before)", async (lines) => {
		const rows = [[FIRST_ROW, "zweimal im Jahr"], ...Array.from({ length: 12 }, () => ["Arbeitskreis", "monatlich"])];
		const pages = await pagesAfter(lines, [{ kind: "table", caption: CAPTION, head: ["Name", "Turnus"], rows }]);
		expect(pageOf(pages, HEADING)).toBeGreaterThan(0);
		expect([pageOf(pages, CAPTION), pageOf(pages, FIRST_ROW)]).toEqual([
			pageOf(pages, HEADING),
			pageOf(pages, HEADING),
		]);
	});

	it.each([18, 22, 26, 30, 34])(
		"leaves neither a heatmap's caption behind nor part of a module (%i lines before)",
		async (lines) => {
			const groups = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`Gruppe ${at + 1}`, [at % 3]]));
			const [, , , heatmap] = overviewNodes([assessmentOf(FIRST_ROW, ["Verstetigung"], groups)], "de");
			const pages = await pagesAfter(lines, heatmap === undefined ? [] : [heatmap]);
			const places = ["Größte Spannweite", "begonnen", "Gruppe 1 ", "Gruppe 8 "].map((text) => pageOf(pages, text));
			expect(places).toEqual(places.map(() => pageOf(pages, HEADING)));
		},
	);

	it.each([22, 25, 28, 31, 34])("goes through no figure (%i lines before)", async (lines) => {
		const block = blockOf("module-assessment", "assessment");
		const asked = ratedParts(block);
		const people = Array.from({ length: 9 }, () => asked.map(({ part }) => ({ part, value: 1 })));
		const pages = await pagesAfter(lines, ratingNodes(block, ratingResult(asked, people), "de"));
		const places = ["Einzeln eingeschätzt", "0 nicht begonnen", "Reichweite:", "Median 1, alle gleich"].map((text) =>
			pageOf(pages, text),
		);
		expect(places).toEqual(places.map(() => pageOf(pages, HEADING)));
	});
});
