import { z } from "zod";
import {
	actionsAnswerSchema,
	actorMapAnswerSchema,
	checklistAnswerSchema,
	choiceAnswerSchema,
	decisionAnswerSchema,
	formatSuggestionAnswerSchema,
	labelSchema,
	leanStructureAnswerSchema,
	matrixAnswerSchema,
	moduleAssessmentAnswerSchema,
	multiChoiceAnswerSchema,
	profileAnswerSchema,
	rankingAnswerSchema,
	richTextAnswerSchema,
	scaleAnswerSchema,
	synthesisAnswerSchema,
	tableAnswerSchema,
	textAnswerSchema,
} from "../blocks/answers.ts";
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
	synthesisSchema,
	tableSchema,
	textSchema,
} from "../blocks/definitions.ts";
import type { BlockKind } from "../blocks/registry.ts";
import { questionNameSchema, slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import { progressStateSchema } from "../contract/snapshot.ts";
import type { Answered } from "../document/read.ts";

/** A sheet with its answers, as it stands in the JSON export. */

const itemSchema = z
	.strictObject({
		id: z.string(),
		label: labelSchema,
		retired: z
			.exactOptional(z.literal(true))
			.describe("Not chosen here, or no longer, but something was written about it."),
	})
	.meta({ id: "Item" });

/** A question's definition, with its prompt, options and scales, and the answers to it. */
function answeredBlock<Definition extends z.ZodType, Answer extends z.ZodType>(
	id: string,
	definition: Definition,
	answer: Answer,
) {
	const question = z.strictObject({
		name: questionNameSchema,
		item: z.exactOptional(itemSchema).describe("What it is asked of, where its block repeats."),
		state: progressStateSchema,
		empty: z.boolean().describe("Whether nothing was entered; a question may be marked as done and still be empty."),
		answer,
	});
	return z.strictObject({ definition, answers: z.array(question) }).meta({ id });
}

/** By block type; the compiler names one that is missing. Generated blocks differ by what they show. */
const blocks = {
	"rich-text": [answeredBlock("RichText", richTextSchema, richTextAnswerSchema)],
	text: [answeredBlock("Text", textSchema, textAnswerSchema)],
	choice: [answeredBlock("Choice", choiceSchema, choiceAnswerSchema)],
	"multi-choice": [answeredBlock("MultiChoice", multiChoiceSchema, multiChoiceAnswerSchema)],
	scale: [answeredBlock("Scale", scaleBlockSchema, scaleAnswerSchema)],
	checklist: [answeredBlock("Checklist", checklistSchema, checklistAnswerSchema)],
	table: [answeredBlock("Table", tableSchema, tableAnswerSchema)],
	matrix: [answeredBlock("Matrix", matrixSchema, matrixAnswerSchema)],
	ranking: [answeredBlock("Ranking", rankingSchema, rankingAnswerSchema)],
	actions: [answeredBlock("Actions", actionsSchema, actionsAnswerSchema)],
	"module-assessment": [answeredBlock("ModuleAssessment", moduleAssessmentSchema, moduleAssessmentAnswerSchema)],
	"actor-map": [answeredBlock("ActorMap", actorMapSchema, actorMapAnswerSchema)],
	decision: [answeredBlock("Decision", decisionSchema, decisionAnswerSchema)],
	synthesis: [answeredBlock("Synthesis", synthesisSchema, synthesisAnswerSchema)],
	generated: [
		answeredBlock("Profile", profileSchema, profileAnswerSchema),
		answeredBlock("FormatSuggestion", formatSuggestionSchema, formatSuggestionAnswerSchema),
		answeredBlock("LeanStructure", leanStructureSchema, leanStructureAnswerSchema),
	],
} satisfies Record<BlockKind, z.ZodType[]>;

export const answeredSchema: z.ZodType<Answered> = z
	.strictObject({
		worksheet: slugSchema,
		version: z.int().min(1),
		title: localizedSchema,
		sections: z.array(
			z.strictObject({
				id: slugSchema,
				title: localizedSchema,
				blocks: z.array(z.union(Object.values(blocks).flat())),
			}),
		),
	})
	.meta({ id: "Answered" });
