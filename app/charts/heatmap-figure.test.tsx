import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Assessment, OverviewCell } from "../../worksheets/contract/plenary.ts";
import { overviewSentence } from "../../worksheets/report/overview.ts";
import { loadMessages } from "../i18n/load-messages.ts";
import { MessagesProvider } from "../i18n/provider.tsx";
import { HeatmapFigure } from "./heatmap-figure.tsx";

const cell = (value: OverviewCell["value"], reason = ""): OverviewCell => ({
	value,
	reason,
	outlook: "",
	evidence: "",
	dissent: "",
	distribution: null,
});

const assessment: Assessment = {
	id: "sheet/assessment",
	worksheet: "sheet",
	title: "Stand",
	label: "Wo steht der Baustein?",
	view: "all",
	scale: {
		points: ["nicht da", "begonnen", "gesichert"].map((label, value) => ({ value, label })),
		unknown: "weiß nicht",
	},
	dimensions: [
		{ id: "lasting", label: "Verstetigung" },
		{ id: "reach", label: "Reichweite" },
	],
	units: ["A", "B", "C"].map((name) => ({ document: `d-${name}`, kind: "group", id: name, name: `Gruppe ${name}` })),
	modules: [
		{
			id: "board",
			label: "Beirat",
			rows: [
				{ document: "d-A", question: "assessment/board", cells: [cell(0, "Kein Beschluss"), cell(null)] },
				{ document: "d-B", question: "assessment/board", cells: [cell(2), cell("unknown")] },
			],
		},
	],
};

async function drawn(open: boolean, language: Language = "de", seen: Assessment = assessment): Promise<string> {
	return renderToStaticMarkup(
		<MessagesProvider language={language} messages={await loadMessages(language)}>
			<HeatmapFigure
				assessment={seen}
				groups={[]}
				language="de"
				order="name"
				{...(open
					? { open: { document: "d-A", question: "assessment/board", dimension: "lasting" }, onOpen() {} }
					: {})}
			/>
		</MessagesProvider>,
	);
}

it("has a sentence, a sign in every cell, and the same as a table, without a browser", async () => {
	const html = await drawn(true);
	expect(html).toContain(`>${overviewSentence(assessment, "de")}</figcaption>`);
	expect(html).toContain("Größte Spannweite zwischen den Gruppen: Beirat, Verstetigung (0–2).");
	expect(html).toContain("Ohne Wert: Gruppe C.");
	const signs = [...html.matchAll(/<td class="(heat heat--\w+)"><button[^>]*aria-label="([^"]+)"[^>]*>([^<]*)/g)];
	expect(signs.map(([, look, name, sign]) => [look, name, sign])).toEqual([
		["heat heat--1", "Gruppe A, Beirat, Verstetigung: 0 nicht da", "0"],
		["heat heat--none", "Gruppe A, Beirat, Reichweite: ohne Wert", "–"],
		["heat heat--5", "Gruppe B, Beirat, Verstetigung: 2 gesichert", "2"],
		["heat heat--none", "Gruppe B, Beirat, Reichweite: weiß nicht", "?"],
	]);
	expect(html.match(/aria-expanded="true"/g)).toHaveLength(1);
	expect(html).toContain("Als Tabelle");
	expect(html).toContain("<td>Kein Beschluss</td>");
});

it("is plain to read where there is nothing to open, and speaks the page's language around the workshop's", async () => {
	const html = await drawn(false, "en");
	expect(html).not.toContain("<button");
	expect(html).toMatch(/<td class="heat heat--5">2<\/td>/);
	expect(html).toContain("Show as table");
	expect(html).toContain("no value");
});

it("shows municipalities' medians with how many people they are of, and says of whom nothing is shown", async () => {
	const spread = distributionOf([0, 1, 2], [0, 1, 2, 2]);
	const units: Assessment = {
		...assessment,
		view: "units",
		units: ["A", "B"].map((name) => ({ document: `d-${name}`, kind: "unit", id: null, name: `Kreis ${name}` })),
		modules: [
			{
				id: "board",
				label: "Beirat",
				rows: [
					{
						document: "d-A",
						question: "assessment/board",
						cells: [{ ...cell(1.5), distribution: spread }, cell(null)],
					},
				],
			},
		],
	};
	const html = await drawn(true, "de", units);
	const names = [...html.matchAll(/<button[^>]*aria-label="([^"]+)"/g)].map(([, name]) => name);
	expect(names).toEqual([
		"Kreis A, Beirat, Verstetigung: 1,5, zwischen „begonnen“ und „gesichert“; 0–2, n = 4",
		"Kreis A, Beirat, Reichweite: nicht gezeigt (zu wenige Personen)",
	]);
	expect(html).toContain("Je Kommune der Median");
	expect(html).toContain('<th scope="col">Spannweite</th><th scope="col">n</th>');
	expect(html).not.toContain("Gruppe");
});
