import fc from "fast-check";
import { expect, test } from "vitest";
import { dealRandomly } from "./deal.ts";
import { dealAnew } from "./deal-anew.ts";
import { seeded } from "./seeded.ts";

const people = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `p${index}`, people: [] }));
const groups = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ id: `g${index}`, name: "", members: [], conferenceUrl: "" }));

type Seating = readonly { members: readonly string[] }[];

function pairs(seating: Seating): Set<string> {
	return new Set(
		seating.flatMap(({ members }) =>
			members.flatMap((one) => members.filter((other) => one < other).map((other) => `${one} ${other}`)),
		),
	);
}

function repeated(seating: Seating, earlier: readonly Seating[]): number {
	const met = new Set(earlier.flatMap((former) => [...pairs(former)]));
	return [...pairs(seating)].filter((pair) => met.has(pair)).length;
}

/** A room with what it has been through: everybody in random groups, so many rounds long. */
const room = fc.record({
	count: fc.integer({ min: 1, max: 40 }),
	into: fc.integer({ min: 1, max: 10 }),
	rounds: fc.integer({ min: 0, max: 3 }),
	seed: fc.integer(),
});

test("places everybody once, in sizes that differ by at most one, with no more repeated pairs than chance", () => {
	fc.assert(
		fc.property(room, ({ count, into, rounds, seed }) => {
			const random = seeded(seed);
			const everyone = people(count);
			const earlier = Array.from({ length: rounds }, () => dealRandomly(groups(into), everyone, random));
			const mixed = dealAnew(
				groups(into),
				everyone,
				earlier.map((former) => [...former]),
				random,
			);
			const sizes = mixed.map(({ members }) => members.length);
			expect(mixed.flatMap(({ members }) => members).sort()).toEqual(everyone.map(({ id }) => id).sort());
			expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
			for (let draw = 0; draw < 5; draw += 1) {
				const chance = dealRandomly(groups(into), everyone, random);
				// A group of one more has more pairs: only the same sizes can be compared.
				expect(repeated(mixed, earlier)).toBeLessThanOrEqual(repeated(chance, earlier));
			}
		}),
		{ seed: 20_231_114, numRuns: 200 },
	);
});

test.each([
	[16, 4, 2],
	[40, 8, 3],
	[24, 6, 2],
])("%i people in %i groups meet nobody again over %i further rounds", (count, into, rounds) => {
	const random = seeded(7);
	const everyone = people(count);
	const earlier: Seating[] = [dealRandomly(groups(into), everyone, random)];
	for (let round = 0; round < rounds; round += 1) {
		const mixed = dealAnew(
			groups(into),
			everyone,
			earlier.map((former) => [...former]),
			random,
		);
		expect(repeated(mixed, earlier)).toBe(0);
		earlier.push(mixed);
	}
});

test("the same seed gives the same groups, and who has left or come since is no obstacle", () => {
	const earlier = [[{ members: ["p0", "p1", "gone"] }, { members: ["p2"] }]];
	const deal = (seed: number) => dealAnew(groups(3), people(9), earlier, seeded(seed));
	expect(deal(3)).toEqual(deal(3));
	expect(deal(3)).not.toEqual(deal(4));
});
