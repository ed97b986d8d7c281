import { z } from "zod";
import { ratingResultSchema } from "../../worksheets/assessment/rating-result.ts";
import { unitRatingsSchema } from "../../worksheets/assessment/units.ts";
import { voteResultSchema } from "../../worksheets/assessment/vote-result.ts";
import { idSchema, questionNameSchema, slugSchema } from "../../worksheets/contract/ids.ts";
import { languageSchema } from "../../worksheets/contract/language-schemas.ts";
import { linkRoleSchema } from "../../worksheets/contract/links.ts";
import { materialFileSchema } from "../../worksheets/contract/materials.ts";
import {
	DOORS,
	dimensionSchema,
	GROUPS_RULES,
	groupTimerSchema,
	LATECOMERS,
	NAMES,
	ownDimensionsSchema,
	personSchema,
	phaseKindSchema,
	questionViewSchema,
	recallSchema,
	SENDERS,
	scopeSchema,
	seriesSchema,
	sheetUseSchema,
	spotlightSchema,
	TAKE_HOME,
	timerSchema,
	topicViewSchema,
	turnSchema,
} from "../../worksheets/contract/snapshot.ts";

/**
 * What a session is, as it lies in the store. Times are epoch milliseconds. A new field comes with a default, so that
 * a workshop begun under an older release still loads; another meaning of a field comes with another `schema`.
 */

const time = z.int().min(0);

const workshopFields = z.strictObject({
	id: idSchema,
	code: z.string(),
	title: z.string(),
	language: languageSchema,
	template: slugSchema,
	status: z.enum(["lobby", "running", "ended"]),
	startsAt: time.nullable(),
	endsAt: time.nullable().default(null),
	place: z.string(),
	/** Days until everything is erased, from the end on, or from creation while there is no end. */
	retentionDays: z.int().min(1),
	createdAt: time,
	endedAt: time.nullable(),
	latecomers: z.enum(LATECOMERS).default("smallest"),
	conferenceUrl: z.string().default(""),
	series: z.nullable(seriesSchema).default(null),
	/** In place of what the sheets propose; null where that holds. */
	dimensions: z.nullable(ownDimensionsSchema).default(null),
	/** Taken away when something may have been written under them; no id of `dimensions`. */
	formerDimensions: z.array(dimensionSchema).default([]),
	door: z.enum(DOORS).default("open"),
	/** What participants' names are to become at the end, and what they are by now. */
	namesAtEnd: z.enum(NAMES).default("kept"),
	names: z.enum(NAMES).default("kept"),
	takeHome: z.enum(TAKE_HOME).default("shown"),
});

/** Releases before series had ids stored name and number alone; such a series is known by its workshop's own id. */
const workshopStateSchema = workshopFields.transform(({ series, ...workshop }) => ({
	...workshop,
	series: series === null ? null : { ...series, id: series.id ?? workshop.id },
}));

/** A link, or an uploaded file, whose bytes lie beside the state. */
const materialStateSchema = z.union([
	z.strictObject({ label: z.string(), url: z.string() }),
	z.strictObject({ label: z.string(), file: materialFileSchema }),
]);
export type MaterialState = z.infer<typeof materialStateSchema>;

const phaseStateSchema = z.strictObject({
	id: slugSchema,
	title: z.string(),
	kind: phaseKindSchema,
	minutes: z.int().min(1),
	sheets: z.array(sheetUseSchema),
	assignment: z.string(),
	script: z.string().optional(),
	/** Whether the template wants this phase's groups mixed anew; the facilitator decides. */
	groupsRule: z.enum(GROUPS_RULES),
	materials: z.array(materialStateSchema).default([]),
	conferenceUrl: z.string().default(""),
	enteredAt: time.nullable(),
	/** The grouping made for this phase; null where an earlier phase's holds on. */
	grouping: z.nullable(idSchema),
});
export type PhaseState = z.infer<typeof phaseStateSchema>;

const groupStateSchema = z.strictObject({
	id: idSchema,
	name: z.string(),
	members: z.array(idSchema),
	/** Empty where the group has none of its own. */
	conferenceUrl: z.string().default(""),
});
export type GroupState = z.infer<typeof groupStateSchema>;

/** A place kept by name for whoever has not joined yet. */
const seatStateSchema = z.strictObject({
	name: z.string(),
	organisation: z.optional(z.string()),
	/** The group's place in its grouping, from 0. */
	group: z.int().min(0),
});
export type SeatState = z.infer<typeof seatStateSchema>;

const groupingStateSchema = z.strictObject({
	id: idSchema,
	groups: z.array(groupStateSchema).min(1),
	/** People may choose their group themselves. */
	open: z.boolean(),
	/** Everybody was placed once; from then on late joiners are placed as they come. */
	assigned: z.boolean(),
	/** The list of who sits where, from before the session. */
	seats: z.array(seatStateSchema).default([]),
});
export type GroupingState = z.infer<typeof groupingStateSchema>;

const participantStateSchema = z.strictObject({
	id: idSchema,
	name: z.string().min(1),
	organisation: z.string().optional(),
	joinedAt: time,
	muted: z.boolean().default(false),
	/** When they were taken out. The record stays for the name under what they wrote. */
	removedAt: time.nullable().default(null),
	/** Stands at the door and has not been let in yet. */
	waiting: z.boolean().default(false),
	/** Played by the server in a rehearsal. */
	simulated: z.optional(z.literal(true)),
	/** Several people at this device, the participant first; empty where it is one. */
	people: z.array(personSchema).default([]),
});
export type ParticipantState = z.infer<typeof participantStateSchema>;

const documentStateSchema = z.strictObject({
	id: idSchema,
	worksheet: slugSchema,
	scope: scopeSchema,
	locked: z.boolean(),
});
export type DocumentState = z.infer<typeof documentStateSchema>;

const messageStateSchema = z.strictObject({
	id: idSchema,
	text: z.string(),
	group: z.optional(idSchema),
	at: time,
	by: z.enum(SENDERS).default("facilitator"),
	pinned: z.boolean().default(true),
});
export type MessageState = z.infer<typeof messageStateSchema>;

/** One open call per participant; the group is the one they sit in when somebody looks. */
const helpStateSchema = z.strictObject({
	id: idSchema,
	participant: idSchema,
	text: z.string(),
	since: time,
	coming: z.boolean().default(false),
});
export type HelpState = z.infer<typeof helpStateSchema>;

/** A link by which co-facilitators or observers come in; its secret is known to nobody but them. */
const linkStateSchema = z.strictObject({
	id: idSchema,
	role: linkRoleSchema,
	/** For whom it was made; may be empty. */
	label: z.string(),
	createdAt: time,
});

/** A sheet that lost most of its text at once, told to whoever steers until they have seen to it. */
const alarmStateSchema = z.strictObject({ id: idSchema, document: idSchema, at: time, before: time });

/** Where the room was before it last went to another phase, with its time. */
const undoStateSchema = z.strictObject({
	phase: slugSchema,
	timer: timerSchema,
	groupTimers: z.array(groupTimerSchema),
	grouping: z.nullable(idSchema),
	/** When it was left. */
	at: time,
	/** When the room had last entered the phase it went to; null: never. */
	enteredBefore: time.nullable().default(null),
});

/** While the workshop is only rehearsed: since when, how people were seated before, and which sheets were open. */
const rehearsalStateSchema = z.strictObject({
	at: time,
	groupings: z.array(groupingStateSchema),
	currentGrouping: z.nullable(idSchema),
	/** The groupings made for phases. */
	phases: z.record(slugSchema, idSchema),
	documents: z.array(documentStateSchema).default([]),
});

/** A vote that is closed, by the sheet in which it is decided; the result is null while it is being counted. */
const voteStateSchema = z.strictObject({ document: idSchema, result: z.nullable(voteResultSchema) });

/** One of those whose ratings were counted: their own sheet, and the parts of which they chose no point. */
const countedSheetSchema = z.strictObject({ sheet: idSchema, without: z.array(z.string()) });

/** Ratings that were revealed, by the shared sheet and the question; the result is null while they are being counted. */
const revealStateSchema = z.strictObject({
	document: idSchema,
	question: questionNameSchema,
	result: z.nullable(ratingResultSchema),
	/** Who is in the result, told to nobody; null while it is being counted, and where that was before this was kept. */
	counted: z.array(countedSheetSchema).nullable().default(null),
	at: time,
});
export type RevealState = z.infer<typeof revealStateSchema>;

/** What people of each unit have rated; the result is null while it is being counted. */
const unitsStateSchema = z.strictObject({ at: time, result: z.nullable(z.array(unitRatingsSchema)) });

export const sessionStateSchema = z.strictObject({
	schema: z.literal(1),
	workshop: workshopStateSchema,
	phases: z.array(phaseStateSchema).min(1),
	currentPhase: z.nullable(slugSchema),
	timer: timerSchema,
	/** Of groups that have a time of their own in this phase. */
	groupTimers: z.array(groupTimerSchema).default([]),
	undo: undoStateSchema.nullable().default(null),
	/** The phase that was taken out of the plan last, and where it stood. */
	removedPhase: z
		.strictObject({ phase: phaseStateSchema, index: z.int().min(0) })
		.nullable()
		.default(null),
	groupings: z.array(groupingStateSchema),
	/** The grouping in force now. */
	currentGrouping: z.nullable(idSchema),
	participants: z.array(participantStateSchema),
	rehearsal: rehearsalStateSchema.nullable().default(null),
	documents: z.array(documentStateSchema),
	votes: z.array(voteStateSchema).default([]),
	reveals: z.array(revealStateSchema).default([]),
	units: unitsStateSchema.nullable().default(null),
	/** At devices that several people use: whose turn is over, by their own sheet and the phase. */
	turns: z.array(turnSchema).default([]),
	messages: z.array(messageStateSchema),
	help: z.array(helpStateSchema),
	topics: z.array(topicViewSchema).default([]),
	questions: z.array(questionViewSchema).default([]),
	recall: z.nullable(recallSchema).default(null),
	spotlight: z.nullable(spotlightSchema).default(null),
	/** Of the plenary, what was ever shown to all: views by name (plenary-views.ts), and its board. People keep those. */
	shown: z.array(z.string()).default([]),
	/** Who is back from the break, since its phase was entered. */
	back: z.array(idSchema).default([]),
	alarms: z.array(alarmStateSchema).default([]),
	/** Those that still open the workshop. */
	links: z.array(linkStateSchema).default([]),
	/** To which the facilitator's own tokens belong since they last had to recover theirs; null while that never was. */
	facilitatorLink: z.nullable(idSchema).default(null),
	/** Every entry of a phase, in order. */
	history: z.array(z.strictObject({ phase: slugSchema, at: time })),
});
export type SessionState = z.infer<typeof sessionStateSchema>;

const DAY = 86_400_000;

/** When what its sheets were before is forgotten: a day is there to look once more. Undefined while it has not ended. */
export function forgetHistoryOn({ workshop }: SessionState): number | undefined {
	return workshop.endedAt === null ? undefined : workshop.endedAt + DAY;
}

/** When everything of this workshop is erased, as far as it can be said now. */
export function deleteOn({ workshop }: SessionState): number {
	return (workshop.endedAt ?? workshop.createdAt) + workshop.retentionDays * DAY;
}
