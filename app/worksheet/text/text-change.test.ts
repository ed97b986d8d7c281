import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { changeBetween, type DeltaStep, moveThrough, type TextChange } from "./text-change.ts";

function applied(text: string, change: TextChange | null): string {
	if (change === null) return text;
	return text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove);
}

describe("the change between two texts", () => {
	it("is null when nothing changed", () => {
		expect(changeBetween("abc", "abc", 1)).toBeNull();
	});

	it("puts a doubled letter where the caret stands", () => {
		expect(changeBetween("aaa", "aaaa", 1)).toEqual({ index: 0, remove: 0, insert: "a" });
		expect(changeBetween("aaa", "aaaa", 4)).toEqual({ index: 3, remove: 0, insert: "a" });
	});

	it("takes a replaced word and nothing else", () => {
		expect(changeBetween("ein alter Satz", "ein neuer Satz", 9)).toEqual({ index: 4, remove: 3, insert: "neu" });
	});

	it("never tears a character in two", () => {
		const change = changeBetween("😀", "😁", 2);
		expect(change).toEqual({ index: 0, remove: 2, insert: "😁" });
	});

	it("always turns the one into the other", () => {
		const text = fc.string({ unit: fc.constantFrom("a", "b", "ä", "😀", "\n"), maxLength: 12 });
		fc.assert(
			fc.property(text, text, fc.nat(30), (before, after, caret) => {
				expect(applied(before, changeBetween(before, after, caret))).toBe(after);
			}),
			{ seed: 7 },
		);
	});

	it("leaves the caret right behind what was typed", () => {
		fc.assert(
			fc.property(
				fc.string({ maxLength: 10 }),
				fc.string({ minLength: 1, maxLength: 4 }),
				fc.nat(10),
				(before, typed, at) => {
					const index = Math.min(at, before.length);
					const after = before.slice(0, index) + typed + before.slice(index);
					const change = changeBetween(before, after, index + typed.length);
					expect(change).toMatchObject({ remove: 0 });
					expect((change?.index ?? 0) + (change?.insert.length ?? 0)).toBe(index + typed.length);
				},
			),
			{ seed: 8 },
		);
	});
});

describe("a position after somebody else's change", () => {
	it.each<[string, number, DeltaStep[], number]>([
		["moves behind text inserted before it", 3, [{ insert: "xy" }], 5],
		["stays before text inserted at it", 3, [{ retain: 3 }, { insert: "xy" }], 3],
		["stays when text behind it goes", 3, [{ retain: 4 }, { delete: 2 }], 3],
		["falls back to the start of deleted text around it", 3, [{ retain: 1 }, { delete: 5 }], 1],
		["counts an embedded object as one", 3, [{ insert: { image: "" } }], 4],
	])("%s", (_, position, delta, expected) => {
		expect(moveThrough(position, delta)).toBe(expected);
	});

	it("still stands before the same letter", () => {
		fc.assert(
			fc.property(fc.nat(9), fc.nat(9), fc.nat(3), fc.string({ maxLength: 3 }), (at, index, remove, insert) => {
				const doc = new Y.Doc();
				const text = doc.getText("t");
				text.insert(0, "0123456789");
				let delta: DeltaStep[] = [];
				text.observe((event) => {
					delta = event.delta;
				});
				doc.transact(() => {
					text.delete(index, Math.min(remove, 10 - index));
					text.insert(index, insert);
				});
				// Right behind a replaced stretch both sides of the replacement are as good.
				if (at < index || at > index + remove) expect(text.toString()[moveThrough(at, delta)]).toBe(String(at));
			}),
			{ seed: 9 },
		);
	});
});
