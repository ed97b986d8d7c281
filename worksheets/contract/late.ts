import * as z from "zod/mini";
import { commandIdSchema, idSchema, slugSchema } from "./ids.ts";
import { roleSchema } from "./snapshot.ts";

/** `POST /api/documents/{id}/late`: edits that came when the sheet was closed for whoever wrote them. */
export const lateSubmissionSchema = z.object({
	/** Chosen by the client: the same id again has one effect. */
	id: commandIdSchema,
	/** A Yjs update in the V1 encoding, as base64. */
	update: z.base64().check(z.minLength(4)),
});

/** `at` in epoch milliseconds, by the server's clock. */
export const lateReceiptSchema = z.object({ id: commandIdSchema, at: z.number() });
export type LateReceipt = z.infer<typeof lateReceiptSchema>;

/** What a late contribution adds to one question, in words, a line for each paragraph, row or value. */
export const lateAnswerSchema = z.object({
	block: slugSchema,
	/** What the block repeats over. */
	item: z.optional(z.string()),
	text: z.string(),
});
export type LateAnswer = z.infer<typeof lateAnswerSchema>;

/** One contribution as `GET /api/documents/{id}/late` lists it: a participant's, or one of a role. */
export const lateContributionSchema = z.object({
	id: commandIdSchema,
	at: z.number(),
	participant: z.optional(z.object({ id: idSchema, name: z.string() })),
	role: z.optional(roleSchema),
	answers: z.array(lateAnswerSchema),
});
export type LateContribution = z.infer<typeof lateContributionSchema>;
