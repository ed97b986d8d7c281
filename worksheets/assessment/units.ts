import * as z from "zod/mini";
import type { Rated } from "../blocks/block-type.ts";
import type { RatedPart } from "../blocks/rated-parts.ts";
import { questionNameSchema, slugSchema } from "../contract/ids.ts";
import { type Distribution, distributionOf, distributionSchema, FEWEST_PEOPLE } from "./distribution.ts";

/**
 * What the people of one unit (a municipality, as they named it when they joined) and all the others have rated, whatever
 * groups they sat in. It stands in the session once it was counted, without a name of anybody.
 */

const count = z.int().check(z.gte(0));

export const unitRatingsSchema = z.object({
	worksheet: slugSchema,
	/** The question's name, the same in everybody's own sheet. */
	question: questionNameSchema,
	units: z.array(
		z.object({
			/** As the first of its people wrote it. */
			unit: z.string(),
			/** How many of its people, and of all the others, have submitted their ratings. */
			people: count,
			others: count,
			/** By the parts of the block, in the order of its definition. Null where too few rated that part. */
			parts: z.array(
				z.object({ part: z.string(), own: z.nullable(distributionSchema), others: z.nullable(distributionSchema) }),
			),
		}),
	),
});
export type UnitRatings = z.infer<typeof unitRatingsSchema>;

/** One person's ratings of a question, submitted, and where they come from; null where they did not say. */
export interface UnitRating {
	/** Their own sheet. */
	sheet: string;
	unit: string | null;
	ratings: readonly Pick<Rated, "part" | "value">[];
}

/** The same for every way of writing a unit that only differs in case and spaces. */
export function unitKey(unit: string): string {
	return unit.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("de");
}

/**
 * Counts one question, part by part. Units of which nothing may be told are left out. `asked`: the parts of the block.
 * `revealed`: the own sheets of those whose ratings of it were revealed together, since whoever knows that as well must
 * not learn of one or two people by taking the one from the other.
 */
export function ratingsOfUnits(
	asked: readonly Pick<RatedPart, "part" | "scale">[],
	people: readonly UnitRating[],
	revealed: readonly ReadonlySet<string>[],
): UnitRatings["units"] {
	const units = new Map<string, string>();
	for (const { unit } of people) {
		if (unit !== null && !units.has(unitKey(unit))) units.set(unitKey(unit), unit.trim());
	}
	const parts = asked.map((part) => ({ part: part.part, told: partOfUnits(part, people, revealed) }));
	return [...units].flatMap(([key, unit]) => {
		if (!parts.some(({ told }) => told.has(key))) return [];
		const own = people.filter((person) => isOf(person, key)).length;
		return [
			{
				unit,
				people: own,
				others: people.length - own,
				parts: parts.map(({ part, told }) => ({ part, ...(told.get(key) ?? { own: null, others: null }) })),
			},
		];
	});
}

/** What may be told of one part, by unit. „Weiß nicht“ counts for nobody here: what is left would be a person's value. */
function partOfUnits(
	{ part, scale }: Pick<RatedPart, "part" | "scale">,
	people: readonly UnitRating[],
	revealed: readonly ReadonlySet<string>[],
): Map<string, { own: Distribution; others: Distribution | null }> {
	const valueIn = ({ ratings }: UnitRating) => ratings.find((rated) => rated.part === part)?.value ?? null;
	const rated = people.filter((person) => typeof valueIn(person) === "number");
	const sizes = new Map<string, number>();
	for (const { unit } of rated) {
		if (unit !== null) sizes.set(unitKey(unit), (sizes.get(unitKey(unit)) ?? 0) + 1);
	}
	const points = scale.points.map(({ value }) => value);
	const spread = (some: readonly UnitRating[]) => distributionOf(points, some.map(valueIn));
	const known = revealed.map((group) => rated.filter(({ sheet }) => group.has(sheet)));
	const told = sideBySide([...tellable(sizes, rated.length)], rated, known).map((key) => {
		const own = rated.filter((person) => isOf(person, key));
		const others = rated.filter((person) => !isOf(person, key));
		return [key, { own: spread(own), others: others.length < FEWEST_PEOPLE ? null : spread(others) }] as const;
	});
	return new Map(told);
}

function isOf({ unit }: UnitRating, key: string): boolean {
	return unit !== null && unitKey(unit) === key;
}

/**
 * Which of these units, the smallest first, may be told of beside each other: whoever sees them all knows every union of
 * them, and of whoever is left. None of those may be the people of a revealed group but for one or two, since the values
 * of these would be what is left when the one is taken from the other. The smallest unit that has to do with it gives way.
 */
function sideBySide(
	units: readonly string[],
	rated: readonly UnitRating[],
	groups: readonly (readonly UnitRating[])[],
): readonly string[] {
	if (units.length === 0) return units;
	const people = (key: string) => rated.filter((person) => isOf(person, key));
	const left = rated.filter((person) => !units.some((key) => isOf(person, key)));
	const blocks = [...units.map((key) => ({ key, people: people(key) })), { key: null, people: left }];
	for (const group of groups) {
		const isMember = (person: UnitRating) => group.includes(person);
		// Of all unions that hold the group the smallest, and of all that it holds the largest: the others are further off.
		const around = blocks.filter((block) => block.people.some(isMember));
		const within = around.filter((block) => block.people.every(isMember));
		const involved = [
			...(isFew(sizeOf(around) - group.length) ? around : []),
			...(within.length > 0 && isFew(group.length - sizeOf(within)) ? within : []),
		];
		if (involved.length === 0) continue;
		const giving = units.find((key) => involved.some((block) => block.key === key)) ?? units[0];
		return sideBySide(
			units.filter((key) => key !== giving),
			rated,
			groups,
		);
	}
	return units;
}

function sizeOf(blocks: readonly { people: readonly UnitRating[] }[]): number {
	return blocks.reduce((sum, { people }) => sum + people.length, 0);
}

function isFew(people: number): boolean {
	return people > 0 && people < FEWEST_PEOPLE;
}

/**
 * Which units may be told of, by how many people each has, of `all` people: those with enough, as long as whoever is
 * left when they are taken from the whole are enough as well, or nobody. The smallest gives way, so that what is told of
 * the others does not tell of those few.
 */
export function tellable(units: ReadonlyMap<string, number>, all: number): Set<string> {
	const enough = [...units]
		.filter(([, people]) => people >= FEWEST_PEOPLE)
		.sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
	const left = all - enough.reduce((sum, [, people]) => sum + people, 0);
	const given = left > 0 && left < FEWEST_PEOPLE ? enough.slice(1) : enough;
	return new Set(given.map(([key]) => key));
}
