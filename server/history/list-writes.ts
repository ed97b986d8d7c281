import * as Y from "yjs";
import { differing, type Marks } from "./marks.ts";
import { type AnyType, isXml, type Unit } from "./units.ts";

/** Units that go in with one call: letters under the same marks, values, or a single one of the others. */
export type Batch = readonly [Unit, ...Unit[]];

export function batchesOf(units: readonly Unit[]): Batch[] {
	const batches: [Unit, ...Unit[]][] = [];
	for (const unit of units) {
		const batch = batches.at(-1);
		if (batch !== undefined && goTogether(batch[0], unit)) batch.push(unit);
		else batches.push([unit]);
	}
	return batches;
}

function goTogether(one: Unit, other: Unit): boolean {
	if (one.kind !== other.kind) return false;
	return one.kind === "value" || (one.kind === "letter" && differing(one.marks, other.marks) === null);
}

export interface Inserted {
	length: number;
	/** The new type, where it is one. */
	type: AnyType | null;
}

/**
 * Writes a copy of a batch into a list, types empty. What a list of this kind cannot hold is left out. `marks`: all
 * that a text's marks may be.
 */
export function insert(list: AnyType, position: number, batch: Batch, marks: ReadonlySet<string>): Inserted {
	const [unit] = batch;
	const type = unit.kind === "type" ? unit.type._copy() : null;
	if (list instanceof Y.Text && unit.kind !== "value") {
		insertInText(list, position, batch, type, explicit(unit.marks, marks));
		return { length: batch.length, type };
	}
	if (list instanceof Y.Array && (type !== null || unit.kind === "value")) {
		list.insert(
			position,
			type === null ? batch.flatMap((each) => (each.kind === "value" ? [each.value] : [])) : [type],
		);
		return { length: batch.length, type };
	}
	if (list instanceof Y.XmlFragment && type !== null && isXml(type)) {
		// Hooks are elements to Yjs, not to its types.
		list.insert(position, [type as Y.XmlElement | Y.XmlText]);
		return { length: 1, type };
	}
	return { length: 0, type: null };
}

function insertInText(text: Y.Text, position: number, batch: Batch, type: AnyType | null, marks: Marks): void {
	const [unit] = batch;
	if (unit.kind === "letter") {
		const letters = batch.map((each) => (each.kind === "letter" ? each.letter : ""));
		text.insert(position, letters.join(""), marks);
	} else if (unit.kind === "embed" || type !== null) {
		text.insertEmbed(position, type ?? (unit.kind === "embed" ? (unit.value as object) : {}), marks);
	}
}

/** Says of every mark whether it is on: what is left unsaid, a text takes over from what stands before. */
function explicit(on: Marks, marks: ReadonlySet<string>): Marks {
	return Object.fromEntries([...marks].map((name) => [name, on[name] ?? null]));
}

/** Takes out the units at these positions, in rising order. */
export function removeAt(list: AnyType, positions: readonly number[]): void {
	for (let end = positions.length; end > 0; ) {
		let start = end - 1;
		while (start > 0 && positions[start - 1] === (positions[start] ?? 0) - 1) start -= 1;
		const [from, length] = [positions[start] ?? 0, end - start];
		if (list instanceof Y.Text || list instanceof Y.Array || list instanceof Y.XmlFragment) list.delete(from, length);
		end = start;
	}
}

/** Puts the marks of a text right that holds the same letters as `wanted`. */
export function putMarksRight(text: Y.Text, wanted: readonly Unit[], present: readonly Unit[]): void {
	let start = 0;
	while (start < wanted.length) {
		const change = changeAt(wanted, present, start);
		let end = start + 1;
		while (end < wanted.length && sameChange(change, changeAt(wanted, present, end))) end += 1;
		if (change !== null) text.format(start, end - start, change);
		start = end;
	}
}

function changeAt(wanted: readonly Unit[], present: readonly Unit[], index: number): Record<string, unknown> | null {
	return differing(wanted[index]?.marks ?? {}, present[index]?.marks ?? {});
}

function sameChange(one: Marks | null, other: Marks | null): boolean {
	return one === null || other === null ? one === other : differing(one, other) === null;
}
