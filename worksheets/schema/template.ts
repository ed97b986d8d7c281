import { z } from "zod";
import { slugSchema } from "../contract/ids.ts";
import { languageSchema, localizedSchema } from "../contract/language-schemas.ts";
import { LIMITS } from "../contract/limits.ts";
import { phaseKindSchema, scopeKindSchema } from "../contract/snapshot.ts";

const templatePhaseSchema = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	kind: phaseKindSchema,
	minutes: z.int().min(1).max(LIMITS.phaseMinutes),
	/** The Auftrag: what to do now, in one or two sentences. */
	assignment: localizedSchema,
	/** The facilitator's private notes. */
	script: z.optional(localizedSchema),
	sheets: z
		.array(
			z.strictObject({
				worksheet: slugSchema,
				scope: scopeKindSchema,
				sections: z.array(slugSchema).min(1).optional(),
				readOnly: z.boolean().optional(),
			}),
		)
		.default([]),
	/** Group phases only: whether the groups of the phase before stay by default, or are mixed anew. */
	groups: z.enum(["keep", "remix"]).optional(),
});
export type TemplatePhase = z.infer<typeof templatePhaseSchema>;

export const templateSchema = z.strictObject({
	kind: z.literal("template"),
	id: slugSchema,
	version: z.int().min(1),
	title: localizedSchema,
	description: localizedSchema,
	languages: z.array(languageSchema).min(1),
	phases: z.array(templatePhaseSchema).min(1).max(60),
});
export type Template = z.infer<typeof templateSchema>;

/** The sum of the phases' minutes. */
export function templateMinutes(template: Template): number {
	return template.phases.reduce((sum, phase) => sum + phase.minutes, 0);
}
