import * as z from "zod/mini";

/** Its time was over, or the facilitator wanted it gone. */
const REASONS = ["expired", "asked"] as const;
export const erasureReasonSchema = z.enum(REASONS);
export type ErasureReason = z.infer<typeof erasureReasonSchema>;

/** What is left of a workshop that was erased: no name, no word, no title. */
export const erasureSchema = z.object({
	erasedAt: z.number(),
	/** Null where it was erased by a release that did not keep that. */
	why: z.nullable(erasureReasonSchema),
	/** How many sheets and how many people's accesses went. */
	documents: z.int(),
	participants: z.int(),
});
export type Erasure = z.infer<typeof erasureSchema>;
