import { z } from "zod";
import {
	actionsSchema,
	actorMapSchema,
	checklistSchema,
	choiceSchema,
	decisionSchema,
	formatSuggestionSchema,
	leanStructureSchema,
	matrixSchema,
	moduleAssessmentSchema,
	multiChoiceSchema,
	profileSchema,
	rankingSchema,
	richTextSchema,
	scaleBlockSchema,
	tableSchema,
	textSchema,
} from "../blocks/definitions.ts";
import { slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import { exampleSchema } from "./example.ts";
import {
	choiceColumn,
	dateColumn,
	optionsSchema,
	personColumn,
	rowSchema,
	scaleColumn,
	scaleSchema,
	termsSchema,
	textColumn,
	yesPartlyNoColumn,
} from "./parts.ts";
import { templateSchema } from "./template.ts";

/**
 * A YAML file of the library as people write it. It differs from the resolved schemas in three ways: a scale, an
 * option list or a preset of dimensions may be named instead of written out; what the loader adds (`cells`, the
 * progress section) cannot be written; and scales, lists and presets are files of their own.
 */

const scaleOrName = z.union([slugSchema, scaleSchema]);
const optionsOrName = z.union([slugSchema, optionsSchema]);
const dimensionRows = z.array(rowSchema).min(1).max(12);
const dimensionsOrName = z.union([slugSchema, dimensionRows]);

const checklistAnswers = z
	.union([
		z.strictObject({ scale: scaleOrName }),
		z.strictObject({ options: optionsOrName }),
		z.enum(["tick", "yes-partly-no"]),
	])
	.default("yes-partly-no");

/** Once for every option chosen in the ranking block of that id. */
const repeat = z.strictObject({ over: slugSchema }).optional();

const columnSource = z.discriminatedUnion("kind", [
	textColumn,
	personColumn,
	dateColumn,
	yesPartlyNoColumn,
	choiceColumn.extend({ options: optionsOrName }),
	scaleColumn.extend({ scale: scaleOrName }),
]);
export type SourceColumn = z.output<typeof columnSource>;

const actorPart = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	columns: z.array(columnSource).min(1).max(10),
});
/** An earlier matrix by its id; with a name, the profile calls it by that instead of by its label. */
const profiled = z.union([slugSchema, z.strictObject({ block: slugSchema, name: localizedSchema })]);

const generatedSource = z.discriminatedUnion("view", [
	profileSchema.extend({
		of: z.array(profiled).min(1).max(8),
		/** The column that is rated; the first one with a scale when absent. */
		column: z.optional(slugSchema),
	}),
	formatSuggestionSchema.extend({ of: z.tuple([slugSchema]) }),
	leanStructureSchema.extend({
		of: z.tuple([slugSchema, slugSchema]),
		/** What is left out goes by its own name, where the table has such a column. */
		columns: leanStructureSchema.shape.columns.partial().prefault({}),
	}),
]);
export type SourceGenerated = z.output<typeof generatedSource>;

const blockSource = z.discriminatedUnion("type", [
	richTextSchema.extend({ repeat }),
	textSchema.extend({ repeat }),
	choiceSchema.extend({ repeat, options: optionsOrName }),
	multiChoiceSchema.extend({ repeat, options: optionsOrName }),
	scaleBlockSchema.extend({ repeat, scale: scaleOrName }),
	checklistSchema.extend({ repeat, answers: checklistAnswers }),
	tableSchema.extend({ repeat, columns: z.array(columnSource).min(1).max(10) }),
	matrixSchema.extend({ repeat, columns: z.array(columnSource).min(1).max(8) }),
	rankingSchema.extend({ repeat, options: optionsOrName }),
	actionsSchema.extend({ repeat }),
	moduleAssessmentSchema.omit({ former: true }).extend({
		repeat,
		dimensions: dimensionsOrName,
		state: scaleOrName,
		outlooks: optionsOrName,
	}),
	actorMapSchema.extend({
		repeat,
		parts: z.array(actorPart).min(1).max(6),
	}),
	decisionSchema.extend({ repeat: z.never("a decision does not repeat").optional() }),
	generatedSource,
]);
export type SourceBlock = z.output<typeof blockSource>;
export type SourceAnswers = z.output<typeof checklistAnswers>;

const sectionSource = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	intro: z.optional(localizedSchema),
	notice: z.optional(localizedSchema),
	repeat,
	blocks: z.array(blockSource).min(1),
});

const version = z.int().min(1);

const worksheetSource = z.strictObject({
	kind: z.literal("worksheet"),
	id: slugSchema,
	version,
	title: localizedSchema,
	purpose: localizedSchema,
	notice: z.optional(localizedSchema),
	terms: termsSchema.optional(),
	sections: z.array(sectionSource).min(1),
});
export type SourceWorksheet = z.output<typeof worksheetSource>;

const scalesSource = z.strictObject({
	kind: z.literal("scales"),
	version,
	scales: z.array(scaleSchema).min(1),
});

const optionsSource = z.strictObject({
	kind: z.literal("options"),
	id: slugSchema,
	version,
	title: localizedSchema,
	options: optionsSchema,
});

export const dimensionPresetSchema = z.strictObject({
	id: slugSchema,
	title: localizedSchema,
	dimensions: dimensionRows,
});
export type DimensionPreset = z.output<typeof dimensionPresetSchema>;

const dimensionsSource = z.strictObject({
	kind: z.literal("dimensions"),
	version,
	presets: z.array(dimensionPresetSchema).min(1),
});

/** The one schema every file of the library is checked against. */
export const sourceSchema = z.discriminatedUnion("kind", [
	worksheetSource,
	templateSchema,
	scalesSource,
	optionsSource,
	dimensionsSource,
	exampleSchema,
]);
export type Source = z.output<typeof sourceSchema>;
