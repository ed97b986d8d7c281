import { z } from "zod";
import { slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";

/** The pieces that several block types share. Everything here is already resolved: scales and options stand inline. */

const optionSchema = z.strictObject({
	id: slugSchema,
	label: localizedSchema,
	hint: z.optional(localizedSchema),
	/** Other names people use for the same thing; searched, not shown. */
	aliases: z.array(z.string()).optional(),
	/** Of a structure module: who usually belongs to it, what it may do, how often it meets. */
	members: z.optional(localizedSchema),
	mandate: z.optional(localizedSchema),
	cadence: z.optional(localizedSchema),
});
export type Option = z.infer<typeof optionSchema>;

export const optionsSchema = z.array(optionSchema).min(1).max(80);

/** A rating scale with labelled points in ascending order; „weiß nicht“ is always possible and is no point of it. */
export const scaleSchema = z.strictObject({
	id: slugSchema,
	points: z
		.array(z.strictObject({ value: z.int().min(0).max(10), label: localizedSchema }))
		.min(2)
		.max(11),
	unknown: localizedSchema,
});
export type Scale = z.infer<typeof scaleSchema>;

const column = { id: slugSchema, label: localizedSchema, hint: z.optional(localizedSchema) };
export const textColumn = z.strictObject({ ...column, kind: z.literal("text") });
export const personColumn = z.strictObject({ ...column, kind: z.literal("person") });
export const dateColumn = z.strictObject({ ...column, kind: z.literal("date") });
export const yesPartlyNoColumn = z.strictObject({ ...column, kind: z.literal("yes-partly-no") });
export const choiceColumn = z.strictObject({ ...column, kind: z.literal("choice"), options: optionsSchema });
export const scaleColumn = z.strictObject({ ...column, kind: z.literal("scale"), scale: scaleSchema });

/** How a cell of a table or matrix is filled. Text cells merge letter by letter; the others take the last choice. */
export const columnSchema = z.discriminatedUnion("kind", [
	textColumn,
	personColumn,
	dateColumn,
	yesPartlyNoColumn,
	choiceColumn,
	scaleColumn,
]);
export type Column = z.infer<typeof columnSchema>;

/** Words of the field that a sheet explains and that stand in none of its labels. */
export const termsSchema = z
	.array(z.strictObject({ id: slugSchema, term: localizedSchema, meaning: localizedSchema }))
	.min(1)
	.max(60);

export const rowSchema = z.strictObject({ id: slugSchema, label: localizedSchema, hint: z.optional(localizedSchema) });
export type Row = z.infer<typeof rowSchema>;

/**
 * Why a block's top-level names may carry an item (`<block id>/<item>`):
 * `over`: once for every option chosen in the ranking block of that id (items are the option ids, so that reordering
 * or deselecting never moves or loses a text); `cells`: its text cells live under names of their own, so that two
 * people may start the same empty cell at once and both texts stay; also for a block that keeps a mark of its own.
 */
export const repeatSchema = z.strictObject({ over: z.optional(slugSchema), cells: z.boolean().optional() });
export type Repeat = z.infer<typeof repeatSchema>;

/** What every block has. `label` is the prompt; it lives in the definition only, so nobody in the room can alter it. */
export const blockBase = {
	id: slugSchema,
	label: localizedSchema,
	hint: z.optional(localizedSchema),
	example: z.optional(localizedSchema),
	/** Said beside the prompt; everything may be left empty, this may be so with a good conscience. */
	optional: z.boolean().optional(),
	repeat: repeatSchema.optional(),
};
