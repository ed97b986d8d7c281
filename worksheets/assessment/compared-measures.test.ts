import { describe, expect, it } from "vitest";
import { comparedMeasuresSchema, compareMeasures } from "./compared-measures.ts";
import type { ComparedMeasure, Occasion } from "./occasion.ts";

const PLAN = "p".repeat(22);

function measure(row: string, what: string, other: Partial<ComparedMeasure> = {}): ComparedMeasure {
	return { row, what, responsible: "Kim", due: "2026-12-01", status: "open", source: null, ...other };
}

function occasion(measures: ComparedMeasure[]): Occasion {
	return {
		workshop: "w".repeat(22),
		title: "Treffen",
		series: null,
		language: "de",
		date: null,
		place: "",
		participants: 0,
		stage: "ended",
		parts: [],
		measures,
	};
}

/** Last time's rows, and what they are now. */
const pairs = (...dates: ComparedMeasure[][]) =>
	compareMeasures(dates.map(occasion))?.rows.map(({ before, now }) => [before.row, now?.row ?? null]);

describe("the measures of last time", () => {
	it("are found again by where they were taken from, by their id, or by what they say", () => {
		const before = [measure("a", "Beirat"), measure("b", "Bericht"), measure("c", "Netzwerk"), measure("d", "Fort")];
		const now = [
			measure("x", "Netzwerk", { status: "done" }),
			measure("b", "Bericht, neu", { status: "begun" }),
			measure("y", "Beirat einrichten", { source: { document: PLAN, row: "a" } }),
			measure("z", "Ganz neu"),
		];
		const compared = compareMeasures([occasion(before), occasion(now)]);
		expect(comparedMeasuresSchema.parse(JSON.parse(JSON.stringify(compared)))).toEqual(compared);
		expect(compared).toMatchObject({ before: 0, now: 1 });
		expect(pairs(before, now)).toEqual([
			["a", "y"],
			["b", "b"],
			["c", "x"],
			["d", null],
		]);
		expect(compared?.rows[2]?.now?.status).toBe("done");
	});

	it("are each found once, and what came along from another is nobody else's", () => {
		const before = [measure("a", "Beirat"), measure("b", "Beirat")];
		expect(pairs(before, [measure("x", "Beirat", { source: { document: PLAN, row: "b" } })])).toEqual([
			["a", null],
			["b", "x"],
		]);
		expect(pairs([measure("a", "")], [measure("x", "")])).toEqual([["a", null]]);
	});

	it("are those of the last date before the newest that has any", () => {
		const compared = compareMeasures([occasion([measure("a", "Beirat")]), occasion([]), occasion([])]);
		expect(compared).toMatchObject({ before: 0, now: 2, rows: [{ now: null }] });
		expect(compareMeasures([occasion([measure("a", "Beirat")])])).toBeNull();
		expect(compareMeasures([occasion([]), occasion([measure("a", "Beirat")])])).toBeNull();
		expect(compareMeasures([])).toBeNull();
	});
});
