import { z } from "zod";
import { METHODS, OBJECTIONS } from "../assessment/methods.ts";
import { voteResultSchema } from "../assessment/vote-result.ts";
import { idSchema, slugSchema } from "../contract/ids.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import { richBlockSchema } from "../report/nodes-schema.ts";
import { sourceSchema as actionSourceSchema } from "./action-source.ts";
import { YES_PARTLY_NO } from "./cells.ts";
import { KEY_MESSAGE } from "./key-message.ts";
import { statementSourceSchema } from "./synthesis.ts";

/**
 * The answers of the block types, one schema each, as their files in this folder read them and as they stand in the JSON
 * export: the types that the rest of Arena works with are inferred from here. Only what writes or reads such a file needs
 * this at run time.
 */

const pointSchema = z.union([z.number(), z.literal("unknown")]).meta({
	id: "Point",
	description: "The value of a point of the question's scale; „unknown“: people cannot or do not want to say.",
});
const givenPoint = z.nullable(pointSchema);
const count = z.int().min(0);
export const labelSchema = z
	.union([localizedSchema, z.string()])
	.describe("Of what stands in the definition, in every language; of what people added, one text.");

const keyMessageSchema = z
	.strictObject({ kind: z.literal(KEY_MESSAGE), text: z.string() })
	.describe("The Kernaussage: the answer in one sentence.");
export const richTextAnswerSchema = z
	.array(z.union([keyMessageSchema, richBlockSchema]))
	.describe("The Kernaussage, if there is one, and then the prose.");

export const textAnswerSchema = z.string().describe("As it was written; a day as YYYY-MM-DD. Empty: nothing.");

export const choiceAnswerSchema = z.strictObject({
	value: z.nullable(z.string()).describe("An option's id, „own“, or null."),
	own: z.string().describe("The answer of one's own, also where another option is chosen now."),
});

export const multiChoiceAnswerSchema = z.strictObject({
	chosen: z.array(z.string()).describe("Option ids in the definition's order."),
	own: z.array(z.strictObject({ id: z.string(), label: z.string() })).describe("What people added."),
	reason: z.string(),
});

export const scaleAnswerSchema = z.strictObject({ value: givenPoint, reason: z.string() });

export const checkSchema = z.union([z.literal(true), z.string(), z.number()]);

export const checklistAnswerSchema = z
	.array(
		z.strictObject({
			id: z.string(),
			answer: z
				.nullable(checkSchema)
				.describe(
					"True: ticked; „yes“, „partly“ or „no“; a point of the scale or „unknown“; or an option's id. Null: not answered.",
				),
			note: z.exactOptional(z.string()).describe("Only where the definition asks for notes."),
		}),
	)
	.describe("Every item of the definition, in its order.");

export const cellSchema = z.nullable(z.union([z.string(), z.number()])).meta({
	id: "Cell",
	description:
		"By the kind of its column: text and person, the text (empty when none); date, YYYY-MM-DD; yes-partly-no, one of the three; choice, an option's id; scale, a point's value or „unknown“. Null: not filled in.",
});
export const cellsSchema = z.record(z.string(), cellSchema).describe("By the ids of the columns.");
export const rowSchema = z.strictObject({ id: z.string(), cells: cellsSchema }).meta({ id: "Row" });

export const tableAnswerSchema = z.strictObject({ rows: z.array(rowSchema) });
export const matrixAnswerSchema = z.strictObject({
	rows: z.array(rowSchema).describe("Every row of the definition, with every column."),
});

export const rankedSchema = z.strictObject({ id: z.string(), label: labelSchema });
export const rankingAnswerSchema = z.strictObject({
	chosen: z.array(rankedSchema).describe("First to last."),
	spare: z.array(rankedSchema).describe("Placed, but behind the last place that there is."),
	unplaced: z.array(rankedSchema).describe("What people added and gave no place."),
});

export const actionRowSchema = z
	.strictObject({
		...rowSchema.shape,
		source: z.exactOptional(actionSourceSchema).describe("Where it was taken from; absent where it was entered here."),
	})
	.meta({ id: "ActionRow" });
export const actionsAnswerSchema = z.strictObject({ rows: z.array(actionRowSchema) });

export const dimensionAnswerSchema = z.strictObject({
	id: z.string().describe("The dimension's."),
	state: givenPoint.describe("Stand."),
	outlook: z.nullable(z.string()).describe("Perspektive: an option's id."),
	evidence: z.string(),
	remark: z.string(),
	dissent: z
		.exactOptional(z.string())
		.describe("What some of a group see otherwise than its value says; absent where nobody has said so."),
});
export const moduleAssessmentAnswerSchema = z.strictObject({
	dimensions: z.array(dimensionAnswerSchema).describe("Every dimension of the definition, in its order."),
	former: z
		.exactOptional(z.array(dimensionAnswerSchema))
		.describe("What was written under dimensions that are no longer asked about; absent where nothing was."),
});

export const actorMapAnswerSchema = z.strictObject({
	rows: z.array(rowSchema).describe("With every column of the definition; null where what is rated is withheld."),
	ratings: z
		.enum(["open", "group", "withheld"])
		.describe(
			"Who may see what is rated. „open“: everybody who may see the sheet; „group“: only the group, whose file this is; „withheld“: only the group, and this file is somebody else's.",
		),
});

const methodSchema = z.enum(METHODS).describe("How it is decided.");
const proposal = {
	question: z.string(),
	points: count.describe("How many points each person has; only the method „points“ asks for it."),
	options: z.array(z.strictObject({ id: z.string(), label: z.string() })),
};
const voteSchema = z.strictObject({
	option: z.string().describe("An option's id, or „.question“ and „.as-it-is“."),
	value: z.union([z.number(), z.enum(OBJECTIONS)]),
	reason: z.string().describe("Of a concern or an objection; may be empty."),
});
export const decisionAnswerSchema = z.strictObject({
	proposal: z
		.strictObject({ method: z.nullable(methodSchema), ...proposal })
		.describe("As far as it is prepared; the method is null where nobody has chosen one."),
	ballots: z
		.array(
			z.strictObject({
				/** The document in which it is decided. */
				decision: idSchema,
				method: methodSchema,
				abstained: z.boolean(),
				votes: z.array(voteSchema),
			}),
		)
		.describe("How the owner of a sheet has voted; empty in every sheet but a participant's own."),
	result: z.nullable(voteResultSchema).describe("What the vote came to; null while it is not closed."),
	asked: z
		.array(z.strictObject({ decision: idSchema, proposal: z.strictObject({ method: methodSchema, ...proposal }) }))
		.describe("In a participant's own sheet: what was put to the vote in the documents that the ballots name."),
});

export const statementSchema = z.strictObject({
	id: z.string(),
	text: z.string(),
	source: z.exactOptional(statementSourceSchema).describe("Where it was taken out of a sheet."),
});
export const clusterSchema = z.strictObject({
	id: z.string(),
	name: z.string().describe("Empty while nobody has named it."),
	statements: z.array(statementSchema),
});
export const synthesisAnswerSchema = z.strictObject({
	clusters: z.array(clusterSchema),
	loose: z.array(statementSchema).describe("Statements in no cluster."),
});

export const conditionSchema = z.strictObject({
	/** The matrix it stands for. */
	block: slugSchema,
	name: localizedSchema,
	mean: z.nullable(z.number()).describe("Rounded to one decimal; null while nothing is rated."),
	near: z
		.nullable(localizedSchema)
		.describe("The label of the scale's nearest point; of two equally near the lower one."),
	rated: count.describe("How many of its rows are rated, how many are „unknown“, and how many there are."),
	unknown: count,
	rows: count,
});
export const profileAnswerSchema = z.strictObject({
	view: z.literal("profile"),
	lowest: z.number().describe("The ends of the scale that all conditions are rated on."),
	highest: z.number(),
	conditions: z
		.array(conditionSchema)
		.describe("Weakest first; those of equal means as the definition has them, those not rated at the end."),
});

export const formatSuggestionAnswerSchema = z.strictObject({
	view: z.literal("format-suggestion"),
	goal: z.nullable(labelSchema).describe("What was chosen, an own answer as it was written; null while nothing is."),
	formats: z
		.array(z.strictObject({ id: slugSchema, label: localizedSchema, why: z.nullable(localizedSchema) }))
		.describe("What fits it, in the definition's order."),
});

export const bodySchema = z
	.strictObject({ name: z.string(), place: z.int().min(1) })
	.describe("By its name, and by its place in the table for one that has none; places count from 1.");
const findingKind = z.enum(["no-mandate", "no-cadence", "same"]);
export const findingSchema = z.strictObject({
	kind: findingKind,
	bodies: z.array(bodySchema),
});
export const leanStructureAnswerSchema = z.strictObject({
	view: z.literal("lean-structure"),
	parts: z
		.array(z.strictObject({ id: z.string(), label: localizedSchema, state: z.nullable(z.enum(YES_PARTLY_NO)) }))
		.describe("What a lean structure is made of, and whether it is there; null while nobody has said."),
	bodies: count.describe("How many bodies the table has."),
	looksFor: z
		.array(findingKind)
		.describe("What can be looked for in this table at all: without a column there is no finding."),
	findings: z
		.array(findingSchema)
		.describe("What stands in the way: something is not said of these bodies, or they do the same."),
});
