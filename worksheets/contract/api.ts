import { z } from "zod";
import { slugSchema } from "./ids.ts";
import { languageSchema } from "./language-schemas.ts";
import { LIMITS } from "./limits.ts";
import { lineSchema, optionalLineSchema } from "./line-schema.ts";
import { linkRoleSchema } from "./links.ts";
import { NAMES } from "./snapshot.ts";
import { startTimeSchema } from "./start-time.ts";

/** Bodies of the JSON API. Unknown keys are dropped. */

export const createWorkshopSchema = z.object({
	template: slugSchema,
	title: lineSchema(LIMITS.titleCodePoints).optional(),
	language: z.prefault(languageSchema, "de"),
	/** Epoch milliseconds, or an ISO 8601 date-time with offset. */
	startsAt: z
		.union([
			startTimeSchema,
			z.iso
				.datetime({ offset: true })
				.transform((iso) => Date.parse(iso))
				.pipe(startTimeSchema),
		])
		.nullish()
		.transform((value) => value ?? undefined),
	place: optionalLineSchema(LIMITS.placeCodePoints).optional(),
	/** Durations other than the template's, by phase id. */
	minutes: z.record(slugSchema, z.int().min(1).max(LIMITS.phaseMinutes)).optional(),
	retentionDays: z.int().min(1).max(3650).optional(),
	/** What becomes of participants' names at the end; they stay where nothing is said. */
	namesAtEnd: z.enum(NAMES).optional(),
	password: z.string().max(1024).optional(),
});
export type CreateWorkshop = z.output<typeof createWorkshopSchema>;

/** The next workshop of a series. */
export const copyWorkshopSchema = z.object({
	title: lineSchema(LIMITS.titleCodePoints).optional(),
	/** Whether its open measures stand in the new plan. */
	measures: z.boolean().optional(),
});
export type CopyWorkshop = z.output<typeof copyWorkshopSchema>;

export const createdWorkshopSchema = z.object({
	id: z.string(),
	code: z.string(),
	joinUrl: z.string(),
	facilitatorUrl: z.string(),
	facilitatorToken: z.string(),
	/** As it is to be written down; shown here and never again. */
	recoveryCode: z.string(),
});
export type CreatedWorkshop = z.infer<typeof createdWorkshopSchema>;

/** How many measures came along. */
export const copiedWorkshopSchema = createdWorkshopSchema.extend({ measures: z.int().min(0) });

export const joinSchema = z.object({
	name: lineSchema(LIMITS.nameCodePoints),
	organisation: optionalLineSchema(LIMITS.nameCodePoints)
		.optional()
		.transform((value) => value || undefined),
	/** Those who sit at this device, in the order in which they rate; who has no name gets a number. */
	people: z
		.array(z.object({ name: z.prefault(optionalLineSchema(LIMITS.nameCodePoints), "") }))
		.min(2)
		.max(LIMITS.peopleAtTable)
		.optional(),
});
export type Join = z.output<typeof joinSchema>;

/** People whom the server plays. */
export const rehearsalSchema = z.object({ participants: z.int().min(1).max(LIMITS.rehearsal) });

export const joinedSchema = z.object({ workshopId: z.string(), participantId: z.string(), token: z.string() });
export type Joined = z.infer<typeof joinedSchema>;

export const linkInputSchema = z.object({
	role: linkRoleSchema,
	label: z.prefault(optionalLineSchema(LIMITS.nameCodePoints), ""),
});

/** Any case, with or without dashes and spaces. */
export const recoverSchema = z.object({ recoveryCode: z.string().max(128) });

/** Exchange of a token from a link's fragment for the cookie. */
export const enterSchema = z.object({
	token: z.string().min(16).max(128),
	/** Where this browser is somebody else in the workshop already, only say so: it stays who it is. */
	ask: z.boolean().optional(),
});
