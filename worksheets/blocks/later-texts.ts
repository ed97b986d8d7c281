import * as Y from "yjs";
import { stringOf } from "./y-types.ts";

/**
 * The texts of a column in a row that may have been made before there was that column.
 *
 * Stored: a `Y.Text` under the column's id, in rows made with it. Whoever gives an older row its text does so under a
 * key of their own, `<column>~<key>`: of two values under one key Yjs keeps one, and two people may start at once.
 */
export interface KeyedText {
	key: string;
	text: Y.Text;
}

/** In the same order for everybody; more than one only where several people started at once. */
export function textsOf(row: Y.Map<unknown>, columnId: string): KeyedText[] {
	return keysOf(row, columnId).flatMap((key) => {
		const text = row.get(key);
		return text instanceof Y.Text ? [{ key, text }] : [];
	});
}

/** What a row's texts of a column say, one below the other; null where it has none, not even an empty one. */
export function readTexts(row: Y.Map<unknown>, columnId: string): string | null {
	const texts = keysOf(row, columnId).map((key) => {
		const value = row.get(key);
		return value instanceof Y.Text ? value.toString() : stringOf(value);
	});
	return texts.length === 0 ? null : texts.filter((text) => texts.length === 1 || text.trim() !== "").join("\n");
}

/** Gives a row the text that it lacks; does nothing where it has one. `key` is a random one. */
export function addText(row: Y.Map<unknown>, columnId: string, key: string): void {
	if (keysOf(row, columnId).length === 0) row.set(`${columnId}~${key}`, new Y.Text());
}

function keysOf(row: Y.Map<unknown>, columnId: string): string[] {
	return [...row.keys()].filter((key) => key === columnId || key.startsWith(`${columnId}~`)).sort();
}
