import * as z from "zod/mini";
import type { Point } from "../blocks/points.ts";

/**
 * How those who rated one thing are spread over its scale. It stands in the session once it is revealed, for as long as
 * the workshop: a new field has a default.
 */

const count = z.int().check(z.gte(0));

export const distributionSchema = z.object({
	/** How many chose a point. */
	n: count,
	/** How many said that they cannot or do not want to say; they are in none of the numbers below. */
	unknown: count,
	/** People by point, in the order of the scale, with zeros. */
	counts: z.array(z.object({ value: z.number(), people: count })),
	/** Of an even number, the mean of the two in the middle. Null where nobody chose a point, as the other two. */
	median: z.nullable(z.number()),
	lowest: z.nullable(z.number()),
	highest: z.nullable(z.number()),
});
export type Distribution = z.infer<typeof distributionSchema>;

/**
 * Of fewer people nothing is told outside of the group that rated, and nothing of a unit at all: it could be guessed who
 * rated how, and a number of two says to each of them what the other has rated.
 */
export const FEWEST_PEOPLE = 3;

/** Whether so few people have rated that each of their ratings could be guessed. */
export function areFew(people: number): boolean {
	return people < FEWEST_PEOPLE;
}

/**
 * Whether it may be told outside of the group that rated. It goes by those who chose a point: of one who did among others
 * who could not say, the point is theirs. Where nobody chose one, that is said of enough people or not at all.
 */
export function isNameless({ n, unknown }: Pick<Distribution, "n" | "unknown">): boolean {
	return !areFew(n === 0 ? unknown : n);
}

/**
 * Counts ratings: a point's value, "unknown", or null for somebody who has not rated, who counts nowhere. Values that
 * the scale does not have count nowhere either.
 */
export function distributionOf(scale: readonly number[], ratings: readonly (Point | null)[]): Distribution {
	const counts = scale.map((value) => ({ value, people: ratings.filter((rating) => rating === value).length }));
	return summed(counts, ratings.filter((rating) => rating === "unknown").length);
}

/** Several groups' people as one. All of them on one scale. */
export function pooled(
	scale: readonly number[],
	distributions: readonly Pick<Distribution, "counts" | "unknown">[],
): Distribution {
	const people = (value: number) =>
		sum(distributions.flatMap(({ counts }) => counts.filter((one) => one.value === value).map((one) => one.people)));
	return summed(
		scale.map((value) => ({ value, people: people(value) })),
		sum(distributions.map(({ unknown }) => unknown)),
	);
}

/** Highest less lowest; null where nobody chose a point. */
export function spreadOf({ lowest, highest }: Pick<Distribution, "lowest" | "highest">): number | null {
	return lowest === null || highest === null ? null : highest - lowest;
}

/**
 * For sorting: who disagrees most comes first, by the spread, then by how far people are from their median on average
 * (compared exactly); what nobody has rated comes last.
 */
export function byDisagreement(one: Distribution, other: Distribution): number {
	const [spread, otherSpread] = [spreadOf(one) ?? -1, spreadOf(other) ?? -1];
	return otherSpread - spread || distance(other) * one.n - distance(one) * other.n;
}

function summed(counts: Distribution["counts"], unknown: number): Distribution {
	const values = counts
		.flatMap(({ value, people }) => Array.from({ length: people }, () => value))
		.sort((one, other) => one - other);
	return {
		n: values.length,
		unknown,
		counts,
		median: medianOf(values),
		lowest: values[0] ?? null,
		highest: values.at(-1) ?? null,
	};
}

/** Of sorted values; null where there are none. */
function medianOf(sorted: readonly number[]): number | null {
	const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
	return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

/** How far all people together are from their median. */
function distance({ counts, median }: Distribution): number {
	return median === null ? 0 : sum(counts.map(({ value, people }) => people * Math.abs(value - median)));
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
