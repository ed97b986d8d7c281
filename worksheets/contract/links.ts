import * as z from "zod/mini";
import { ROLES } from "./snapshot.ts";

/** Whom a facilitator can let in by a link. */
export const LINK_ROLES = ["cofacilitator", "observer"] as const;

export const linkRoleSchema = z.enum(LINK_ROLES);
export type LinkRole = z.infer<typeof linkRoleSchema>;

/** A link as the facilitator's list has it. Its secret is shown once, when it is made, and never again. */
export const linkViewSchema = z.object({
	id: z.string(),
	role: linkRoleSchema,
	/** For whom it was made; may be empty. */
	label: z.string(),
	/** Epoch milliseconds. */
	createdAt: z.number(),
	/** The start of the last day (UTC) on which it was used; null while it never was. */
	lastUsedAt: z.nullable(z.number()),
});
export type LinkView = z.infer<typeof linkViewSchema>;

/** What making a link answers. */
export const createdLinkSchema = z.object({
	id: z.string(),
	role: linkRoleSchema,
	label: z.string(),
	url: z.string(),
	createdAt: z.number(),
});
export type CreatedLink = z.infer<typeof createdLinkSchema>;

/** What coming back by the recovery code answers. */
export const recoveredSchema = z.object({ facilitatorUrl: z.string(), facilitatorToken: z.string() });
export type Recovered = z.infer<typeof recoveredSchema>;

/** What making a new recovery code answers: the code as it is to be written down. */
export const recoveryCodeSchema = z.object({ recoveryCode: z.string() });

const whoSchema = z.object({ role: z.enum(ROLES), name: z.optional(z.string()) });
/** Somebody as a door speaks of them; a name is a participant's. */
export type Who = z.infer<typeof whoSchema>;

/** What entering by a link answers: whose it is, and, where that was asked and nobody has entered, who is here already. */
export const enteredSchema = z.object({ ...whoSchema.shape, here: z.optional(whoSchema) });
