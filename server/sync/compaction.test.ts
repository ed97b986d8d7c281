import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { verifiedSnapshot } from "./compaction.ts";
import { contentOf } from "./content.ts";

function written(): Y.Doc {
	const doc = new Y.Doc();
	const paragraph = new Y.XmlElement("paragraph");
	const text = new Y.XmlText();
	doc.getXmlFragment("note").insert(0, [paragraph]);
	paragraph.insert(0, [text]);
	text.insert(0, "one two three", {});
	text.format(4, 3, { bold: true });
	text.delete(0, 4);
	doc.getMap("choice").set("value", "a");
	doc.getMap("choice").set("value", "b");
	doc.getArray("rows").insert(0, [new Y.Map([["id", "r1"]]), { plain: [1, null] }]);
	return doc;
}

describe("a snapshot", () => {
	it("gives the same document back", () => {
		const doc = written();
		const snapshot = verifiedSnapshot(doc);
		const copy = new Y.Doc();
		Y.applyUpdate(copy, snapshot.ok ? snapshot.value.state : Uint8Array.of());
		expect(copy.getXmlFragment("note").toString()).toBe(doc.getXmlFragment("note").toString());
		expect(copy.getMap("choice").toJSON()).toEqual({ value: "b" });
		expect(contentOf(copy)).toBe(contentOf(doc));
	});

	it("is not taken while updates wait for what they depend on", () => {
		const source = new Y.Doc();
		source.getText("note").insert(0, "first");
		const before = Y.encodeStateVector(source);
		source.getText("note").insert(5, "second");
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(source, before));
		expect(verifiedSnapshot(doc)).toMatchObject({ ok: false });
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
		expect(verifiedSnapshot(doc)).toMatchObject({ ok: true });
	});
});

describe("content", () => {
	it("differs where a reader would see a difference", () => {
		const base = contentOf(written());
		const changes: ((doc: Y.Doc) => void)[] = [
			(doc) => doc.getMap("choice").set("value", "c"),
			(doc) => doc.getMap("choice").delete("value"),
			(doc) => doc.getArray("rows").delete(0),
			(doc) => doc.getXmlFragment("note").insert(0, [new Y.XmlElement("heading")]),
			(doc) => doc.getText("other").insert(0, "x"),
		];
		for (const change of changes) {
			const doc = written();
			change(doc);
			expect(contentOf(doc)).not.toBe(base);
		}
	});

	it("is the same whatever way the document came about", () => {
		const doc = new Y.Doc();
		const steps: Uint8Array[] = [];
		doc.on("update", (update: Uint8Array) => steps.push(update));
		const text = doc.getText("note");
		for (const letter of "hello") {
			text.insert(text.length, letter, { bold: letter === "l" });
		}
		text.delete(1, 1);
		const [one, all] = [new Y.Doc(), new Y.Doc()];
		for (const step of steps) {
			Y.applyUpdate(one, step);
		}
		Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
		expect(contentOf(one)).toBe(contentOf(all));
	});
});
