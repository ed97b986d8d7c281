import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Point } from "../blocks/points.ts";
import { distributionOf, FEWEST_PEOPLE } from "./distribution.ts";
import { type CountedSheet, ratingsOfUnits, tellable, type UnitRating, unitKey } from "./units.ts";

const label = { de: "", en: "" };
const SCALE = [0, 1, 2, 3, 4];
const scale = { id: "stand", points: SCALE.map((value) => ({ value, label })), unknown: label };
const asked = ["lasting", "reach"].map((part) => ({ part, scale }));
let sheets = 0;
const person = (unit: string | null, lasting: Point | null, reach: Point | null = null): UnitRating => ({
	sheet: `sheet-${sheets++}`,
	unit,
	ratings: [
		{ part: "lasting", value: lasting },
		{ part: "reach", value: reach },
	],
});

/** A group in whose reveal all of these chose a point. */
const group = (...people: readonly UnitRating[]): CountedSheet[] => people.map(({ sheet }) => ({ sheet, without: [] }));

test("a unit is the same however it is written", () => {
	expect(unitKey("  Stadt  Ölde ")).toBe(unitKey("stadt ÖLDE"));
	expect(unitKey("Stadt Ölde")).not.toBe(unitKey("Kreis Ölde"));
});

test("the people of a unit stand beside all others, as its first one wrote it", () => {
	const people = [
		person(" Ahlen", 1),
		person("ahlen ", 2, "unknown"),
		person("AHLEN", 4),
		person("Beckum", 0, 3),
		person("Beckum", 3, 3),
		person(null, 3, 4),
	];
	expect(ratingsOfUnits(asked, people, [])).toEqual([
		{
			unit: "Ahlen",
			people: 3,
			others: 3,
			parts: [
				{ part: "lasting", own: distributionOf(SCALE, [1, 2, 4]), others: distributionOf(SCALE, [0, 3, 3]) },
				// One of them has rated it, another does not know.
				{ part: "reach", own: null, others: null },
			],
		},
	]);
});

test("without enough others there is nothing to compare with, and a single unit of all is told", () => {
	const ahlen = [person("Ahlen", 1), person("Ahlen", 2), person("Ahlen", 4)];
	expect(ratingsOfUnits(asked, ahlen, [])).toMatchObject([{ others: 0, parts: [{ others: null }, { others: null }] }]);
	// Two others would stand there by subtraction.
	expect(ratingsOfUnits(asked, [...ahlen, person("Beckum", 0), person(null, 0)], [])).toEqual([]);
	expect(ratingsOfUnits(asked, ahlen.slice(1), [])).toEqual([]);
});

test("nothing is told that gives one or two people away to those who know what a group has revealed", () => {
	const ahlen = [person("Ahlen", 1), person("Ahlen", 2), person("Ahlen", 4)];
	const [dora, emil, finn, gesa] = [person("Beckum", 0), person(null, 3), person("Oelde", 3), person("Oelde", 1)];
	const all = [...ahlen, dora, emil, finn, gesa];
	const told = (...revealed: CountedSheet[][]) => ratingsOfUnits(asked, all, revealed).map(({ unit }) => unit);
	expect(told()).toEqual(["Ahlen"]);
	expect(told(group(...ahlen, dora))).toEqual([]);
	expect(told(group(...ahlen.slice(1)))).toEqual([]);
	expect(told(group(dora, emil, finn))).toEqual([]);
	// The unit itself, all of them, or some of both: nobody is left over.
	expect(told(group(...ahlen), group(...all), group(...ahlen.slice(2), dora, emil))).toEqual(["Ahlen"]);
});

test("a group is who was counted when it revealed, also those who count no more and who did not know then", () => {
	const [anna, ben, cleo, dora] = [person("Ahlen", 1), person("Ahlen", 2), person("Ahlen", 4), person("Beckum", 0)];
	const ahlen = [anna, ben, cleo];
	const told = (...revealed: CountedSheet[]) => ratingsOfUnits(asked, ahlen, [revealed]).map(({ unit }) => unit);
	expect(told(...group(...ahlen))).toEqual(["Ahlen"]);
	// Dora was taken out since, or sits where nothing is revealed yet.
	expect(told(...group(...ahlen, dora))).toEqual([]);
	// Another one came in her place: what is more here is theirs, and what is less is hers.
	expect(told(...group(anna, ben, dora))).toEqual([]);
	expect(told(...group(...ahlen, dora, person(null, 1), person(null, 2)))).toEqual(["Ahlen"]);
	// Cleo did not know when it was revealed, and has chosen a point since.
	expect(told(...group(anna, ben), { sheet: cleo.sheet, without: ["lasting"] })).toEqual([]);
	expect(told(...group(...ahlen), { sheet: dora.sheet, without: ["lasting"] })).toEqual(["Ahlen"]);
});

test("side by side they give nobody away either: no union of them is a revealed group but for one or two", () => {
	const units = ["a", "b", "c"];
	const someone = fc.record({
		unit: fc.constantFrom(...units, null),
		/** The last of these has revealed nothing. */
		group: fc.nat(3),
		/** Counted by their group, and by nobody any more. */
		isGone: fc.nat(4).map((one) => one === 0),
	});
	fc.assert(
		fc.property(fc.array(someone, { maxLength: 18 }), (people) => {
			const all = people.map(({ unit }) => person(unit, 1));
			const given = all.filter((_, at) => people[at]?.isGone === false);
			const groups = [0, 1, 2].map((name) => all.filter((_, at) => people[at]?.group === name));
			const revealed = groups.map((members) => group(...members));
			const told = new Set(ratingsOfUnits(asked.slice(0, 1), given, revealed).map(({ unit }) => unit));
			const blockOf = ({ unit }: UnitRating) => (unit !== null && told.has(unit) ? unit : "left");
			if (told.size === 0) return;
			for (let chosen = 1; chosen < 16; chosen += 1) {
				const union = given.filter((one) => ((chosen >> ["left", ...units].indexOf(blockOf(one))) & 1) === 1);
				if (union.length === 0) continue;
				for (const members of groups) {
					const beyond = union.filter((one) => !members.includes(one)).length;
					const missing = members.filter((one) => !union.includes(one)).length;
					expect([1, 2]).not.toContain(beyond + missing);
				}
			}
		}),
	);
});

test("two municipalities that are a group but for one are not both told", () => {
	const [ahlen, beckum] = ["Ahlen", "Beckum"].map((unit) => [1, 2, 4].map((value) => person(unit, value)));
	const others = [0, 1, 2, 3].map((value) => person(null, value));
	const all = [...(ahlen ?? []), ...(beckum ?? []), ...others];
	const told = (...people: UnitRating[]) => ratingsOfUnits(asked, all, [group(...people)]).map(({ unit }) => unit);
	expect(told(...others)).toEqual(["Ahlen", "Beckum"]);
	expect(told(...all.slice(0, 5))).toEqual(["Beckum"]);
	expect(told(...all.slice(0, 7))).toEqual(["Beckum"]);
});

test("whatever people leave out or do not know, no number is of fewer than three", () => {
	const value = fc.constantFrom<Point | null>(0, 2, 4, "unknown", null);
	const someone = fc.record({ unit: fc.constantFrom("a", "b", "c", null), lasting: value, reach: value });
	fc.assert(
		fc.property(fc.array(someone, { maxLength: 14 }), (people) => {
			const given = people.map(({ unit, lasting, reach }) => person(unit, lasting, reach));
			for (const { parts } of ratingsOfUnits(asked, given, [])) {
				for (const { own, others } of parts) {
					for (const told of [own, others]) expect(told?.n ?? FEWEST_PEOPLE).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
				}
			}
		}),
	);
});

describe("who is told of", () => {
	const sizes = fc.array(fc.nat(6), { maxLength: 8 });

	it("is never so few that a person could be worked out, neither by themselves nor by what is left", () => {
		fc.assert(
			fc.property(sizes, fc.nat(5), (units, without) => {
				const all = units.reduce((sum, people) => sum + people, without);
				const told = tellable(new Map(units.map((people, index) => [String(index), people])), all);
				const shown = units.filter((_, index) => told.has(String(index)));
				for (const people of shown) expect(people).toBeGreaterThanOrEqual(FEWEST_PEOPLE);
				const left = all - shown.reduce((sum, people) => sum + people, 0);
				expect(left === 0 || left >= FEWEST_PEOPLE || shown.length === 0).toBe(true);
			}),
		);
	});

	it("leaves out no more than it has to", () => {
		fc.assert(
			fc.property(sizes, fc.nat(5), (units, without) => {
				const all = units.reduce((sum, people) => sum + people, without);
				const told = tellable(new Map(units.map((people, index) => [String(index), people])), all);
				const enough = units.filter((people) => people >= FEWEST_PEOPLE);
				expect(enough.length - told.size).toBeLessThanOrEqual(1);
				const left = all - enough.reduce((sum, people) => sum + people, 0);
				if (left === 0 || left >= FEWEST_PEOPLE) expect(told.size).toBe(enough.length);
			}),
		);
	});

	it("does not depend on the order in which people came", () => {
		const units: [string, number][] = [
			["b", 3],
			["a", 3],
			["c", 1],
		];
		expect(tellable(new Map(units), 7)).toEqual(tellable(new Map(units.toReversed()), 7));
		expect(tellable(new Map(units), 7)).toEqual(new Set(["b"]));
	});
});
