import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../blocks/points.ts";
import { byDisagreement, distributionOf, distributionSchema, pooled, spreadOf } from "./distribution.ts";

const STAND = [0, 1, 2, 3, 4];
const point = fc.constantFrom<Point | null>(0, 1, 2, 3, 4, "unknown", null);
const ratings = fc.array(point, { maxLength: 40 });
const spread = (...values: Point[]) => distributionOf(STAND, values);

describe("a distribution", () => {
	it("says how many chose which point, what lies in the middle, and how far apart people are", () => {
		expect(distributionOf(STAND, [2, 2, 3, 4, 5, "unknown", null])).toEqual({
			n: 4,
			unknown: 1,
			counts: [
				{ value: 0, people: 0 },
				{ value: 1, people: 0 },
				{ value: 2, people: 2 },
				{ value: 3, people: 1 },
				{ value: 4, people: 1 },
			],
			median: 2.5,
			lowest: 2,
			highest: 4,
		});
	});

	it("has no middle where nobody chose a point", () => {
		const nothing = { n: 0, median: null, lowest: null, highest: null };
		expect(distributionOf(STAND, [])).toMatchObject({ ...nothing, unknown: 0 });
		expect(distributionOf(STAND, ["unknown", "unknown", null])).toMatchObject({ ...nothing, unknown: 2 });
		expect(spreadOf(distributionOf(STAND, []))).toBeNull();
	});

	it("agrees with counting by hand, whatever is given and in whatever order", () => {
		fc.assert(
			fc.property(ratings, (given) => {
				const values = given.filter((value) => typeof value === "number").sort((one, other) => one - other);
				const counted = distributionOf(STAND, given);
				expect(counted).toEqual(distributionOf(STAND, given.toReversed()));
				expect(distributionSchema.parse(JSON.parse(JSON.stringify(counted)))).toEqual(counted);
				expect(counted.n).toBe(values.length);
				expect(counted.counts.flatMap(({ value, people }) => Array(people).fill(value))).toEqual(values);
				expect([counted.lowest, counted.highest]).toEqual([values[0] ?? null, values.at(-1) ?? null]);
				const median = counted.median;
				// As many people below the middle as above it, but for those who are at it.
				const beyond = (isBeyond: (value: number) => boolean) => values.filter(isBeyond).length;
				if (median === null) expect(values).toEqual([]);
				else {
					expect(beyond((value) => value < median)).toBeLessThanOrEqual(values.length / 2);
					expect(beyond((value) => value > median)).toBeLessThanOrEqual(values.length / 2);
				}
			}),
		);
	});

	it("of several groups is that of all their people", () => {
		fc.assert(
			fc.property(fc.array(ratings, { maxLength: 8 }), (groups) => {
				const each = groups.map((group) => distributionOf(STAND, group));
				expect(pooled(STAND, each)).toEqual(distributionOf(STAND, groups.flat()));
			}),
		);
	});
});

describe("sorting by disagreement", () => {
	it("puts the widest spread first, then those who are further from their middle, and last what nobody rated", () => {
		const apart = spread(0, 4);
		const halves = spread(1, 1, 3, 3);
		const one = spread(1, 2, 2, 2, 3);
		const agreed = spread(3, 3, 3);
		const nobody = spread();
		expect([nobody, agreed, one, halves, apart].sort(byDisagreement)).toEqual([apart, halves, one, agreed, nobody]);
	});

	it("is an order", () => {
		fc.assert(
			fc.property(ratings, ratings, ratings, (...three) => {
				const [a, b, c] = three.map((given) => distributionOf(STAND, given));
				if (a === undefined || b === undefined || c === undefined) throw new Error("three are given");
				expect(Math.sign(byDisagreement(a, b)) + Math.sign(byDisagreement(b, a))).toBe(0);
				if (byDisagreement(a, b) <= 0 && byDisagreement(b, c) <= 0) expect(byDisagreement(a, c)).toBeLessThanOrEqual(0);
			}),
		);
	});
});
