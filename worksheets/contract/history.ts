import * as z from "zod/mini";
import { reportNodeSchema } from "../report/nodes-schema.ts";
import { commandIdSchema, slugSchema } from "./ids.ts";

/** What a sheet was before, as whoever steers may see it. Times are the server's epoch milliseconds. */

const POINT_REASONS = ["minute", "phase-end", "before-set-back"] as const;

/** A moment that somebody may want to go back to. A phase's end carries its phase. */
const historyPointSchema = z.object({
	at: z.number(),
	reason: z.enum(POINT_REASONS),
	phase: z.optional(slugSchema),
});
export type HistoryPoint = z.infer<typeof historyPointSchema>;

/** `from`: the first moment that can still be had; null where there is none. Any moment since then may be asked for. */
export const historySchema = z.object({ from: z.nullable(z.number()), points: z.array(historyPointSchema) });
export type History = z.infer<typeof historySchema>;

/** A sheet as it was, to read. */
export const pastSheetSchema = z.object({ at: z.number(), report: z.array(reportNodeSchema) });
export type PastSheet = z.infer<typeof pastSheetSchema>;

/** `keepLater`: what was written since `at` stays; true unless told otherwise. */
export const setBackSchema = z.object({
	id: commandIdSchema,
	at: z.int().check(z.nonnegative()),
	keepLater: z._default(z.boolean(), true),
});
export type SetBackRequest = z.infer<typeof setBackSchema>;

export const setBackAnswerSchema = z.object({ at: z.number() });
