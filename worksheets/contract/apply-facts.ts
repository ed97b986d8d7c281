import type * as z from "zod/mini";
import {
	alarmSchema,
	type Change,
	documentProgressSchema,
	documentViewSchema,
	type Fact,
	groupTimerSchema,
	groupViewSchema,
	helpCallSchema,
	messageViewSchema,
	participantViewSchema,
	phaseViewSchema,
	questionViewSchema,
	type Snapshot,
	snapshotSchema,
	topicViewSchema,
	voteViewSchema,
} from "./snapshot.ts";

/**
 * The snapshot after a change: what its facts put, take away and reorder. Parts that no fact names stay the same
 * objects, so a view can tell cheaply what has changed. Only what arrived is parsed; a fact of the wrong shape throws
 * a `ZodError`, and the caller asks for a whole snapshot instead.
 */
export function applyChange(snapshot: Snapshot, change: Change): Snapshot {
	return change.facts.reduce(applyFact, { ...snapshot, version: change.version, now: change.now });
}

const { shape } = snapshotSchema;

function applyFact(snapshot: Snapshot, fact: Fact): Snapshot {
	switch (fact.part) {
		case "you":
			return { ...snapshot, you: shape.you.parse(fact.value) };
		case "workshop":
			return { ...snapshot, workshop: shape.workshop.parse(fact.value) };
		case "currentPhase":
			return { ...snapshot, currentPhase: shape.currentPhase.parse(fact.value) };
		case "timer":
			return { ...snapshot, timer: shape.timer.parse(fact.value) };
		case "undo":
			return { ...snapshot, undo: shape.undo.parse(fact.value) };
		case "removedPhase":
			return { ...snapshot, removedPhase: shape.removedPhase.parse(fact.value) };
		case "groupsOpen":
			return { ...snapshot, groupsOpen: shape.groupsOpen.parse(fact.value) };
		case "phases":
			return { ...snapshot, phases: merged(snapshot.phases, fact, phaseViewSchema) };
		case "groupTimers":
			return { ...snapshot, groupTimers: merged(snapshot.groupTimers, fact, groupTimerSchema) };
		case "groups":
			return { ...snapshot, groups: merged(snapshot.groups, fact, groupViewSchema) };
		case "participants":
			return { ...snapshot, participants: merged(snapshot.participants, fact, participantViewSchema) };
		case "documents":
			return { ...snapshot, documents: merged(snapshot.documents, fact, documentViewSchema) };
		case "votes":
			return { ...snapshot, votes: merged(snapshot.votes, fact, voteViewSchema) };
		case "messages":
			return { ...snapshot, messages: merged(snapshot.messages, fact, messageViewSchema) };
		case "help":
			return { ...snapshot, help: merged(snapshot.help, fact, helpCallSchema) };
		case "recall":
			return { ...snapshot, recall: shape.recall.parse(fact.value) };
		case "spotlight":
			return { ...snapshot, spotlight: shape.spotlight.parse(fact.value) };
		case "topics":
			return { ...snapshot, topics: merged(snapshot.topics, fact, topicViewSchema) };
		case "questions":
			return { ...snapshot, questions: merged(snapshot.questions, fact, questionViewSchema) };
		case "alarms":
			return { ...snapshot, alarms: merged(snapshot.alarms, fact, alarmSchema) };
		case "progress":
			return { ...snapshot, progress: merged(snapshot.progress, fact, documentProgressSchema) };
	}
}

interface ListChange {
	put?: readonly unknown[] | undefined;
	removed?: readonly string[] | undefined;
	order?: readonly string[] | undefined;
}

/** Known things keep their place, new ones follow in the order given; then `order`, where there is one, decides. */
function merged<Item extends { id: string }>(
	list: readonly Item[],
	{ put = [], removed = [], order }: ListChange,
	schema: z.ZodMiniType<Item>,
): Item[] {
	const byId = new Map(list.map((item) => [item.id, item]));
	for (const id of removed) byId.delete(id);
	for (const thing of put) {
		const item = schema.parse(thing);
		byId.set(item.id, item);
	}
	if (order === undefined) return [...byId.values()];
	const ordered = new Set(order);
	const first = order.flatMap((id) => byId.get(id) ?? []);
	return [...first, ...[...byId.values()].filter((item) => !ordered.has(item.id))];
}
