import { expect, it } from "vitest";
import { toMarkdown } from "./markdown.ts";
import { reportNodeSchema } from "./nodes-schema.ts";
import { assessmentOf } from "./overview.fixture.ts";
import { overviewNodes } from "./overview.ts";

const assessment = assessmentOf("Beirat", ["Verstetigung", "Reichweite"], {
	"Gruppe A": [0, null],
	"Gruppe B": [2, "unknown"],
});

it("has the groups' values with their colours, and what the signs mean", () => {
	const heatmap = overviewNodes([assessment], "de").find(({ kind }) => kind === "heatmap");
	expect(heatmap).toEqual({
		kind: "heatmap",
		caption: "Werte der Gruppen: Stand",
		sentence:
			"Größte Spannweite zwischen den Gruppen: Beirat, Verstetigung (0–2). Einzelne Werte fehlen: Gruppe A (1).",
		head: ["Baustein", "Gruppe", "Verstetigung", "Reichweite"],
		modules: [
			{
				label: "Beirat",
				rows: [
					{
						label: "Gruppe A",
						cells: [
							{ text: "0", level: 1 },
							{ text: "–", level: null },
						],
					},
					{
						label: "Gruppe B",
						cells: [
							{ text: "2", level: 5 },
							{ text: "?", level: null },
						],
					},
				],
			},
		],
		legend: [
			{ text: "0", level: 1, label: "nicht da" },
			{ text: "1", level: 3, label: "begonnen" },
			{ text: "2", level: 5, label: "gesichert" },
			{ text: "–", level: null, label: "ohne Wert" },
			{ text: "?", level: null, label: "weiß nicht" },
		],
	});
	expect(reportNodeSchema.parse(heatmap)).toEqual(heatmap);
});

it("explains no sign that is not there", () => {
	const whole = assessmentOf("Beirat", ["Verstetigung"], { "Gruppe A": [0], "Gruppe B": [2] });
	const [, , , heatmap] = overviewNodes([whole], "de");
	expect(heatmap).toMatchObject({ legend: [{ text: "0" }, { text: "1" }, { text: "2" }] });
});

it("is a sentence and a table where nothing is drawn", () => {
	expect(toMarkdown(overviewNodes([assessment], "de"))).toContain(
		[
			"Größte Spannweite zwischen den Gruppen: Beirat, Verstetigung (0–2). Einzelne Werte fehlen: Gruppe A (1).",
			"Werte der Gruppen: Stand",
			[
				"| Baustein | Gruppe | Verstetigung | Reichweite |",
				"| --- | --- | --- | --- |",
				"| Beirat | Gruppe A | 0 | – |",
				"| Beirat | Gruppe B | 2 | ? |",
			].join("\n"),
		].join("\n\n"),
	);
});
