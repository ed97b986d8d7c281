import type { z } from "zod";
import { type Change, type Fact, type Snapshot, snapshotSchema } from "./snapshot.ts";

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
		case "groupsOpen":
			return { ...snapshot, groupsOpen: shape.groupsOpen.parse(fact.value) };
		case "phases":
			return { ...snapshot, phases: merged(snapshot.phases, fact, shape.phases.element) };
		case "groups":
			return { ...snapshot, groups: merged(snapshot.groups, fact, shape.groups.element) };
		case "participants":
			return { ...snapshot, participants: merged(snapshot.participants, fact, shape.participants.element) };
		case "documents":
			return { ...snapshot, documents: merged(snapshot.documents, fact, shape.documents.element) };
		case "messages":
			return { ...snapshot, messages: merged(snapshot.messages, fact, shape.messages.element) };
		case "help":
			return { ...snapshot, help: merged(snapshot.help, fact, shape.help.element) };
		case "progress":
			return { ...snapshot, progress: merged(snapshot.progress, fact, shape.progress.element) };
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
	schema: z.ZodType<Item>,
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
