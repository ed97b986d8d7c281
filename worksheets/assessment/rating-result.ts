import * as z from "zod/mini";
import type { Rated } from "../blocks/block-type.ts";
import type { RatedPart } from "../blocks/rated-parts.ts";
import { distributionOf, distributionSchema, isNameless } from "./distribution.ts";

/** What people's own ratings of one question came to. It stands in the session once it is revealed, without a name. */

const count = z.int().check(z.gte(0));

export const ratingResultSchema = z.object({
	/** How many people could rate, and how many had submitted their ratings when they were revealed. */
	eligible: count,
	submitted: count,
	/** By the parts of the block (`Rated`), in the order of its definition. */
	parts: z.array(z.object({ part: z.string(), distribution: distributionSchema })),
});
export type RatingResult = z.infer<typeof ratingResultSchema>;

/**
 * Counts what each person has submitted; null for those who have not. `asked` are the parts of the block as nobody has
 * rated it.
 */
export function ratingResult(
	asked: readonly Pick<RatedPart, "part" | "scale">[],
	people: readonly (readonly Pick<Rated, "part" | "value">[] | null)[],
): RatingResult {
	const submitted = people.filter((ratings) => ratings !== null);
	return {
		eligible: people.length,
		submitted: submitted.length,
		parts: asked.map(({ part, scale }) => ({
			part,
			distribution: distributionOf(
				scale.points.map(({ value }) => value),
				submitted.map((ratings) => ratings.find((rated) => rated.part === part)?.value ?? null),
			),
		})),
	};
}

/** What of it may be told outside of the group: not the parts of which people are too few to stay nameless. */
export function toldOutside(result: RatingResult): RatingResult {
	return { ...result, parts: result.parts.filter(({ distribution }) => isNameless(distribution)) };
}
