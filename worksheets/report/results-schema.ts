import { z } from "zod";
import { distributionSchema } from "../assessment/distribution.ts";
import { ratingResultSchema } from "../assessment/rating-result.ts";
import { actionRowSchema } from "../blocks/answers.ts";
import { idSchema, questionNameSchema, slugSchema } from "../contract/ids.ts";
import { languageSchema } from "../contract/language-schemas.ts";
import { lateAnswerSchema } from "../contract/late.ts";
import { assessmentSchema } from "../contract/plenary.ts";
import { phaseKindSchema, roleSchema, scopeKindSchema, seriesSchema } from "../contract/snapshot.ts";
import { stepSheetSchema } from "../contract/steps.ts";
import { answeredSchema } from "./answered-schema.ts";

/**
 * The JSON exports as they stand, and the source of every other format. docs/results.md says what they mean and how they
 * may change; the JSON Schema that programs are given is made from here (results-json-schema.ts).
 */

const time = z.number().meta({ id: "Time", description: "Epoch milliseconds, by the server's clock." });
const count = z.int().min(0);
const interim = z.boolean().describe("Whether the workshop was still going on.");

export const resultWorkshopSchema = z
	.strictObject({
		id: idSchema,
		title: z.string(),
		template: slugSchema,
		startsAt: z.nullable(time).describe("When it was to begin; null where nobody has said so."),
		endedAt: z.nullable(time),
		place: z.string(),
		series: z.nullable(seriesSchema).describe("The series of meetings that it belongs to, and the how-manieth it is."),
		deleteOn: time.describe("When the server erases the workshop; epoch milliseconds."),
		participants: count.describe("How many people took part."),
	})
	.meta({ id: "Workshop" });

const phaseSchema = z
	.strictObject({
		id: slugSchema,
		title: z.string(),
		kind: phaseKindSchema,
		minutes: z.number().describe("As planned."),
		assignment: z.string().describe("The Auftrag, as everybody could read it."),
		enteredAt: z.nullable(time).describe("When it was last entered; null where it never was."),
		visits: z
			.array(z.strictObject({ from: time, to: z.nullable(time) }))
			.describe("Each time the room was in it; `to` is null where it still is."),
	})
	.meta({ id: "Phase" });

const topicSchema = z.strictObject({
	text: z.string(),
	group: z
		.nullable(z.string())
		.describe("Of whoever put it there; null for somebody without one, and for those who steer."),
	at: time,
	done: z.boolean(),
});

export const resultCreditsSchema = z
	.strictObject({
		names: z.array(z.string()).describe("None for a participant's own sheet."),
		changedAt: z.nullable(time).describe("Null where nothing was ever written."),
	})
	.describe("Who wrote in a sheet and when it last changed.");

export const resultLateSchema = z.strictObject({
	id: z.string(),
	at: time,
	by: z.string().describe("The name of whoever wrote it."),
	answers: z.array(lateAnswerSchema),
});

export const revealedSchema = z.strictObject({
	question: questionNameSchema,
	...ratingResultSchema.shape,
});

export const resultSheetSchema = z
	.strictObject({
		document: idSchema,
		worksheet: slugSchema,
		worksheetVersion: z.int().min(1),
		title: z.string().describe("The worksheet's, in the workshop's language."),
		scope: z.strictObject({
			kind: scopeKindSchema,
			id: z.nullable(z.string()).describe("The group's or participant's; null for the plenary's."),
			name: z.string(),
		}),
		credits: resultCreditsSchema,
		revealed: z
			.array(revealedSchema)
			.describe(
				"How people have rated its questions each for themselves, where that was revealed; none in a participant's own sheet.",
			),
		answered: answeredSchema,
		withheld: z
			.boolean()
			.describe("Whether judgements were left out, since all at a device with several people can read the file."),
		late: z
			.array(resultLateSchema)
			.describe("What came when the sheet was closed; it stands beside the answers and is no part of them."),
	})
	.meta({ id: "Sheet" });

const planRowSchema = z
	.strictObject({
		...actionRowSchema.shape,
		changedAtSource: z
			.exactOptional(actionRowSchema.shape.cells)
			.describe("What the step says at its source by now, where that has changed since it was taken."),
	})
	.meta({ id: "PlanRow" });
export const missingSchema = z
	.strictObject({
		open: count.describe("How many actions are still to be done."),
		without: z
			.strictObject({ responsible: count, due: count, firstStep: count })
			.describe("How many of those lack what."),
	})
	.describe("Of the plan's rows.");
export const actionPlanSchema = z
	.strictObject({
		rows: z.array(planRowSchema),
		missing: missingSchema,
		notTaken: z
			.array(
				z.strictObject({
					document: stepSheetSchema.shape.document,
					worksheet: stepSheetSchema.shape.worksheet,
					name: z.string(),
					scope: stepSheetSchema.shape.scope,
					steps: stepSheetSchema.shape.steps,
				}),
			)
			.describe("What sheets hold that nobody has taken into the plan."),
	})
	.meta({ id: "ActionPlan" });

/** What one person may take home of a workshop. */
export const resultsSchema = z.strictObject({
	format: z.literal("arena-results"),
	version: z.literal(1),
	exportedAt: time,
	interim,
	rehearsal: z.boolean().describe("Whether people tried the workshop out, some of them played by the server."),
	language: languageSchema,
	part: z
		.strictObject({
			kind: z.enum(["all", "group", "own", "measures", "decision"]),
			of: z.string().describe("The group's name, or the body that is to decide; else empty."),
		})
		.describe("What of it this is. Absent in files of releases that knew no parts: there it is all."),
	recipient: z
		.strictObject({ role: roleSchema, names: z.array(z.string()) })
		.describe(
			"Who took it home: what is in it is what they may see. Names of several at one device; none of those who steer.",
		),
	workshop: resultWorkshopSchema,
	phases: z.array(phaseSchema).describe("The agenda, in its order."),
	groups: z
		.array(z.strictObject({ id: idSchema, name: z.string(), members: z.array(z.string()) }))
		.describe("As they were in the end."),
	sheets: z.array(resultSheetSchema).describe("In the order of the agenda."),
	overview: z
		.array(assessmentSchema)
		.describe("What the groups say side by side; for participants, what of it they were shown."),
	actionPlan: actionPlanSchema.describe("All that was agreed on, made of the sheets."),
	topics: z.array(topicSchema).describe("The Themenspeicher."),
	messages: z.array(z.strictObject({ text: z.string(), at: time })).describe("What was said to everybody."),
});

const partSchema = z.strictObject({
	part: z.string(),
	label: z.string(),
	points: z
		.array(z.strictObject({ value: z.number(), label: z.string() }))
		.describe("The points of its scale, and what not knowing is called."),
	unknown: z.string(),
	own: z.nullable(distributionSchema).describe("Null where too few have rated it, as the next."),
	others: z.nullable(distributionSchema),
});

/**
 * What the people of one unit (a municipality) may take home: how they have rated, beside all others. No text that
 * anybody wrote stands in it, and nobody's name.
 */
export const unitResultsSchema = z.strictObject({
	format: z.literal("arena-unit-results"),
	version: z.literal(1),
	exportedAt: time,
	interim,
	language: languageSchema,
	workshop: resultWorkshopSchema,
	unit: z.string(),
	countedAt: time.describe("When the ratings were counted; epoch milliseconds."),
	questions: z.array(
		z.strictObject({
			worksheet: slugSchema,
			question: questionNameSchema,
			label: z.string().describe("In the workshop's language, as all texts here: what is asked of what."),
			title: z
				.string()
				.describe("The worksheet's; below, what is asked, and of what where it is asked of several things."),
			prompt: z.string(),
			subject: z.nullable(z.string()),
			people: count.describe("How many people of the unit, and of all others, have submitted their ratings."),
			others: count,
			parts: z.array(partSchema),
		}),
	),
});
