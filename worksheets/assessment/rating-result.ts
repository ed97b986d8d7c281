import * as z from "zod/mini";
import type { Rated } from "../blocks/block-type.ts";
import { distributionOf, distributionSchema } from "./distribution.ts";

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
	asked: readonly Omit<Rated, "value">[],
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
