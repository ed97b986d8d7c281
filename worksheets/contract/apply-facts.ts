import type * as z from "zod/mini";
import { type Change, type Fact, LIST_PARTS } from "./change.ts";
import { type Snapshot, snapshotSchema } from "./snapshot.ts";

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
	const value = isOfList(fact)
		? merged(snapshot[fact.part], fact, shape[fact.part].def.element)
		: shape[fact.part].parse(fact.value);
	return { ...snapshot, [fact.part]: value };
}

type ListFact = Exclude<Fact, { value: unknown }>;

function isOfList(fact: Fact): fact is ListFact {
	return LIST_PARTS.some((part) => part === fact.part);
}

interface Item {
	id: string;
}

interface ListChange {
	put?: readonly unknown[] | undefined;
	removed?: readonly string[] | undefined;
	order?: readonly string[] | undefined;
}

/** Known things keep their place, new ones follow in the order given; then `order`, where there is one, decides. */
function merged(
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
