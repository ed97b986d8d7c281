import { expect, it } from "vitest";
import * as Y from "yjs";
import { distributionOf } from "../assessment/distribution.ts";
import { type RatingResult, ratingResult } from "../assessment/rating-result.ts";
import { setAssessment } from "../blocks/module-assessment.ts";
import { place } from "../blocks/ranking-write.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import type { Language } from "../contract/languages.ts";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { readWorksheet } from "../document/read.ts";
import { distributionSentence, ratingNodes } from "./ratings.ts";
import { undrawn } from "./undrawn.ts";
import { reportWorksheet } from "./worksheet-report.ts";

const block = blockOf("module-assessment", "assessment");
const asked = ratedParts(block);
const rating = (value: number | "unknown") =>
	asked.map(({ part }) => ({ part, value: part === "reach" ? value : null }));
const result = ratingResult(asked, [rating(0), rating(1), rating("unknown"), null]);

it("says of each part how many rated it, their middle, and how far apart they are", () => {
	const table = (people: RatingResult, language: Language) => undrawn(ratingNodes(block, people, language));
	expect(table(result, "de")).toMatchObject([
		{
			kind: "table",
			caption: "Einzeln eingeschätzt: 3 von 4 haben abgegeben",
			head: ["Aspekt", "n", "Median", "Spannweite", "weiß nicht", "Personen je Stufe"],
			rows: [
				["Verstetigung", "0", "–", "–", "0", "0: 0 · 1: 0 · 2: 0"],
				["Reichweite", "2", "0,5", "0–1", "1", "0: 1 · 1: 1 · 2: 0"],
			],
		},
	]);
	const agreed = table(ratingResult(asked, [rating(2), rating(2)]), "en");
	expect(agreed).toMatchObject([{ rows: [{}, ["Reichweite (en)", "2", "2", "2", "0", "0: 0 · 1: 0 · 2: 2"]] }]);
});

it("says beside each drawing what it shows, for those who see it and for those who do not", () => {
	expect(ratingNodes(block, result, "de")).toMatchObject([
		{
			kind: "distributions",
			parts: [
				{ said: "niemand hat eine Stufe gewählt" },
				{
					said: "Median\u00a00,5, Spannweite\u00a00–1, n\u00a0=\u00a02, 1\u00a0ohne Einschätzung",
					alternative: "Reichweite: Personen je Stufe. 0 nicht begonnen: 1; 1 begonnen: 1; 2 umgesetzt: 0",
					ends: ["0 nicht begonnen", "2 umgesetzt"],
				},
			],
		},
	]);
});

it("says the same of one part in a sentence", () => {
	const of = (values: (number | "unknown" | null)[], language: "de" | "en" = "de") =>
		// What stays on one line is written with a tilde here.
		distributionSentence("Reichweite", distributionOf([0, 1, 2, 3, 4], values), language).replaceAll("\u00a0", "~");
	expect(of([2, 3, 5, 3, 4, "unknown"])).toBe("Reichweite: Median~3, Spannweite~2–4, n~=~4, 1~ohne Einschätzung");
	expect(of([0, 1], "en")).toBe("Reichweite: Median~0.5, Range~0–1, n~=~2");
	expect(of([0, 1])).toContain("Median~0,5");
	expect(of([2, 2, null])).toBe("Reichweite: Median~2, alle gleich, n~=~2");
	expect(of([2])).toBe("Reichweite: Median~2, n~=~1");
	expect(of(["unknown", "unknown"])).toBe("Reichweite: niemand hat eine Stufe gewählt, 2~ohne Einschätzung");
	expect(of([])).toBe("Reichweite: niemand hat eine Stufe gewählt");
});

it("names what is no longer asked about", () => {
	const [, reach] = block.dimensions;
	if (reach === undefined) throw new Error("no such dimension");
	const later = { ...block, dimensions: block.dimensions.filter((one) => one !== reach), former: [reach] };
	expect(undrawn(ratingNodes(later, result, "de"))).toMatchObject([
		{ rows: [{}, { 0: "Reichweite (nicht mehr gefragt)" }] },
	]);
});

it("stands below the value that the group agreed on, and where there is none yet", () => {
	const doc = new Y.Doc();
	place(doc, blockOf("ranking", "modules"), undefined, "board", 0);
	place(doc, blockOf("ranking", "modules"), undefined, "circle", 1);
	setAssessment(doc, block, "board", "reach", { state: 1 });
	const answered = readWorksheet(doc, everyBlock, { sections: ["repeated"] });
	const revealed = ["board", "circle"].map((item) => ({ question: `assessment/${item}`, ...result }));
	const nodes = reportWorksheet(answered, "de", { headingLevel: 2, revealed });
	const told = undrawn(nodes).flatMap((node) =>
		node.kind === "table" ? [node.caption] : node.kind === "note" || node.kind === "heading" ? [node.text] : [],
	);
	const caption = "Einzeln eingeschätzt: 3 von 4 haben abgegeben";
	expect(told.join("\n")).toContain(["Bewertung", "Bewertung", caption].join("\n"));
	expect(told.join("\n")).toContain(["Bewertung", "Keine Antwort", caption].join("\n"));
	expect(told.filter((text) => text === caption)).toHaveLength(2);
});
