import * as z from "zod/mini";

/** How a command ended: the session's version with its effect, or why there is none. */
export const commandAnswerSchema = z.discriminatedUnion("ok", [
	z.object({ ok: z.literal(true), version: z.int() }),
	z.object({ ok: z.literal(false), error: z.object({ code: z.string(), message: z.string() }) }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
