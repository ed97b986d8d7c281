import { equalityDeep } from "lib0/function";
import * as Y from "yjs";
import { REMOVED } from "../../worksheets/blocks/rows.ts";
import { batchesOf, insert, putMarksRight, removeAt } from "./list-writes.ts";
import type { Origins, Place } from "./origins.ts";
import { type AnyType, entriesOf, isList, type Unit, unitsOf } from "./units.ts";

export interface RestoreOptions {
	/** What was written since stays. */
	keepLater: boolean;
	origins: Origins;
	/** Nothing of what is there counts as the same. */
	anew: boolean;
	/** Clock that the next thing written gets. */
	nextClock(): number;
	/** What was written from a clock on, in order. */
	writtenSince(clock: number): Place[];
}

/** Brings a shared type, and all that is in it, to what it was. Both are the same thing, or `now` is new and empty. */
export function restore(then: AnyType, now: AnyType, options: RestoreOptions): void {
	restoreEntries(then, now, options);
	if (isList(now)) restoreList(then, now, options);
}

function restoreEntries(then: AnyType, now: AnyType, options: RestoreOptions): void {
	const keyed = keyedOf(now);
	if (keyed === null) return;
	const wanted = entriesOf(then);
	const present = entriesOf(now);
	for (const [key, entry] of wanted) {
		const is = present.get(key);
		if (entry.kind === "type") {
			const same = is?.kind === "type" && !options.anew && rootOf(is, options) === rootOf(entry, options);
			const type = same ? is.type : entry.type._copy();
			if (!same) copied(() => keyed.set(key, type), [entry], options);
			restore(entry.type, type, options);
		} else if (entry.kind === "value") {
			const differs = is?.kind !== "value" || !equalityDeep(is.value, entry.value);
			// Nothing would come back, and what was written later would go.
			const hides = isNothing(entry.value) ? is !== undefined : key === REMOVED && isRow(now) && present.size > 0;
			if (differs && !(options.keepLater && hides)) keyed.set(key, entry.value);
		}
	}
	for (const key of present.keys()) {
		const stays = options.keepLater && !(key === REMOVED && isRow(now));
		if (!wanted.has(key) && !stays) keyed.delete(key);
	}
}

function isNothing(value: unknown): boolean {
	return value === "" || value === null || value === false;
}

/** Rows of tables are taken away by a mark (worksheets/blocks/rows.ts), which is no later contribution. */
function isRow(type: AnyType): boolean {
	return type instanceof Y.Map && type.parent instanceof Y.Array;
}

/** A map, or something with attributes. */
function keyedOf(type: AnyType): { set(key: string, value: unknown): void; delete(key: string): void } | null {
	if (type instanceof Y.Map) {
		return { set: (key, value) => void type.set(key, value), delete: (key) => type.delete(key) };
	}
	if (type instanceof Y.XmlElement || type instanceof Y.Text) {
		return {
			// Yjs's types know texts only; what others wrote may be anything.
			set: (key, value) => type.setAttribute(key, value as string),
			delete: (key) => type.removeAttribute(key),
		};
	}
	return null;
}

/**
 * One walk from left to right: what is still there carries the place along, what is not is written there. What stands
 * in another order than then (only copies of copies can) is written anew as well.
 */
function restoreList(then: AnyType, now: AnyType, options: RestoreOptions): void {
	const wanted = unitsOf(then).map((unit) => ({ unit, root: rootOf(unit, options) }));
	const { present, order } = withoutStrangers(wanted, now, options);
	const marks = new Set([...wanted.map(({ unit }) => unit), ...present].flatMap((unit) => Object.keys(unit.marks)));
	const inner: [then: AnyType, now: AnyType][] = [];
	let position = 0;
	let written = 0;
	let missing: Unit[] = [];
	const writeMissing = () => {
		for (const batch of batchesOf(missing)) {
			const inserted = copied(() => insert(now, position + written, batch, marks), batch, options);
			const [unit] = batch;
			if (inserted.type !== null && unit.kind === "type") inner.push([unit.type, inserted.type]);
			written += inserted.length;
		}
		missing = [];
	};
	for (const { unit, root } of wanted) {
		const index = order.get(root);
		if (index === undefined) {
			missing.push(unit);
			continue;
		}
		writeMissing();
		position = index + 1;
		const is = present[index];
		if (unit.kind === "type" && is?.kind === "type") inner.push([unit.type, is.type]);
	}
	writeMissing();
	for (const [before, after] of inner) restore(before, after, options);
	if (!options.keepLater && now instanceof Y.Text) {
		putMarksRight(
			now,
			wanted.map(({ unit }) => unit),
			unitsOf(now),
		);
	}
}

/** What can be seen in `now` once all that has no place there is taken out, and where each of it stands, by its root. */
function withoutStrangers(
	wanted: readonly { root: string }[],
	now: AnyType,
	options: RestoreOptions,
): { present: Unit[]; order: Map<string, number> } {
	const units = unitsOf(now);
	const roots = units.map((unit) => rootOf(unit, options));
	const positions = new Map(roots.map((root, index) => [root, index]));
	const inOrder = new Set<number>();
	const strangers = new Set<number>();
	let last = -1;
	for (const { root } of wanted) {
		const index = options.anew ? undefined : positions.get(root);
		if (index === undefined) continue;
		if (index > last) inOrder.add(index);
		else strangers.add(index);
		last = Math.max(last, index);
	}
	if (!options.keepLater) {
		for (const index of units.keys()) if (!inOrder.has(index)) strangers.add(index);
	}
	removeAt(
		now,
		[...strangers].sort((one, other) => one - other),
	);
	const left = [...units.keys()].filter((index) => !strangers.has(index));
	return {
		present: left.flatMap((index) => units[index] ?? []),
		order: new Map(
			[...left.entries()].flatMap(([at, index]) => (inOrder.has(index) ? [[roots[index] ?? "", at]] : [])),
		),
	};
}

/** Remembers of what the things are copies that `write` writes, in the order of `units`. */
function copied<Value>(
	write: () => Value,
	units: readonly Place[],
	{ origins, nextClock, writtenSince }: RestoreOptions,
): Value {
	const clock = nextClock();
	const value = write();
	for (const [index, place] of writtenSince(clock).entries()) {
		const unit = units[index];
		if (unit !== undefined) origins.add(place, unit);
	}
	return value;
}

function rootOf(place: Place, { origins }: RestoreOptions): string {
	return origins.rootOf(place);
}
