import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { setChoice } from "../blocks/choice.ts";
import { setScale } from "../blocks/scale.ts";
import { addRow, cellText } from "../blocks/table.ts";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { lateAnswers } from "./late.ts";

function paragraph(doc: Y.Doc, text: string): void {
	const element = new Y.XmlElement("paragraph");
	doc.getXmlFragment("goal").push([element]);
	element.insert(0, [new Y.XmlText(text)]);
}

function copyOf(doc: Y.Doc): Y.Doc {
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return copy;
}

/** A sheet, and the update of somebody who goes on in a copy of it. */
function lateUpdate(sheet: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
	const own = copyOf(sheet);
	write(own);
	return Y.encodeStateAsUpdate(own, Y.encodeStateVector(sheet));
}

function sheetWith(write: (doc: Y.Doc) => void = () => {}): Y.Doc {
	const sheet = new Y.Doc();
	write(sheet);
	return sheet;
}

const said = (sheet: Y.Doc, ...updates: Uint8Array[]) => lateAnswers(copyOf(sheet), updates, everyBlock, "de");

describe("what a late contribution says", () => {
	it("names paragraphs, values with their labels and rows, each at its question", () => {
		const sheet = sheetWith((doc) => paragraph(doc, "Schon da"));
		const list = blockOf("table", "list");
		const update = lateUpdate(sheet, (doc) => {
			paragraph(doc, "Erster Satz");
			paragraph(doc, "Zweiter Satz");
			setChoice(doc, blockOf("choice", "form"), undefined, "board");
			setScale(doc, blockOf("scale", "mood"), undefined, 2);
			addRow(doc, list, undefined, "row1");
			cellText(doc, list, undefined, "row1", "note")?.insert(0, "Räume\nsuchen");
		});
		expect(said(sheet, update)).toEqual([
			[
				{ block: "goal", text: "Erster Satz\nZweiter Satz" },
				{ block: "form", text: "Beirat" },
				{ block: "mood", text: expect.stringContaining("umgesetzt") },
				{ block: "list", text: "Notiz: Räume suchen" },
			],
		]);
	});

	it("names the item that something is about", () => {
		const sheet = sheetWith((doc) => doc.getMap("modules").set("board", 1));
		const update = lateUpdate(sheet, (doc) => {
			const element = new Y.XmlElement("paragraph");
			doc.getXmlFragment("why/board").push([element]);
			element.insert(0, [new Y.XmlText("Weil er trägt")]);
		});
		expect(said(sheet, update)).toEqual([[{ block: "why", item: "board", text: "Weil er trägt" }]]);
	});

	it("gives a paragraph that was changed whole, and says what was only taken out", () => {
		const sheet = sheetWith((doc) => {
			paragraph(doc, "Vorher.");
			paragraph(doc, "Bleibt.");
		});
		const first = (doc: Y.Doc) => doc.getXmlFragment("goal").get(0) as Y.XmlElement;
		const changed = lateUpdate(sheet, (doc) => (first(doc).get(0) as Y.XmlText).insert(7, " Im Funkloch."));
		const removed = lateUpdate(sheet, (doc) => doc.getXmlFragment("goal").delete(0));
		expect(said(sheet, changed)).toEqual([[{ block: "goal", text: "Vorher. Im Funkloch." }]]);
		expect(said(sheet, removed)).toEqual([[{ block: "goal", text: "Gestrichen: Vorher." }]]);
	});

	it("says once what two contributions of one author have in common, and nothing of what is there", () => {
		const sheet = sheetWith();
		const own = copyOf(sheet);
		paragraph(own, "Eins");
		const first = Y.encodeStateAsUpdate(own);
		paragraph(own, "Zwei");
		const both = Y.encodeStateAsUpdate(own);
		expect(said(sheet, first, both)).toEqual([[{ block: "goal", text: "Eins" }], [{ block: "goal", text: "Zwei" }]]);
		expect(said(own, both)).toEqual([[]]);
	});

	it("leaves the sheet it was read for as it was, and says nothing of bytes that are no update", () => {
		const sheet = sheetWith((doc) => paragraph(doc, "Schon da"));
		const before = Y.encodeStateAsUpdate(sheet);
		expect(
			said(
				sheet,
				new Uint8Array([1, 2, 3]),
				lateUpdate(sheet, (doc) => paragraph(doc, "Danach")),
			),
		).toEqual([[], [{ block: "goal", text: "Danach" }]]);
		expect(Y.encodeStateAsUpdate(sheet)).toEqual(before);
	});
});
