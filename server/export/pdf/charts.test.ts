import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdfAlternatives, pdfPages, pdfStructure } from "../../../test/harness/pdf.ts";
import { ratingResult } from "../../../worksheets/assessment/rating-result.ts";
import type { Point } from "../../../worksheets/blocks/points.ts";
import { ratedParts } from "../../../worksheets/blocks/rated-parts.ts";
import { blockOf } from "../../../worksheets/document/every-block.fixture.ts";
import type { ReportNode } from "../../../worksheets/report/nodes.ts";
import { assessmentOf } from "../../../worksheets/report/overview.fixture.ts";
import { overviewNodes } from "../../../worksheets/report/overview.ts";
import { ratingNodes } from "../../../worksheets/report/ratings.ts";
import { projectPath } from "../../project-path.ts";
import { fileReport } from "../file-report.ts";
import { createCompiler } from "./compile.ts";
import { pdfReport } from "./pdf-report.ts";

const compile = createCompiler();
const HOSTILE = '#panic() $x^2$ *fett* <label> @ref \\ #import "x"';

function written(nodes: ReportNode[]): Uint8Array {
	const report = { title: "Titel", of: "", language: "de", interim: false, at: 0, facts: [] } as const;
	return compile(JSON.stringify(pdfReport(fileReport({ ...report, facts: [], nodes }, "Europe/Berlin"))));
}

const block = blockOf("module-assessment", "assessment");
const asked = ratedParts(block);

/** How people rated the second part of the block; nobody has rated the others. */
function ratings(points: readonly Point[]): ReportNode[] {
	const [, reach] = asked;
	const people = points.map((value) => asked.map((one) => ({ part: one.part, value: one === reach ? value : null })));
	return ratingNodes(block, ratingResult(asked, people), "de");
}

describe("distributions", () => {
	it("are figures with a caption, and with words for those who do not see them", async () => {
		const pdf = written(ratings([0, 1, 1, 1, "unknown"]));
		expect(pdfAlternatives(pdf)).toEqual([
			"Reichweite: Personen je Stufe. 0 nicht begonnen: 1; 1 begonnen: 3; 2 umgesetzt: 0",
		]);
		const structure = await pdfStructure(pdf);
		// Nobody chose a point for the other one: there is nothing to draw.
		expect(structure.match(/^ +Figure/gm)).toHaveLength(1);
		const [before = ""] = structure.split(/^ +Figure/m);
		const caption = [...before.slice(before.lastIndexOf("Caption")).matchAll(/"([^"]*)"/g)].map(([, text]) => text);
		expect(caption.join("").replaceAll("\u00a0", " ")).toBe(
			"Reichweite:Median 1, Spannweite 0–1, n = 4, 1 ohne Einschätzung",
		);
		const text = (await pdfPages(pdf)).join("\n");
		expect(text).toMatch(/Verstetigung +0 +– +– +0 +0: 0 · 1: 0 · 2: 0/);
		expect(text).toMatch(/Reichweite +4 +1 +0–1 +1 +0: 1 · 1: 3 · 2: 0/);
	});

	it("of hundreds are bars with their numbers", async () => {
		const pages = await pdfPages(written(ratings([...Array<Point>(200).fill(2), 0])));
		expect(pages).toHaveLength(2);
		expect(pages[1]).toMatch(/^ +200$/m);
	});
});

describe("a heatmap", () => {
	const groups = Object.fromEntries(
		Array.from({ length: 30 }, (_, at) => [`Gruppe ${at + 1}`, [at % 3, at % 2 === 0 ? null : "unknown"] as const]),
	);

	it("is a table with heads, a sign in every cell, and the sentence as its caption", async () => {
		const three = Object.fromEntries(Object.entries(groups).slice(0, 3));
		const structure = await pdfStructure(
			written(overviewNodes([assessmentOf("Beirat", ["Verstetigung", "Reichweite"], three)], "de")),
		);
		expect(structure).toContain("Größte Spannweite zwischen den Gruppen: Beirat, Verstetigung (0–2).");
		const cells = [...structure.matchAll(/ (TH|TD)[ :][^"]*"([^"]*)"/g)].map(([, tag, text]) => `${tag} ${text}`);
		expect(cells).toEqual([
			...["TH Baustein", "TH Gruppe", "TH Verstetigung", "TH Reichweite"],
			...["TD Beirat", "TD Gruppe 1", "TD 0", "TD –"],
			...["TD Gruppe 2", "TD 1", "TD ?"],
			...["TD Gruppe 3", "TD 2", "TD –"],
		]);
	});

	it("of many groups and dimensions goes on with its heads on the next page, and names the module again", async () => {
		const dimensions = Array.from({ length: 12 }, (_, at) => `Dimension ${at + 1}`);
		const pages = await pdfPages(written(overviewNodes([assessmentOf("Beirat", dimensions, groups)], "de")));
		const drawn = pages.filter((page) => page.includes("Gruppe 1 ") || page.includes("Gruppe 30"));
		expect(drawn.length).toBeGreaterThan(1);
		for (const page of drawn) {
			expect(page).toContain("Baustein");
			expect(page).toContain("Beirat");
		}
	});

	it("has the colours of the page", () => {
		const tokens = readFileSync(projectPath("app/styles/_tokens.scss"), "utf8");
		const light = [...tokens.matchAll(/--heat-\d: (#[0-9a-f]{6})/g)].slice(0, 5).map(([, colour]) => `"${colour}"`);
		expect(light).toHaveLength(5);
		expect(readFileSync(projectPath("server/export/pdf/charts.typ"), "utf8")).toContain(`(${light.join(", ")})`);
	});
});

it("sets every text in a figure without taking it for markup", async () => {
	const hostile = { ...block, dimensions: block.dimensions.map((one) => ({ ...one, label: { de: HOSTILE, en: "" } })) };
	const people = [asked.map(({ part }) => ({ part, value: 1 }))];
	const pdf = written([
		...overviewNodes([assessmentOf(HOSTILE, [HOSTILE, "a".repeat(80)], { [HOSTILE]: [1], "": [2] })], "de"),
		...ratingNodes(hostile, ratingResult(asked, people), "de"),
	]);
	expect((await pdfPages(pdf)).join(" ")).toContain("#panic()");
	expect(pdfAlternatives(pdf)[0]).toContain(HOSTILE);
});
