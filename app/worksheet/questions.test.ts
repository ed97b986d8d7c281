import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { place } from "../../worksheets/blocks/ranking-write.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { type Worksheet, worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { readQuestions } from "./questions.ts";

const text = (de: string) => ({ de, en: de });
const option = (id: string) => ({ id, label: text(id) });

const ranking = {
	id: "modules",
	type: "ranking",
	label: text("Auswahl"),
	options: ["a", "b", "c"].map(option),
	own: true,
	places: 2,
} as const;

const worksheet: Worksheet = worksheetSchema.parse({
	kind: "worksheet",
	id: "sheet",
	version: 1,
	title: text("Blatt"),
	purpose: text("Zweck"),
	sections: [
		{ id: "selection", title: text("Auswahl"), blocks: [ranking] },
		{
			id: "questions",
			title: text("Fragen"),
			repeat: { over: "modules" },
			blocks: ["why", "who"].map((id) => ({
				id,
				type: "rich-text",
				label: text(id),
				repeat: { over: "modules" },
			})),
		},
		{ id: "closing", title: text("Schluss"), blocks: [{ id: "end", type: "text", label: text("Ende") }] },
		{
			id: "progress",
			title: text("Stand"),
			role: "progress",
			blocks: [{ id: "done", type: "checklist", label: text("fertig"), items: [option("x")] }],
		},
	],
});

function chosen(...ids: string[]): Y.Doc {
	const doc = new Y.Doc();
	const block = worksheet.sections[0]?.blocks[0];
	if (block?.type !== "ranking") throw new Error("the first block is the ranking");
	for (const [position, id] of ids.entries()) place(doc, block, undefined, id, position);
	return doc;
}

const names = (doc: Y.Doc, only?: string[]) => readQuestions(doc, worksheet, "de", only).map(({ name }) => name);

describe("the questions of a sheet", () => {
	it("ask all about one chosen thing before the next", () => {
		expect(names(chosen("b", "a"))).toEqual(["modules", "why/b", "who/b", "why/a", "who/a", "end"]);
	});

	it("wait for the choice they repeat over, once for the whole section", () => {
		const questions = readQuestions(chosen(), worksheet, "de");
		expect(questions.map(({ name, waitsFor }) => [name, waitsFor])).toEqual([
			["modules", undefined],
			["why", "modules"],
			["end", undefined],
		]);
	});

	it("are those of the named sections only", () => {
		expect(names(chosen("a"), ["closing"])).toEqual(["end"]);
	});

	it("keep what was written about a thing that is no longer chosen", () => {
		const doc = chosen("a");
		const paragraph = new Y.XmlElement("paragraph");
		paragraph.insert(0, [new Y.XmlText("bleibt")]);
		doc.getXmlFragment("why/c").insert(0, [paragraph]);
		const questions = readQuestions(doc, worksheet, "de");
		expect(questions.find(({ name }) => name === "why/c")?.item).toEqual({ id: "c", label: "c", retired: true });
	});

	it("say how far they are", () => {
		const doc = chosen("a");
		setDone(doc, "end", true);
		const states = readQuestions(doc, worksheet, "de").map(({ state }) => state);
		expect(states).toEqual(["started", "empty", "empty", "done"]);
	});
});
