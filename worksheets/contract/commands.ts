import { z } from "zod";
import { commandIdSchema, idSchema, questionNameSchema, slugSchema } from "./ids.ts";
import { LIMITS } from "./limits.ts";
import { lineSchema, optionalLineSchema } from "./line-schema.ts";
import { phasePatchSchema } from "./phase-patch.ts";
import { DOORS, LATECOMERS, NAMES, PLENARY_VIEWS, phaseKindSchema, TAKE_HOME } from "./snapshot.ts";
import { startTimeSchema } from "./start-time.ts";
import { webAddressSchema } from "./web-address-schema.ts";

const milliseconds = z
	.int()
	.min(-24 * 3_600_000)
	.max(24 * 3_600_000);
const groupIndex = z
	.int()
	.min(0)
	.max(LIMITS.groups - 1);
const seriesNumber = z.int().min(1).max(LIMITS.seriesNumber);
const minutes = z.int().min(1).max(LIMITS.phaseMinutes);

/** A place that waits for somebody; `group` is its place in the grouping, from 0. */
const seatSchema = z.object({
	name: lineSchema(LIMITS.nameCodePoints),
	organisation: lineSchema(LIMITS.nameCodePoints).optional(),
	group: groupIndex,
});

const dimensionsSchema = z.strictObject({
	preset: z.nullable(slugSchema),
	dimensions: z
		.array(
			z.strictObject({
				id: slugSchema,
				label: lineSchema(LIMITS.dimensionCodePoints),
				help: optionalLineSchema(LIMITS.dimensionHelpCodePoints),
			}),
		)
		.min(1)
		.max(LIMITS.dimensions)
		.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, "ids must differ")
		.refine((all) => new Set(all.map(({ label }) => label)).size === all.length, "labels must differ"),
});

/** What a person may change of the workshop. `startsAt` in epoch milliseconds; null takes it away. */
const detailsSchema = z.strictObject({
	title: lineSchema(LIMITS.titleCodePoints).exactOptional(),
	startsAt: z.nullable(startTimeSchema).exactOptional(),
	/** When it is to be over; moves along with `startsAt` where only that is given, and goes with it. */
	endsAt: z.nullable(startTimeSchema).exactOptional(),
	place: optionalLineSchema(LIMITS.placeCodePoints).exactOptional(),
	/** The series of meetings that this one belongs to, and the how-manieth it is; null: none. */
	series: z.nullable(z.object({ name: lineSchema(LIMITS.seriesCodePoints), number: seriesNumber })).exactOptional(),
	/** New durations by phase id. */
	minutes: z.record(slugSchema, minutes).exactOptional(),
	/** Days until erasure after the end; the operator's bound is checked by the session. */
	retentionDays: z.int().min(1).max(3650).exactOptional(),
	/** What becomes of participants' names at the end; once somebody has joined, only what tells less of them. */
	namesAtEnd: z.enum(NAMES).exactOptional(),
	/** What participants may take along as files; also after the end. */
	takeHome: z.enum(TAKE_HOME).exactOptional(),
	latecomers: z.enum(LATECOMERS).exactOptional(),
	/** Where everybody meets beside Arena; an empty address takes it away. */
	conferenceUrl: webAddressSchema.exactOptional(),
	/** What structure modules are assessed by; null: what the sheets themselves propose. */
	dimensions: z.nullable(dimensionsSchema).exactOptional(),
});

const commands = [
	z.object({ type: z.literal("session.start") }),
	z.object({ type: z.literal("session.end") }),
	z.object({ type: z.literal("phase.go"), phase: slugSchema }),
	/** Back to the phase before the last `phase.go`, with its time as if nothing had happened. */
	z.object({ type: z.literal("phase.undo") }),
	/** With `group`, these set that group's own time; without, the room's, and every group's own along with it. */
	z.object({
		type: z.literal("timer.start"),
		ms: milliseconds.min(1000).optional(),
		group: z.optional(idSchema),
	}),
	z.object({ type: z.literal("timer.pause"), group: z.optional(idSchema) }),
	z.object({ type: z.literal("timer.extend"), ms: milliseconds, group: z.optional(idSchema) }),
	/** The group goes by the room's time again. */
	z.object({ type: z.literal("timer.follow"), group: idSchema }),
	/** Makes a new grouping for `phase` (default: the grouping in force now); earlier groupings and their texts stay. */
	z.object({
		type: z.literal("groups.create"),
		count: z.int().min(1).max(LIMITS.groups),
		phase: z.optional(slugSchema),
		/** In the groups' order; where one is empty or missing the group is called by its letter. */
		names: z.array(optionalLineSchema(LIMITS.groupNameCodePoints)).max(LIMITS.groups).optional(),
	}),
	z.object({
		type: z.literal("groups.assign"),
		strategy: z.enum(["random", "even-by-organisation", "self", "remix"]),
		phase: z.optional(slugSchema),
	}),
	/** A phase to come goes on with the groups before it: those made for it go, and it asks for none of its own. */
	z.object({ type: z.literal("groups.keep"), phase: slugSchema }),
	z.object({ type: z.literal("groups.move"), participant: idSchema, group: z.nullable(idSchema) }),
	/** Another name for a group, or the address of its own video conference; an empty address takes it away. */
	z.object({
		type: z.literal("groups.set"),
		group: idSchema,
		name: lineSchema(LIMITS.groupNameCodePoints).optional(),
		conferenceUrl: webAddressSchema.optional(),
	}),
	/** Who sits where, by name, also before they have come: adds to the list so far, whose groups it makes if need be. */
	z.object({
		type: z.literal("groups.seat"),
		phase: z.optional(slugSchema),
		seats: z.array(seatSchema).min(1).max(LIMITS.participants),
	}),
	/** A participant chooses a group, where the facilitator has opened the choice. */
	z.object({ type: z.literal("groups.join"), group: idSchema }),
	z.object({ type: z.literal("worksheet.lock"), document: idSchema }),
	z.object({ type: z.literal("worksheet.unlock"), document: idSchema }),
	/** All sheets of a phase, of a group, or of a group in a phase; of the current phase where neither is named. */
	z.object({
		type: z.literal("sheets.lock"),
		locked: z.boolean(),
		phase: z.optional(slugSchema),
		group: z.optional(idSchema),
	}),
	/** Everybody sees that sheet, at that question where one is named, until it is hidden or the next phase begins. */
	z.object({ type: z.literal("spotlight.show"), document: idSchema, question: z.optional(questionNameSchema) }),
	z.object({ type: z.literal("spotlight.hide") }),
	/** The same with what all groups' sheets of a worksheet say, of all dimensions where none is named. */
	z.object({
		type: z.literal("plenary.show"),
		view: z.enum(PLENARY_VIEWS),
		worksheet: slugSchema,
		dimension: z.optional(slugSchema),
	}),
	/** That view is among nobody's results after the end, unless it is shown again; where it is shown now it is hidden. */
	z.object({
		type: z.literal("plenary.withdraw"),
		view: z.enum(PLENARY_VIEWS),
		worksheet: slugSchema,
		dimension: z.optional(slugSchema),
	}),
	/** Brings everybody to `phase` (default: the next plenary one, else the next) when the time is up; 0 at once. */
	z.object({
		type: z.literal("recall.start"),
		ms: z.int().min(0).max(LIMITS.recallMs),
		phase: z.optional(slugSchema),
	}),
	z.object({ type: z.literal("recall.cancel") }),
	/** Ends the vote in that sheet: the server counts and publishes the result. What is missing there is `wrong-state`. */
	z.object({ type: z.literal("vote.close"), document: idSchema }),
	/** Lets people vote again; their ballots are still there, the result is not. */
	z.object({ type: z.literal("vote.reopen"), document: idSchema }),
	/**
	 * Publishes how people have rated that question each for themselves: the server counts what they have submitted. For
	 * those who steer, and in a group's sheet for its members. What nobody rates alone, or is revealed, is `wrong-state`.
	 */
	z.object({ type: z.literal("rating.reveal"), document: idSchema, question: questionNameSchema }),
	/** Takes the result away again; what people have rated stays, and may be changed before the next reveal. */
	z.object({ type: z.literal("rating.reopen"), document: idSchema, question: questionNameSchema }),
	/**
	 * Counts what the people of each organisation have rated and submitted, whatever groups they sit in; also after the
	 * end. Of an organisation with fewer than three people nothing is told.
	 */
	z.object({ type: z.literal("units.reveal") }),
	/** Takes that away again. */
	z.object({ type: z.literal("units.hide") }),
	z.object({ type: z.literal("broadcast"), text: lineSchema(LIMITS.broadcastCodePoints), group: z.optional(idSchema) }),
	/** The message no longer stands on top of everybody's page; it is kept among the messages. */
	z.object({ type: z.literal("message.unpin"), message: idSchema }),
	z.object({ type: z.literal("help.raise"), text: optionalLineSchema(LIMITS.helpCodePoints).optional() }),
	/** The facilitator clears any call; a group its own. Without `group`: one's own call. */
	z.object({ type: z.literal("help.clear"), group: z.optional(idSchema), participant: z.optional(idSchema) }),
	/** „Kommt gleich“: whoever waits knows that they were heard. */
	z.object({ type: z.literal("help.answer"), participant: idSchema }),
	/** A question to those who steer; nobody else sees it. Whoever asked may take it back. */
	z.object({ type: z.literal("question.ask"), text: lineSchema(LIMITS.questionCodePoints) }),
	z.object({ type: z.literal("question.clear"), question: idSchema }),
	/** „Bin zurück“, after a break. */
	z.object({ type: z.literal("participant.back") }),
	/** Notes of one's own: from then on a sheet that nobody else can open. */
	z.object({ type: z.literal("notes.open") }),
	/** The plenary's synthesis board, which is there from the first time somebody asks for it. */
	z.object({ type: z.literal("synthesis.open") }),
	/**
	 * Opens the workshop's one plan of measures before the phase that fills it in. Where no phase has one: `wrong-state`;
	 * asking again is no mistake.
	 */
	z.object({ type: z.literal("measures.open") }),
	/**
	 * Who sits at this device: the participant first, in the order in which they rate. Without `id`: somebody who has
	 * just come; without a name they get a number. Who goes is named in `leaving`; with sheets of their own they stay known
	 * and come back by being listed again. Where the list and `leaving` do not name everybody who sits there now, or name
	 * somebody who is not known there, it was made from an older one: refused `wrong-state`, and nothing changes.
	 */
	z.object({
		type: z.literal("people.set"),
		people: z
			.array(z.object({ id: z.optional(idSchema), name: optionalLineSchema(LIMITS.nameCodePoints) }))
			.min(1)
			.max(LIMITS.peopleAtTable),
		leaving: z.array(idSchema).max(LIMITS.peopleAtTable).optional(),
	}),
	/** One person at the device has rated, or does not want to: it goes on to the next. */
	z.object({ type: z.literal("turn.pass"), document: idSchema, phase: slugSchema }),
	/** Reads everything as before and writes only in their own sheets; undone the same way. */
	z.object({ type: z.literal("participant.mute"), participant: idSchema, muted: z.boolean() }),
	/** Takes a person out: their token opens nothing any more, what they wrote stays. For good. */
	z.object({ type: z.literal("participant.remove"), participant: idSchema }),
	/** Lets somebody in who waits. */
	z.object({ type: z.literal("participant.admit"), participant: idSchema }),
	/** After the end: „Person 1“ in place of every participant's name, everywhere and for good. */
	z.object({ type: z.literal("names.remove") }),
	/** Opening the door lets in whoever waits. */
	z.object({ type: z.literal("door.set"), door: z.enum(DOORS) }),
	/** Another join code; the one before leads nowhere from then on. */
	z.object({ type: z.literal("code.renew") }),
	/** Into the Themenspeicher: what is worth a word later. */
	z.object({ type: z.literal("topic.add"), text: lineSchema(LIMITS.topicCodePoints) }),
	z.object({ type: z.literal("topic.done"), topic: idSchema, done: z.boolean() }),
	z.object({ type: z.literal("topic.remove"), topic: idSchema }),
	/** The facilitator has seen that a sheet lost most of its text. */
	z.object({ type: z.literal("alarm.clear"), document: idSchema }),
	z.object({ type: z.literal("workshop.set"), details: detailsSchema }),
	/** A phase more, behind another one, or first where `after` is null. What people were in already stays before it. */
	z.object({
		type: z.literal("plan.add"),
		kind: phaseKindSchema,
		after: z.nullable(slugSchema),
		title: lineSchema(LIMITS.phaseTitleCodePoints),
		minutes,
	}),
	/** Of a phase that people are in, only what does not pull anything from under their hands; of one they were in, nothing. */
	z.object({ type: z.literal("plan.change"), phase: slugSchema, patch: phasePatchSchema }),
	/** To that place among all phases, from 0; the last where there are fewer. */
	z.object({
		type: z.literal("plan.move"),
		phase: slugSchema,
		to: z
			.int()
			.min(0)
			.max(LIMITS.phases - 1),
	}),
	z.object({ type: z.literal("plan.remove"), phase: slugSchema }),
	/** Takes an uploaded file out of the plan and erases it, for good: also where people have seen it, and after the end. */
	z.object({ type: z.literal("material.remove"), material: idSchema }),
	/** Brings back the phase that was removed last. */
	z.object({ type: z.literal("plan.restore"), phase: slugSchema }),
] as const;

/** What a socket may ask of the session. Unknown keys are dropped. */
export const commandSchema = z.discriminatedUnion("type", commands);
export type Command = z.infer<typeof commandSchema>;
export type CommandType = Command["type"];
export const COMMAND_TYPES: readonly CommandType[] = commands.map((command) => command.shape.type.value);

/** The envelope: `id` makes it safe to send the same command twice. */
export const commandEnvelopeSchema = z.looseObject({ id: commandIdSchema, type: z.string().max(64) });
