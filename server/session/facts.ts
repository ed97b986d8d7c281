import { type Fact, LIST_PARTS, type ListPart, VALUE_PARTS } from "../../worksheets/contract/change.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";

type Item = { id: string } & Record<string, unknown>;
type List = readonly Item[];

/**
 * What has to be told so that somebody who saw `before` sees `after`. Computed from two views of the same actor, so it
 * can hold nothing that the actor's snapshot would not. `applyChange` (contract/apply-facts.ts) is its inverse.
 */
export function diff(before: Snapshot, after: Snapshot): Fact[] {
	const facts: Fact[] = [];
	for (const part of VALUE_PARTS) {
		if (!same(before[part], after[part])) facts.push({ part, value: after[part] });
	}
	for (const part of LIST_PARTS) {
		const fact = listDiff(part, before[part], after[part]);
		if (fact !== null) facts.push(fact);
	}
	return facts;
}

/** The views of one moment share their lists, so what was found for the first reader holds for all others. */
const found = new WeakMap<List, { before: List; part: ListPart; fact: Fact | null }>();

function listDiff(part: ListPart, before: List, after: List): Fact | null {
	if (before === after) return null;
	const known = found.get(after);
	if (known !== undefined && known.before === before && known.part === part) return known.fact;
	const fact = compareLists(part, before, after);
	found.set(after, { before, part, fact });
	return fact;
}

function compareLists(part: ListPart, before: List, after: List): Fact | null {
	const old = new Map(before.map((item) => [item.id, item]));
	const kept = new Set(after.map((item) => item.id));
	const put = after.filter((item) => !same(old.get(item.id), item));
	const removed = before.filter((item) => !kept.has(item.id)).map((item) => item.id);
	// Whoever applies the fact keeps the old order and appends what is new: only another order has to be told.
	const expected = [
		...before.filter((item) => kept.has(item.id)).map((item) => item.id),
		...put.filter((item) => !old.has(item.id)).map((item) => item.id),
	];
	const moved = after.some((item, index) => item.id !== expected[index]);
	if (put.length === 0 && removed.length === 0 && !moved) return null;
	return {
		part,
		...(put.length > 0 ? { put: [...put] } : {}),
		...(removed.length > 0 ? { removed } : {}),
		...(moved ? { order: after.map((item) => item.id) } : {}),
	};
}

/** Equal as JSON: a field that is `undefined` is a field that is not there. */
function same(left: unknown, right: unknown): boolean {
	if (left === right) return true;
	if (!isObject(left) || !isObject(right) || Array.isArray(left) !== Array.isArray(right)) return false;
	const names = new Set([...Object.keys(left), ...Object.keys(right)]);
	for (const name of names) if (!same(left[name], right[name])) return false;
	return true;
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null;
}
