import * as z from "zod/mini";
import { idSchema, slugSchema } from "./ids.ts";
import { scopeKindSchema } from "./snapshot.ts";

/** What one sheet has agreed on, as `GET /api/workshops/{id}/steps` lists it for those who may open the sheet. */
export const stepSheetSchema = z.object({
	document: idSchema,
	worksheet: slugSchema,
	/** Whose sheet and which, in the workshop's language: „Gruppe B: Stand und Perspektiven“. */
	name: z.string(),
	scope: z.object({ kind: scopeKindSchema, id: z.nullable(idSchema) }),
	/** In the order of the sheet; `cells` by the columns of every list of actions. */
	steps: z.array(
		z.object({
			row: z.string(),
			cells: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
		}),
	),
});
export type StepSheet = z.infer<typeof stepSheetSchema>;
export type Step = StepSheet["steps"][number];
