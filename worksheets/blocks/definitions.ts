import { z } from "zod";
import { METHODS, MOST_POINTS } from "../assessment/methods.ts";
import { slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import { blockBase, columnSchema, optionsSchema, rowSchema, scaleSchema } from "../schema/parts.ts";

/** The resolved definitions of the block types, one schema each; their files in this folder say what they hold. */

export const richTextSchema = z.strictObject({
	...blockBase,
	type: z.literal("rich-text"),
	/** Whether the answer in one sentence is asked for below it; at most KEY_MESSAGE_LENGTH, marked beyond, never cut. */
	keyMessage: z.boolean().optional(),
});

export const textSchema = z.strictObject({
	...blockBase,
	type: z.literal("text"),
	/** Code points shown as the bound beside the field; longer text is kept and marked, never cut. */
	maxLength: z.int().min(1).max(2000).default(200),
	/** `line` when absent; a `date` is chosen from a calendar. */
	format: z.enum(["line", "date"]).optional(),
});

export const choiceSchema = z.strictObject({
	...blockBase,
	type: z.literal("choice"),
	options: optionsSchema,
	/** Whether people may enter an answer of their own. */
	own: z.boolean().default(false),
});

export const multiChoiceSchema = z.strictObject({
	...blockBase,
	type: z.literal("multi-choice"),
	options: optionsSchema,
	own: z.boolean().default(false),
	/** Whether a reason is asked for below the options. */
	reason: z.boolean().default(false),
});

export const scaleBlockSchema = z.strictObject({
	...blockBase,
	type: z.literal("scale"),
	scale: scaleSchema,
	reason: z.boolean().default(true),
});

export const checklistSchema = z.strictObject({
	...blockBase,
	type: z.literal("checklist"),
	items: z.array(rowSchema).min(1).max(200),
	/** `tick`: on or off; `yes-partly-no`: three answers; or a point of a scale, or one of several options. */
	answers: z
		.union([
			z.strictObject({ scale: scaleSchema }),
			z.strictObject({ options: optionsSchema }),
			z.enum(["tick", "yes-partly-no"]),
		])
		.default("yes-partly-no"),
	/** Whether each item has a text of its own beside the answer. */
	note: z.boolean().optional(),
});

export const tableSchema = z.strictObject({
	...blockBase,
	type: z.literal("table"),
	columns: z.array(columnSchema).min(1).max(10),
	/** Names one row on the button that adds one: „Herausforderung“. */
	rowName: z.strictObject({ de: z.string().min(1), en: z.string().min(1) }),
	maxRows: z.int().min(1).max(200).default(100),
});

export const matrixSchema = z.strictObject({
	...blockBase,
	type: z.literal("matrix"),
	rows: z.array(rowSchema).min(1).max(40),
	columns: z.array(columnSchema).min(1).max(8),
});

export const rankingSchema = z.strictObject({
	...blockBase,
	type: z.literal("ranking"),
	options: optionsSchema,
	own: z.boolean().default(false),
	/** How many places are given out. */
	places: z.int().min(1).max(20),
});

/** The steps a group agrees on; the columns are the same everywhere, so that they can become one plan. */
export const actionsSchema = z.strictObject({
	...blockBase,
	type: z.literal("actions"),
	/** The workshop's one plan, which takes up the steps of all other sheets. */
	plan: z.boolean().optional(),
});

/** Stand and Perspektive of structure modules: rows are Verstetigung and the effectiveness dimensions. */
export const moduleAssessmentSchema = z.strictObject({
	...blockBase,
	type: z.literal("module-assessment"),
	dimensions: z.array(rowSchema).min(1).max(12),
	/** No longer asked about in this workshop; what was written under them is still told. Never in a file. */
	former: z.array(rowSchema).optional(),
	state: scaleSchema,
	outlooks: optionsSchema,
});

/** A row that shows how the sheet may be filled in: values by column, texts in both languages. */
const exampleRowSchema = z.record(slugSchema, z.union([localizedSchema, z.string(), z.int()]));

/** Actors as rows with columns in parts, and a board on which two of their ratings place them. */
export const actorMapSchema = z.strictObject({
	...blockBase,
	type: z.literal("actor-map"),
	/** Names one row on the button that adds one: „Akteur“. */
	rowName: localizedSchema,
	maxRows: z.int().min(1).max(200).default(60),
	/** The first column of the first part, a text, is the row's name. */
	parts: z
		.array(z.strictObject({ id: slugSchema, title: localizedSchema, columns: z.array(columnSchema).min(1).max(10) }))
		.min(1)
		.max(6),
	/** Ids of scale columns. */
	axes: z.strictObject({ across: slugSchema, up: slugSchema }),
	/** What the quarters of the board mean: high on both axes, on one of them, on neither. */
	quadrants: z.strictObject({
		both: localizedSchema,
		across: localizedSchema,
		up: localizedSchema,
		neither: localizedSchema,
	}),
	/** Whether what is rated stays in the group until the group releases it. */
	private: z.boolean().default(false),
	examples: z.array(exampleRowSchema).min(1).max(5).optional(),
});

/** What is put to the vote, and how each person votes on it. */
export const decisionSchema = z.strictObject({
	...blockBase,
	type: z.literal("decision"),
	/** How it is decided while nobody has chosen another way. */
	method: z.enum(METHODS).optional(),
	/** How many points each person has while nobody has set another number. */
	points: z.int().min(1).max(MOST_POINTS).default(3),
});

/** Statements taken out of sheets, in clusters. Only the built-in sheet has one: no library file can. */
export const synthesisSchema = z.strictObject({
	...blockBase,
	type: z.literal("synthesis"),
});

/** Nothing is stored for a generated block: it is made of other blocks, which stand in `of` as far as it reads them. */
const generatedBase = {
	...blockBase,
	type: z.literal("generated"),
	repeat: z.never("a generated block does not repeat").optional(),
};

/** The mean of each matrix's ratings, weakest first. */
export const profileSchema = z.strictObject({
	...generatedBase,
	view: z.literal("profile"),
	/** Each matrix with the one column that is rated, and what the profile calls it; all on the same scale. */
	of: z
		.array(z.strictObject({ name: localizedSchema, block: matrixSchema }))
		.min(1)
		.max(8),
});

/** The formats that fit the goal chosen before, and why. */
export const formatSuggestionSchema = z.strictObject({
	...generatedBase,
	view: z.literal("format-suggestion"),
	of: z.tuple([choiceSchema]),
	suggestions: z
		.array(
			z.strictObject({
				/** One of the goals by its option's id. */
				when: slugSchema,
				formats: z
					.array(z.strictObject({ id: slugSchema, label: localizedSchema, why: z.optional(localizedSchema) }))
					.min(1)
					.max(8),
			}),
		)
		.min(1)
		.max(40),
});

/** Which parts of a lean structure are there, and which bodies of a table stand in its way. */
export const leanStructureSchema = z.strictObject({
	...generatedBase,
	view: z.literal("lean-structure"),
	/** The parts, each answered with yes, partly or no, and the bodies with the columns named below. */
	of: z.tuple([checklistSchema, tableSchema]),
	/** Which column of the table says what, by its id. */
	columns: z.strictObject({
		name: slugSchema,
		mandate: z.optional(slugSchema),
		cadence: z.optional(slugSchema),
		kind: z.optional(slugSchema),
		theme: z.optional(slugSchema),
	}),
	/** By the answer to which column, a choice, a body meets only when needed and so misses no cadence. */
	whenNeeded: z.strictObject({ column: slugSchema, option: slugSchema }).optional(),
});

const generatedSchema = z.discriminatedUnion("view", [profileSchema, formatSuggestionSchema, leanStructureSchema]);

export const blockSchema = z.discriminatedUnion("type", [
	richTextSchema,
	textSchema,
	choiceSchema,
	multiChoiceSchema,
	scaleBlockSchema,
	checklistSchema,
	tableSchema,
	matrixSchema,
	rankingSchema,
	actionsSchema,
	moduleAssessmentSchema,
	actorMapSchema,
	decisionSchema,
	synthesisSchema,
	generatedSchema,
]);
export type Block = z.infer<typeof blockSchema>;
export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;
