import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../blocks/points.ts";
import { type Change, compare, comparisonSchema } from "./comparison.ts";
import { distributionOf } from "./distribution.ts";
import { type ComparedPart, type Occasion, occasionSchema } from "./occasion.ts";

const both = (text: string) => ({ de: text, en: text });
const STAND = [0, 1, 2, 3, 4];
const POINTS = STAND.map((value) => ({ value, label: both(`Stufe ${value}`) }));

function part(
	name: string,
	groups: Point[],
	people: Point[] | null = null,
	other: Partial<ComparedPart> = {},
): ComparedPart {
	return {
		worksheet: "structure-sustainability",
		title: both("Stand und Perspektiven"),
		question: "assessment/steering-committee",
		prompt: both("Wie steht es?"),
		item: both("Steuerungsgruppe"),
		part: name,
		label: both(`Dimension ${name}`),
		hint: null,
		points: POINTS,
		groups: distributionOf(STAND, groups),
		people: people === null ? null : distributionOf(STAND, people),
		...other,
	};
}

function occasion(at: number, parts: ComparedPart[], language: "de" | "en" = "de"): Occasion {
	return {
		workshop: String(at).repeat(22).slice(0, 22),
		title: `Treffen ${at}`,
		series: { name: "Runder Tisch", number: at },
		language,
		date: at * 86_400_000,
		place: "",
		participants: 5,
		stage: "ended",
		parts,
		measures: [],
	};
}

const only = (comparison: ReturnType<typeof compare>) => comparison.sheets[0]?.questions[0]?.rows[0];

describe("two dates", () => {
	it("are compared where both have a thing, by the later median less the earlier one", () => {
		const comparison = compare([
			occasion(1, [part("reach", [1, 1, 2], [0, 1]), part("depth", [2])]),
			occasion(2, [part("reach", [2, 3, 4], [3, 4]), part("new", [1])]),
		]);
		expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
		expect(comparison.sheets).toHaveLength(1);
		expect(comparison.sheets[0]).toMatchObject({
			worksheet: "structure-sustainability",
			title: both("Stand und Perspektiven"),
		});
		expect(
			comparison.sheets[0]?.questions.map(({ question, rows }) => [question, rows.map((row) => row.part)]),
		).toEqual([["assessment/steering-committee", ["reach"]]]);
		expect(only(comparison)?.changes).toEqual([{ from: 0, to: 1, differs: [], groups: 2, people: 3 }]);
		expect(only(comparison)?.overall).toBeNull();
		expect(comparison.once.map(({ at, labels }) => [at, labels.map(({ de }) => de)])).toEqual([
			[0, ["Dimension depth"]],
			[1, ["Dimension new"]],
		]);
	});

	it("are not subtracted where the wording or the scale is another, and that is told", () => {
		const changed = (other: Partial<ComparedPart>): Change | undefined =>
			only(compare([occasion(1, [part("reach", [1], [1])]), occasion(2, [part("reach", [3], [3], other)])]))
				?.changes[0];
		const none = { from: 0, to: 1, groups: null, people: null };
		for (const text of ["prompt", "item", "label", "hint"] as const) {
			expect(changed({ [text]: both("Anders") }), text).toEqual({ ...none, differs: ["wording"] });
		}
		const relabelled = POINTS.map((point) => ({ ...point, label: both("anders") }));
		expect(changed({ points: relabelled })).toEqual({ ...none, differs: ["scale"] });
		expect(changed({ points: POINTS.slice(1) })).toEqual({ ...none, differs: ["scale"] });
		expect(changed({ points: relabelled, label: both("Anders") })).toEqual({ ...none, differs: ["wording", "scale"] });
		// Of another name for the sheet nobody's answer depends.
		expect(changed({ title: both("Anders") })).toMatchObject({ differs: [], groups: 2, people: 2 });
	});

	it("count words only in languages that people read", () => {
		const english = { label: { de: "Dimension reach", en: "Other" } };
		const differs = (one: "de" | "en", other: "de" | "en") =>
			only(compare([occasion(1, [part("reach", [1])], one), occasion(2, [part("reach", [3], null, english)], other)]))
				?.changes[0]?.differs;
		expect(differs("de", "de")).toEqual([]);
		expect(differs("en", "en")).toEqual(["wording"]);
		expect(differs("de", "en")).toEqual(["wording"]);
	});

	it("have no difference where one of them has no median", () => {
		const change = (one: ComparedPart, other: ComparedPart) =>
			only(compare([occasion(1, [one]), occasion(2, [other])]))?.changes[0];
		expect(change(part("reach", ["unknown"], [1]), part("reach", [3]))).toMatchObject({ groups: null, people: null });
		expect(change(part("reach", [1], null), part("reach", [3], [4]))).toMatchObject({ groups: 2, people: null });
	});
});

describe("several dates", () => {
	it("go from each date that has a thing to the next one that has it, and over all", () => {
		const row = only(
			compare([
				occasion(1, [part("reach", [0])]),
				occasion(2, []),
				occasion(3, [part("reach", [3], null, { label: both("Anders") })]),
				occasion(4, [part("reach", [4])]),
			]),
		);
		expect(row?.cells.map((cell) => cell?.groups.median ?? null)).toEqual([0, null, 3, 4]);
		expect(row?.changes).toEqual([
			{ from: 0, to: 2, differs: ["wording"], groups: null, people: null },
			{ from: 2, to: 3, differs: ["wording"], groups: null, people: null },
		]);
		expect(row?.overall).toEqual({ from: 0, to: 3, differs: [], groups: 4, people: null });
		expect(row?.label).toEqual(both("Dimension reach"));
	});

	it("give for one date, or none, nothing to compare", () => {
		expect(compare([])).toEqual({ sheets: [], once: [] });
		const one = compare([occasion(1, [part("reach", [1]), part("depth", [1])])]);
		expect(one.sheets).toEqual([]);
		expect(one.once).toHaveLength(1);
		expect(one.once[0]?.labels).toHaveLength(2);
	});

	const point = fc.constantFrom<Point>(0, 1, 2, 3, 4, "unknown");
	const answers = fc.array(point, { maxLength: 9 });
	const names = fc.constantFrom("reach", "depth", "continuation");
	const drawn = fc.dictionary(
		names,
		fc.record({ groups: answers, people: fc.option(answers), renamed: fc.boolean(), shorter: fc.boolean() }),
	);

	it("agree with counting by hand, whatever was asked and answered", () => {
		fc.assert(
			fc.property(fc.array(drawn, { maxLength: 5 }), (given) => {
				const occasions = given.map((parts, at) =>
					occasion(
						at,
						Object.entries(parts).map(([name, { groups, people, renamed, shorter }]) =>
							part(name, groups, people, {
								...(renamed ? { label: both(`${name} anders`) } : {}),
								...(shorter ? { points: POINTS.slice(0, 4) } : {}),
							}),
						),
					),
				);
				for (const one of occasions) expect(occasionSchema.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
				const comparison = compare(occasions);
				expect(comparisonSchema.parse(JSON.parse(JSON.stringify(comparison)))).toEqual(comparison);
				const rows = comparison.sheets.flatMap(({ questions }) => questions.flatMap((question) => question.rows));
				for (const name of ["reach", "depth", "continuation"]) {
					const there = given.flatMap((parts, at) => (parts[name] === undefined ? [] : [{ at, ...parts[name] }]));
					const row = rows.find((candidate) => candidate.part === name);
					const alone = comparison.once.filter(({ labels }) => labels.some(({ de }) => de.includes(name)));
					expect(row !== undefined).toBe(there.length > 1);
					expect(alone.map(({ at }) => at)).toEqual(there.length === 1 ? there.map(({ at }) => at) : []);
					if (row === undefined) continue;
					expect(row.cells.flatMap((cell, at) => (cell === null ? [] : [at]))).toEqual(there.map(({ at }) => at));
					expect(row.changes).toHaveLength(there.length - 1);
					for (const change of [...row.changes, ...(row.overall === null ? [] : [row.overall])]) {
						const [from, to] = [there.find(({ at }) => at === change.from), there.find(({ at }) => at === change.to)];
						if (from === undefined || to === undefined) throw new Error("a change between dates that lack it");
						expect(change.differs.includes("wording")).toBe(from.renamed !== to.renamed);
						expect(change.differs.includes("scale")).toBe(from.shorter !== to.shorter);
						const isSame = from.renamed === to.renamed && from.shorter === to.shorter;
						expect(change.groups).toBe(isSame ? byHand(from.groups, to.groups) : null);
						expect(change.people).toBe(isSame ? byHand(from.people, to.people) : null);
					}
				}
			}),
		);
	});
});

/** The later middle less the earlier one, found by taking away from both ends. */
function byHand(from: readonly Point[] | null, to: readonly Point[] | null): number | null {
	const middle = (answers: readonly Point[] | null): number | null => {
		let left = (answers ?? []).filter((answer) => typeof answer === "number").sort((one, other) => one - other);
		while (left.length > 2) left = left.slice(1, -1);
		const [one, other = one] = left;
		return one === undefined || other === undefined ? null : (one + other) / 2;
	};
	const [earlier, later] = [middle(from), middle(to)];
	return earlier === null || later === null ? null : later - earlier;
}
