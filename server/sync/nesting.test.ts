import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { nestsTooDeep } from "./nesting.ts";
import { decodeUpdate } from "./update-decode.ts";

describe("nesting", () => {
	/** Elements in each other, all but the first in the parts after it. */
	function tower(levels: number) {
		const doc = new Y.Doc();
		const parts: Uint8Array[] = [];
		let parent: Y.XmlFragment = doc.getXmlFragment("note");
		for (let level = 0; level < levels; level += 1) {
			const before = Y.encodeStateVector(doc);
			const element = new Y.XmlElement("li");
			parent.insert(0, [element]);
			parent = element;
			parts.push(Y.encodeStateAsUpdate(doc, before));
		}
		return { parts, whole: Y.encodeStateAsUpdate(doc) };
	}
	const structsOf = (update: Uint8Array) => decodeUpdate(update, 10_000).structs;

	it("is measured within one update", () => {
		expect(nestsTooDeep(structsOf(tower(10).whole), () => [], new Y.Doc(), 10)).toBe(false);
		expect(nestsTooDeep(structsOf(tower(11).whole), () => [], new Y.Doc(), 10)).toBe(true);
		expect(nestsTooDeep(structsOf(tower(3_000).whole), () => [], new Y.Doc(), 64)).toBe(true);
	});

	it("is measured on top of the document and of what is on its way", () => {
		const { parts } = tower(11);
		const doc = new Y.Doc();
		for (const part of parts.slice(0, 5)) {
			Y.applyUpdate(doc, part);
		}
		const waiting = parts.slice(5, 10).map(structsOf);
		const last = structsOf(parts[10] ?? Uint8Array.of(0, 0));
		expect(nestsTooDeep(last, () => waiting, doc, 10)).toBe(true);
		expect(nestsTooDeep(last, () => waiting, doc, 11)).toBe(false);
	});

	it("leaves long texts beside each other alone", () => {
		const doc = new Y.Doc();
		const note = doc.getXmlFragment("note");
		for (let index = 0; index < 2_000; index += 1) {
			note.insert(index, [new Y.XmlElement("paragraph")]);
		}
		expect(nestsTooDeep(structsOf(Y.encodeStateAsUpdate(doc)), () => [], new Y.Doc(), 3)).toBe(false);
	});
});
