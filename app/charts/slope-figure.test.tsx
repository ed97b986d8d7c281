import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { compare } from "../../worksheets/assessment/comparison.ts";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import type { ComparedPart, Occasion } from "../../worksheets/assessment/occasion.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { slopeSentence } from "../../worksheets/report/comparison.ts";
import { SlopeFigure } from "./slope-figure.tsx";

const both = (text: string) => ({ de: text, en: text });
const VALUES = [0, 1, 2, 3, 4];

function occasion(groups: Point[], people: Point[] | null, label = "Reichweite"): Occasion {
	const part: ComparedPart = {
		worksheet: "structure-sustainability",
		title: both("Stand"),
		question: "assessment/steering-committee",
		prompt: both("Wie steht es?"),
		item: null,
		part: "reach",
		label: both(label),
		hint: null,
		points: VALUES.map((value) => ({ value, label: both(String(value)) })),
		groups: distributionOf(VALUES, groups),
		people: people === null ? null : distributionOf(VALUES, people),
	};
	const nothing = { series: null, date: null, place: "", participants: 0, stage: "ended", measures: [] } as const;
	return { ...nothing, workshop: "w".repeat(22), title: "", language: "de", measures: [], parts: [part] };
}

const DATES = [
	{ name: "2. März 2026", short: "02.03.26" },
	{ name: "7. September 2026", short: "07.09.26" },
];

function drawn(...occasions: Occasion[]) {
	const row = compare(occasions).sheets[0]?.questions[0]?.rows[0];
	if (row === undefined) throw new Error("nothing to compare");
	const names = DATES.map(({ name }) => name);
	const table = { id: "values", label: "Als Tabelle" };
	return {
		said: { de: slopeSentence(row, names, "de"), en: slopeSentence(row, names, "en") },
		html: renderToStaticMarkup(<SlopeFigure row={row} dates={DATES} language="de" table={table} />),
	};
}

const count = (html: string, what: RegExp) => html.match(what)?.length ?? 0;

it("draws what its sentence says, groups and individuals each in their own shape, without a browser", () => {
	const { said, html } = drawn(occasion([1, 2], [2]), occasion([3, 4], [1, 1]));
	expect(said.de).toBe(
		"Reichweite: Gruppen 1,5 (2. März 2026), 3,5 (7. September 2026): +2; Einzelne 2 (2. März 2026), 1 (7. September 2026): −1",
	);
	expect(said.en).toContain("groups 1.5 (2. März 2026), 3.5 (7. September 2026): +2; individuals 2");
	expect(html).toContain(`>${said.de}</figcaption>`);
	expect(count(html, /<circle/g)).toBe(2);
	expect(count(html, /<rect/g)).toBe(2);
	expect(count(html, /slope__stroke/g)).toBe(2);
	expect(html).toContain('<a href="#values">Als Tabelle</a>');
	expect(html).toContain('aria-hidden="true"');
});

it("draws no line and takes no difference where the wording is another, and says so", () => {
	const { said, html } = drawn(occasion([1], null), occasion([3], null, "Wirkung"));
	expect(said.de).toBe("Wirkung: Gruppen 1 (2. März 2026), 3 (7. September 2026); Wortlaut geändert, nicht verrechnet");
	expect(said.en).toContain("wording changed, no difference taken");
	expect(count(html, /<circle/g)).toBe(2);
	expect(count(html, /slope__stroke/g)).toBe(0);
});

it("draws nothing where nobody chose a point", () => {
	const { said, html } = drawn(occasion(["unknown"], null), occasion(["unknown"], null));
	expect(said.de).toBe("Reichweite: Gruppen ohne Wert (2. März 2026), ohne Wert (7. September 2026)");
	expect(html).not.toContain("<svg");
});
