import * as z from "zod/mini";
import { idSchema, slugSchema } from "./ids.ts";
import { scopeKindSchema } from "./snapshot.ts";

export const stepSchema = z.object({
	/** Where in the sheet it stands, as `source` of a row of the plan names it. */
	row: z.string(),
	/** By the columns of every list of actions; of an answer that is no step `what` alone. */
	cells: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
});
export type Step = z.infer<typeof stepSchema>;

/** What one sheet has agreed on, as `GET /api/workshops/{id}/steps` lists it for those who may open the sheet. */
export const stepSheetSchema = z.object({
	document: idSchema,
	worksheet: slugSchema,
	/** Whose sheet and which, in the workshop's language: „Gruppe B: Stand und Perspektiven“. */
	name: z.string(),
	scope: z.object({ kind: scopeKindSchema, id: z.nullable(idSchema) }),
	/** In the order of the sheet. */
	steps: z.array(stepSchema),
	/** What the plan has taken from other answers, as they stand by now. */
	answers: z.array(stepSchema),
});
export type StepSheet = z.infer<typeof stepSheetSchema>;
