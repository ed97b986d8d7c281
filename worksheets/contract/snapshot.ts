import * as z from "zod/mini";
import { idSchema, slugSchema } from "./ids.ts";
import { languageSchema } from "./language-schemas.ts";
import { materialSchema } from "./materials.ts";

/** All times are the server's epoch milliseconds; durations are milliseconds unless a name says minutes. */

export const ROLES = ["facilitator", "cofacilitator", "observer", "participant"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const PHASE_KINDS = ["plenary", "input", "individual", "group", "vote", "break", "closing"] as const;
export const phaseKindSchema = z.enum(PHASE_KINDS);
export type PhaseKind = z.infer<typeof phaseKindSchema>;

export const SCOPE_KINDS = ["participant", "group", "plenary"] as const;
export const scopeKindSchema = z.enum(SCOPE_KINDS);
export type ScopeKind = z.infer<typeof scopeKindSchema>;

export const scopeSchema = z.object({ kind: scopeKindSchema, id: z.optional(idSchema) });
export type Scope = z.infer<typeof scopeSchema>;

export const timerSchema = z.discriminatedUnion("state", [
	z.object({ state: z.literal("idle") }),
	z.object({ state: z.literal("running"), endsAt: z.number() }),
	z.object({ state: z.literal("paused"), remainingMs: z.number() }),
]);
export type Timer = z.infer<typeof timerSchema>;

/** A group's own time, in place of the room's. */
export const groupTimerSchema = z.object({
	/** The group. */
	id: idSchema,
	timer: timerSchema,
});
export type GroupTimer = z.infer<typeof groupTimerSchema>;

/** Where somebody goes who comes while groups are at work: into the smallest group, or into none for now. */
export const LATECOMERS = ["smallest", "lobby"] as const;

/** Whether a phase's groups are those of the phase before, or are to be mixed anew. */
export const GROUPS_RULES = ["keep", "remix"] as const;
/** Who comes in with the code: everybody, those who are let in, or nobody. */
export const DOORS = ["open", "waiting", "closed"] as const;
export type Door = (typeof DOORS)[number];

/** What becomes of participants' names: each tells less of them than the one before. */
export const NAMES = ["kept", "shortened", "numbered"] as const;
export type Names = (typeof NAMES)[number];

/**
 * What participants may take along as files: all that they were shown; the same, from the end on; their own sheets and
 * their group's.
 */
export const TAKE_HOME = ["shown", "after-end", "own"] as const;

/** One thing that structure modules are assessed by, in this workshop's own words. Its id stays when they change. */
export const dimensionSchema = z.object({ id: slugSchema, label: z.string(), help: z.string() });
export type Dimension = z.infer<typeof dimensionSchema>;

export const ownDimensionsSchema = z.object({
	/** The preset of the library that these are word for word; null where they are the workshop's own. */
	preset: z.nullable(slugSchema),
	dimensions: z.array(dimensionSchema),
});

/** One of several people at one device. The first is the participant; the others' own sheets go by their ids. */
export const personSchema = z.object({
	id: idSchema,
	name: z.string(),
	/** Sits there no longer: what they rated stays to be read and counts no more. */
	left: z.optional(z.literal(true)),
});
export type Person = z.infer<typeof personSchema>;

/** In that phase, the person whose sheet it is has given their answers, or passed. */
export const turnSchema = z.object({ document: idSchema, phase: slugSchema });
export type Turn = z.infer<typeof turnSchema>;

const youSchema = z.object({
	role: roleSchema,
	participantId: z.optional(idSchema),
	name: z.optional(z.string()),
	/** May read, and write in their own sheets only. */
	muted: z.optional(z.literal(true)),
	/** Stands at the door: sees nothing of the workshop until somebody lets them in. */
	waiting: z.optional(z.literal(true)),
	/** Where several people sit at this device: they, and whose turn is over. */
	people: z.optional(z.array(personSchema)),
	turns: z.optional(z.array(turnSchema)),
});

/** `id`: for those who steer alone; the workshops of one series have it in common. */
export const seriesSchema = z.object({ id: z.optional(idSchema), name: z.string(), number: z.int() });
export type Series = z.infer<typeof seriesSchema>;

const workshopViewSchema = z.object({
	id: idSchema,
	title: z.string(),
	status: z.enum(["lobby", "running", "ended"]),
	language: languageSchema,
	code: z.string(),
	template: slugSchema,
	/** When everything is erased, as far as it can be said now. */
	deleteOn: z.number(),
	startsAt: z.nullable(z.number()),
	/** When it is to be over; null where nobody has said so. */
	endsAt: z.nullable(z.number()),
	place: z.string(),
	retentionDays: z.int(),
	endedAt: z.nullable(z.number()),
	latecomers: z.enum(LATECOMERS),
	/** Where everybody meets beside Arena; empty where there is no such place. */
	conferenceUrl: z.string(),
	/** The series of meetings that this one belongs to, and the how-manieth it is. */
	series: z.nullable(seriesSchema),
	/** Whether all that happens now is only a rehearsal, to be taken away again. */
	rehearsal: z.boolean(),
	/** In place of what the sheets propose; null where that holds. */
	dimensions: z.nullable(ownDimensionsSchema),
	/** Taken away when people may have written under them already. */
	formerDimensions: z.array(dimensionSchema),
	door: z.enum(DOORS),
	/** What participants are called after the end, and what they are called now. */
	namesAtEnd: z.enum(NAMES),
	names: z.enum(NAMES),
	takeHome: z.enum(TAKE_HOME),
});

/** A worksheet as one phase uses it: for whom, and which of its sections (all when none are named). */
export const sheetUseSchema = z.object({
	worksheet: slugSchema,
	scope: scopeKindSchema,
	sections: z.optional(z.array(slugSchema)),
	/** Shown to read, not to write in this phase (results in the plenary). */
	readOnly: z.optional(z.boolean()),
});
export type SheetUse = z.infer<typeof sheetUseSchema>;

const phaseViewSchema = z.object({
	id: slugSchema,
	title: z.string(),
	kind: phaseKindSchema,
	minutes: z.number(),
	worksheets: z.array(slugSchema),
	sheets: z.array(sheetUseSchema),
	/** The Auftrag: one instruction, always visible. */
	assignment: z.string(),
	/** The facilitator's private script; absent for everyone else. */
	script: z.optional(z.string()),
	/** For those who steer. */
	groupsRule: z.optional(z.enum(GROUPS_RULES)),
	/** For those who steer: it has groups of its own, not those of the phase before. */
	ownGroups: z.optional(z.literal(true)),
	/** For those who steer; for everyone else once the phase was entered. Absent where there are none. */
	materials: z.optional(z.array(materialSchema)),
	/** Where people meet beside Arena in this phase; told as `materials` are. */
	conferenceUrl: z.optional(z.string()),
	/** When the session last entered this phase; null before the first time. */
	enteredAt: z.nullable(z.number()),
});
export type PhaseView = z.infer<typeof phaseViewSchema>;

const groupViewSchema = z.object({
	id: idSchema,
	name: z.string(),
	members: z.array(idSchema),
	/** Where its members meet beside Arena; for them and for those who steer. */
	conferenceUrl: z.optional(z.string()),
	/** Names on the list that have not come yet; for those who steer. */
	expected: z.optional(z.array(z.string())),
});
export type GroupView = z.infer<typeof groupViewSchema>;

const participantViewSchema = z.object({
	id: idSchema,
	name: z.string(),
	organisation: z.optional(z.string()),
	online: z.boolean(),
	group: z.optional(idSchema),
	/** Has said „Bin zurück“ in this break. */
	back: z.optional(z.literal(true)),
	/** For those who steer: may not write in what others share, or waits to be let in. */
	muted: z.optional(z.literal(true)),
	waiting: z.optional(z.literal(true)),
	/** Played by the server in a rehearsal. */
	simulated: z.optional(z.literal(true)),
	/** How many people sit at their device, where there are several. */
	people: z.optional(z.int()),
});
export type ParticipantView = z.infer<typeof participantViewSchema>;

const documentViewSchema = z.object({
	id: idSchema,
	worksheet: slugSchema,
	phases: z.array(slugSchema),
	scope: scopeSchema,
	access: z.enum(["write", "read"]),
	locked: z.boolean(),
	/** How many contributions came when it was closed (`GET /api/documents/{id}/late`). */
	late: z.int(),
	/** A group's that one is not in: what the group keeps to itself is left out of what one is shown. */
	outside: z.optional(z.literal(true)),
});
export type DocumentView = z.infer<typeof documentViewSchema>;

/** Who speaks to the room. */
export const SENDERS = ["facilitator", "cofacilitator"] as const;

const messageViewSchema = z.object({
	id: z.string(),
	text: z.string(),
	group: z.optional(idSchema),
	at: z.number(),
	by: z.enum(SENDERS),
	/** Whether it stands on top of the page; it is among the messages either way. */
	pinned: z.boolean(),
});

const helpCallSchema = z.object({
	id: z.string(),
	participant: idSchema,
	group: z.optional(idSchema),
	text: z.string(),
	since: z.number(),
	/** Somebody who steers has said that they will come. */
	coming: z.boolean(),
});
export type HelpCall = z.infer<typeof helpCallSchema>;

/** Questions of one sheet as the facilitator's cockpit counts them. */
export const progressStateSchema = z.enum(["empty", "started", "done"]);
export type ProgressState = z.infer<typeof progressStateSchema>;
const documentProgressSchema = z.object({
	/** The document. */
	id: idSchema,
	/** By question: block id, or block id and item. */
	questions: z.array(
		z.object({
			name: z.string(),
			state: progressStateSchema,
			/** Which parts of what is rated in it have a value (`Rated`); absent where nothing is rated. */
			valued: z.optional(z.array(z.string())),
		}),
	),
	lastChangeAt: z.nullable(z.number()),
});
export type DocumentProgress = z.infer<typeof documentProgressSchema>;

/** Those who may look into a group's sheet without being of the group. */
export const WATCHERS = ["facilitation", "observers"] as const;
/** A group's sheet that somebody looks into at this moment, as the server knows from its own lines. */
const watchedViewSchema = z.object({
	/** The document. */
	id: idSchema,
	by: z.array(z.enum(WATCHERS)),
});
export type WatchedView = z.infer<typeof watchedViewSchema>;

/** More than half of a sheet's text went within ten seconds: what it was can be had again from `before`. */
const alarmSchema = z.object({ id: idSchema, document: idSchema, at: z.number(), before: z.number() });
export type Alarm = z.infer<typeof alarmSchema>;

/** A line of the Themenspeicher. */
export const topicViewSchema = z.object({
	id: idSchema,
	text: z.string(),
	/** Who put it there; null: somebody who steers. */
	by: z.nullable(idSchema),
	/** The group they were in. */
	group: z.nullable(idSchema),
	at: z.number(),
	done: z.boolean(),
});

export const questionViewSchema = z.object({ id: idSchema, participant: idSchema, text: z.string(), at: z.number() });

export const recallSchema = z.object({ phase: slugSchema, endsAt: z.number() });
/**
 * What everybody can be shown of the plenary: the groups' values, how people were spread before they agreed, or what was
 * counted of the people of each municipality.
 */
export const PLENARY_VIEWS = ["heatmap", "distribution", "units"] as const;
const sheetSpotlightSchema = z.object({ document: idSchema, question: z.nullable(z.string()) });
const viewSpotlightSchema = z.object({
	view: z.enum(PLENARY_VIEWS),
	worksheet: slugSchema,
	/** Null: all of them. */
	dimension: z.nullable(slugSchema),
});
/** A sheet, at one of its questions where one is named, or a view of what all groups' sheets say. */
export const spotlightSchema = z.union([sheetSpotlightSchema, viewSpotlightSchema]);
export type Spotlight = z.infer<typeof spotlightSchema>;
export type SheetSpotlight = z.infer<typeof sheetSpotlightSchema>;
export type ViewSpotlight = z.infer<typeof viewSpotlightSchema>;
/** A sheet in which something is put to the vote. No value of any ballot stands here before the vote is closed. */
export const voteViewSchema = z.object({
	/** The document. */
	id: idSchema,
	closed: z.boolean(),
	/** How many people can vote (each one at a table), and how many of their sheets hold a vote. */
	eligible: z.int(),
	voted: z.int(),
	/** What it came to (assessment/vote-result.ts); absent while it is open, and while it is being counted. */
	result: z.optional(z.unknown()),
});
export type VoteView = z.infer<typeof voteViewSchema>;

/** A question that people rate each for themselves first. No value stands here before the ratings are revealed. */
export const ratingViewSchema = z.object({
	/** `<document>#<question>`. */
	id: z.string(),
	/** The group's or the plenary's sheet, and the question's name in it. */
	document: idSchema,
	question: z.string(),
	revealed: z.boolean(),
	/** How many people can rate (each one at a table), and how many have submitted their ratings by now. */
	eligible: z.int(),
	submitted: z.int(),
	/** What was revealed (assessment/rating-result.ts), as it was then; absent before, and while it is being counted. */
	result: z.optional(z.unknown()),
});
export type RatingView = z.infer<typeof ratingViewSchema>;

/**
 * What the people of each unit (their organisation) have rated has been counted: since when, whether it is done, and of
 * which units something can be told. For those who steer all of these; for a participant their own.
 */
const unitsViewSchema = z.object({ at: z.number(), counted: z.boolean(), names: z.array(z.string()) });

export const snapshotSchema = z.object({
	version: z.int(),
	now: z.number(),
	you: youSchema,
	workshop: workshopViewSchema,
	phases: z.array(phaseViewSchema),
	currentPhase: z.nullable(slugSchema),
	timer: timerSchema,
	/** Groups of the grouping in force that have a time of their own; all others go by `timer`. */
	groupTimers: z.array(groupTimerSchema),
	/** The phase that `phase.undo` leads back to, and when it was left. For those who steer; null for everyone else. */
	undo: z.nullable(z.object({ phase: slugSchema, at: z.number() })),
	/** The phase that `plan.restore` brings back, and where it stood. For those who steer; null for everyone else. */
	removedPhase: z.nullable(z.object({ id: slugSchema, title: z.string(), index: z.int() })),
	/** The grouping in force now. `open`: people may choose their group themselves. */
	groups: z.array(groupViewSchema),
	groupsOpen: z.boolean(),
	participants: z.array(participantViewSchema),
	documents: z.array(documentViewSchema),
	votes: z.array(voteViewSchema),
	ratings: z.array(ratingViewSchema),
	units: z.nullable(unitsViewSchema),
	messages: z.array(messageViewSchema),
	help: z.array(helpCallSchema),
	topics: z.array(topicViewSchema),
	/** For those who steer: all; for everyone else: their own. */
	questions: z.array(questionViewSchema),
	/** Everybody goes to that phase then. */
	recall: z.nullable(recallSchema),
	/** What is shown to everybody. */
	spotlight: z.nullable(spotlightSchema),
	/** For those who steer: the plenary's views that people keep after the end, by name (`nameOfView`). */
	shown: z.optional(z.array(z.string())),
	/** For those who steer: all; for participants: sheets of groups they are in. */
	watched: z.array(watchedViewSchema),
	/** For those who steer; empty for everyone else. */
	progress: z.array(documentProgressSchema),
	/** For those who steer; empty for everyone else. Never says who it was. */
	alarms: z.array(alarmSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
