import * as z from "zod/mini";
import { type ComparedMeasure, comparedMeasureSchema, type Occasion } from "./occasion.ts";

/** What was agreed on last time and how it stands at the last date: by the places of the two dates in the list. */
export const comparedMeasuresSchema = z.object({
	before: z.int().check(z.gte(0)),
	now: z.int().check(z.gte(0)),
	rows: z.array(z.object({ before: comparedMeasureSchema, now: z.nullable(comparedMeasureSchema) })),
});
export type ComparedMeasures = z.infer<typeof comparedMeasuresSchema>;

/**
 * The measures of the last date before the newest that has any. One that came along is known by its source, which names
 * the row it was taken from; else by its id, else by what it says. Null where there is no earlier date with measures.
 */
export function compareMeasures(occasions: readonly Occasion[]): ComparedMeasures | null {
	const now = occasions.length - 1;
	const before = occasions.findLastIndex(({ measures }, at) => at < now && measures.length > 0);
	const [earlier, latest] = [occasions[before], occasions[now]];
	if (earlier === undefined || latest === undefined) return null;
	const left = new Set(latest.measures);
	const found = new Map<ComparedMeasure, ComparedMeasure>();
	// The surest sign first, for all of them: what only says the same must not take what came along from another.
	for (const isSame of SIGNS) {
		for (const measure of earlier.measures) {
			if (found.has(measure)) continue;
			const match = [...left].find((candidate) => isSame(candidate, measure));
			if (match === undefined) continue;
			found.set(measure, match);
			left.delete(match);
		}
	}
	return {
		before,
		now,
		rows: earlier.measures.map((measure) => ({ before: measure, now: found.get(measure) ?? null })),
	};
}

type Sign = (now: ComparedMeasure, before: ComparedMeasure) => boolean;

const SIGNS: readonly Sign[] = [
	(now, before) => now.source?.row === before.row,
	(now, before) => now.row === before.row,
	(now, before) => now.what !== "" && now.what.toLocaleLowerCase() === before.what.toLocaleLowerCase(),
];
