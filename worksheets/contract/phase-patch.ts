import { z } from "zod";
import { idSchema, slugSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { lineSchema, optionalLineSchema, optionalTextSchema } from "./line-schema.ts";
import { GROUPS_RULES, phaseKindSchema, scopeKindSchema } from "./snapshot.ts";
import { webAddressSchema } from "./web-address-schema.ts";

const sheetUseSchema = z.strictObject({
	worksheet: slugSchema,
	scope: scopeKindSchema,
	sections: z.array(slugSchema).min(1).max(100).optional(),
	readOnly: z.boolean().optional(),
});

const linkSchema = z.strictObject({
	/** Empty: the address stands for itself. */
	label: optionalLineSchema(LIMITS.materialLabelCodePoints),
	url: webAddressSchema.refine((url) => url !== "", "must not be empty"),
});

/** One of the phase's uploaded files, by its id. */
const fileSchema = z.strictObject({
	file: idSchema,
	label: lineSchema(LIMITS.materialLabelCodePoints),
	/** What a picture shows: required for pictures. */
	alt: optionalLineSchema(LIMITS.altCodePoints).exactOptional(),
});

/** What a person may change of a phase; what is missing stays as it is. */
export const phasePatchSchema = z.strictObject({
	title: lineSchema(LIMITS.phaseTitleCodePoints).exactOptional(),
	kind: z.exactOptional(phaseKindSchema),
	minutes: z.int().min(1).max(LIMITS.phaseMinutes).exactOptional(),
	/** The Auftrag. */
	assignment: optionalTextSchema(LIMITS.assignmentCodePoints).exactOptional(),
	/** The facilitator's private notes. */
	script: optionalTextSchema(LIMITS.scriptCodePoints).exactOptional(),
	groupsRule: z.enum(GROUPS_RULES).exactOptional(),
	sheets: z.array(sheetUseSchema).max(LIMITS.sheetsPerPhase).exactOptional(),
	/** In this order. Files that are not named stay behind those that are: whoever knows only links takes none away. */
	materials: z
		.array(z.union([linkSchema, fileSchema]))
		.max(LIMITS.materials)
		.exactOptional(),
	/** Where people meet beside Arena in this phase; empty: where they meet in all of them. */
	conferenceUrl: webAddressSchema.exactOptional(),
});
export type PhasePatch = z.infer<typeof phasePatchSchema>;
