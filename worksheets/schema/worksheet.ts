import { z } from "zod";
import { blockSchema } from "../blocks/definitions.ts";
import { slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import { repeatSchema, termsSchema } from "./parts.ts";

/** A worksheet as the rest of Arena knows it: resolved, cross-checked, every text in every language. */
const sectionSchema = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	intro: z.optional(localizedSchema),
	/** As a worksheet's, about this section alone. */
	notice: z.optional(localizedSchema),
	/** A section that repeats passes this on to its blocks when it is loaded. */
	repeat: repeatSchema.optional(),
	/** `progress`: holds the done marks, which people set at each question; not shown as a section of its own. */
	role: z.literal("progress").optional(),
	blocks: z.array(blockSchema).min(1),
});
export type Section = z.infer<typeof sectionSchema>;

export const worksheetSchema = z.strictObject({
	kind: z.literal("worksheet"),
	id: slugSchema,
	version: z.int().min(1),
	title: localizedSchema,
	purpose: localizedSchema,
	/** Shown where a sheet holds a proposal of ours rather than the field's agreed wording. */
	notice: z.optional(localizedSchema),
	/** „Begriffe“, shown at the sheet's top. */
	terms: termsSchema.optional(),
	sections: z.array(sectionSchema).min(1),
});
export type Worksheet = z.infer<typeof worksheetSchema>;
