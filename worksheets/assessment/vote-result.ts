import * as z from "zod/mini";
import { METHODS } from "./methods.ts";

/** What a closed vote came to. It stands in the session for as long as the workshop: a new field has a default. */

const count = z.int().check(z.gte(0));

const optionResultSchema = z.object({
	id: z.string(),
	/** As it stood when the vote was closed; empty for what methods.ts names. */
	label: z.string(),
	/** How many people's answers the numbers are made of. */
	n: count,
	/** Of points, resistance or mood; null for consent. */
	sum: z.nullable(z.number()),
	/** Rounded to one decimal; null while nobody has answered, and for consent. */
	mean: z.nullable(z.number()),
	lowest: z.nullable(z.number()),
	highest: z.nullable(z.number()),
	/** Highest less lowest. */
	spread: z.nullable(z.number()),
	/** People by answer: for consent none, concern, grave; for mood 1 to 4; empty for the others. */
	counts: z.array(count),
	/** From 1; equal results share one. Null where nobody has answered. */
	place: z.nullable(count),
});
export type OptionResult = z.infer<typeof optionResultSchema>;

const reasonSchema = z.object({ option: z.string(), kind: z.enum(["concern", "grave"]), text: z.string() });
export type Reason = z.infer<typeof reasonSchema>;

export const voteResultSchema = z.object({
	method: z.enum(METHODS),
	question: z.string(),
	/** How many points each person had; null for the other methods. */
	points: z.nullable(count),
	/** How many people could vote, how many did, and how many of these abstained. */
	eligible: count,
	voted: count,
	abstained: count,
	/** Best first; those of equal results in the order in which they were asked. */
	options: z.array(optionResultSchema),
	/** Grave ones first, then by their text, so that their order says nothing about anybody. */
	reasons: z.array(reasonSchema),
	/** How many reasons there were beyond those. */
	moreReasons: count,
});
export type VoteResult = z.infer<typeof voteResultSchema>;
