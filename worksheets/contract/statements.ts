import * as z from "zod/mini";
import { KEY_MESSAGE } from "../blocks/key-message.ts";
import { idSchema, questionNameSchema, slugSchema } from "./ids.ts";
import { scopeKindSchema } from "./snapshot.ts";

/** What one sheet says in words, as `GET /api/workshops/{id}/statements` lists it for those who may open the sheet. */
export const answerSheetSchema = z.object({
	document: idSchema,
	worksheet: slugSchema,
	/** In the workshop's language, like all that follows. */
	title: z.string(),
	/** Whose sheet it is: „Gruppe B“. */
	owner: z.string(),
	scope: z.object({ kind: scopeKindSchema, id: z.nullable(idSchema) }),
	/** In the order of the sheet; of one question its Kernaussage comes before the rest. None where nothing was written. */
	answers: z.array(
		z.object({
			question: questionNameSchema,
			part: z.optional(z.literal(KEY_MESSAGE)),
			/** The prompt, with what it was asked about in front where it was asked several times. */
			label: z.string(),
			text: z.string(),
		}),
	),
});
export type AnswerSheet = z.infer<typeof answerSheetSchema>;
