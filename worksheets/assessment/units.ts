import * as z from "zod/mini";
import type { Rated } from "../blocks/block-type.ts";
import type { RatedPart } from "../blocks/rated-parts.ts";
import { questionNameSchema, slugSchema } from "../contract/ids.ts";
import { areFew, type Distribution, distributionOf, distributionSchema } from "./distribution.ts";

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

/** One of those who were counted when their group revealed a question. */
export interface CountedSheet {
	/** Their own sheet. */
	sheet: string;
	/** The parts of which they chose no point then. */
	without: string[];
}

/** What is kept of somebody who is counted at a reveal. `asked`: the parts of the block. */
export function countedSheet(
	asked: readonly Pick<RatedPart, "part">[],
	person: Pick<UnitRating, "sheet" | "ratings">,
): CountedSheet {
	const without = asked.filter(({ part }) => !hasPoint(person, part)).map(({ part }) => part);
	return { sheet: person.sheet, without };
}

function valueIn({ ratings }: Pick<UnitRating, "ratings">, part: string): Rated["value"] {
	return ratings.find((rated) => rated.part === part)?.value ?? null;
}

function hasPoint(person: Pick<UnitRating, "ratings">, part: string): boolean {
	return typeof valueIn(person, part) === "number";
}

/** Whose unit has its key, computed once for each of them. */
type Keyed = UnitRating & { key: string | null };

/** The same for every way of writing a unit that only differs in case and spaces. */
export function unitKey(unit: string): string {
	return unit.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("de");
}

/**
 * Counts one question, part by part. Units of which nothing may be told are left out. `asked`: the parts of the block.
 * `revealed`: those whose ratings of it were revealed together, as they were counted then, since whoever knows that as
 * well must not learn of one or two people by taking the one from the other.
 */
export function ratingsOfUnits(
	asked: readonly Pick<RatedPart, "part" | "scale">[],
	people: readonly UnitRating[],
	revealed: readonly (readonly CountedSheet[])[],
): UnitRatings["units"] {
	const keyed = people.map((person) => ({ ...person, key: person.unit === null ? null : unitKey(person.unit) }));
	const units = new Map<string, string>();
	for (const { unit, key } of keyed) {
		if (unit !== null && key !== null && !units.has(key)) units.set(key, unit.trim());
	}
	const parts = asked.map((part) => ({ part: part.part, told: partOfUnits(part, keyed, revealed) }));
	return [...units].flatMap(([key, unit]) => {
		if (!parts.some(({ told }) => told.has(key))) return [];
		const own = keyed.filter((person) => person.key === key).length;
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
	people: readonly Keyed[],
	revealed: readonly (readonly CountedSheet[])[],
): Map<string, { own: Distribution; others: Distribution | null }> {
	const rated = people.filter((person) => hasPoint(person, part));
	const sizes = new Map<string, number>();
	for (const { key } of rated) {
		if (key !== null) sizes.set(key, (sizes.get(key) ?? 0) + 1);
	}
	const points = scale.points.map(({ value }) => value);
	const spread = (some: readonly UnitRating[]) =>
		distributionOf(
			points,
			some.map((person) => valueIn(person, part)),
		);
	// Whoever was counted then belongs to it, whether they still count or not: what was revealed is known as it was.
	const known = revealed.map(
		(group) => new Set(group.flatMap(({ sheet, without }) => (without.includes(part) ? [] : [sheet]))),
	);
	const told = sideBySide([...tellable(sizes, rated.length)], rated, known).map((key) => {
		const own = rated.filter((person) => person.key === key);
		const others = rated.filter((person) => person.key !== key);
		return [key, { own: spread(own), others: areFew(others.length) ? null : spread(others) }] as const;
	});
	return new Map(told);
}

/** People who stand in a table as one: a unit's, or whoever is left (null), and how many of them a group has or has not. */
interface Share {
	key: string | null;
	inside: number;
	outside: number;
}

/**
 * Which of these units, the smallest first, may be told of beside each other: whoever sees them all knows every union of
 * them, and of whoever is left. None of those may be the people of a revealed group but for one or two, more, fewer or
 * another, since the values of these would be what is left when the one is taken from the other. The smallest unit that
 * has to do with it gives way.
 */
function sideBySide(
	units: readonly string[],
	rated: readonly Keyed[],
	groups: readonly ReadonlySet<string>[],
): readonly string[] {
	for (const group of units.length === 0 ? [] : groups) {
		const shares = new Map(
			[...units, null].map((key): [string | null, Share] => [key, { key, inside: 0, outside: 0 }]),
		);
		for (const { key, sheet } of rated) {
			const share = shares.get(key) ?? shares.get(null);
			if (share !== undefined) share[group.has(sheet) ? "inside" : "outside"] += 1;
		}
		const involved = nearly([...shares.values()], group.size);
		if (involved.length === 0) continue;
		const giving = units.find((key) => involved.some((share) => share.key === key)) ?? units[0];
		return sideBySide(
			units.filter((key) => key !== giving),
			rated,
			groups,
		);
	}
	return units;
}

/**
 * Those whose union is a group of that `size` but for one or two people. Nobody stands there with fewer than three, so
 * whoever is of the group altogether is in any such union, and all others in it have somebody of the group among them.
 */
function nearly(shares: readonly Share[], size: number): readonly Share[] {
	const around = shares.filter(({ inside }) => inside > 0);
	const within = around.filter(({ outside }) => outside === 0);
	const unions = [within, around, ...around.map((share) => [...new Set([...within, share])])];
	return unions.filter((union) => union.length > 0 && areSomeButFew(difference(union, size))).flat();
}

/** How many people are in one of the two, the union and the group, and not in the other. */
function difference(union: readonly Share[], size: number): number {
	return union.reduce((sum, { inside, outside }) => sum + outside - inside, size);
}

function areSomeButFew(people: number): boolean {
	return people > 0 && areFew(people);
}

/**
 * Which units may be told of, by how many people each has, of `all` people: those with enough, as long as whoever is
 * left when they are taken from the whole are enough as well, or nobody. The smallest gives way, so that what is told of
 * the others does not tell of those few.
 */
export function tellable(units: ReadonlyMap<string, number>, all: number): Set<string> {
	const enough = [...units]
		.filter(([, people]) => !areFew(people))
		.sort(([one, few], [other, many]) => few - many || (one < other ? -1 : 1));
	const left = all - enough.reduce((sum, [, people]) => sum + people, 0);
	const given = areSomeButFew(left) ? enough.slice(1) : enough;
	return new Set(given.map(([key]) => key));
}
