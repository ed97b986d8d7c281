import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { assessmentText, setAssessment } from "../blocks/module-assessment.ts";
import { place, removeOwnEntry, setOwnEntry, unplace } from "../blocks/ranking-write.ts";
import { richTextOf } from "../blocks/rich-text.ts";
import { textOf } from "../blocks/text.ts";
import { reportWorksheet } from "../report/worksheet-report.ts";
import { setDone } from "./done.ts";
import { blockOf, everyBlock } from "./every-block.fixture.ts";
import { itemsOf } from "./items.ts";
import { progressOf } from "./progress.ts";
import { readWorksheet } from "./read.ts";

const modules = blockOf("ranking", "modules");
const why = blockOf("rich-text", "why");
const assessment = blockOf("module-assessment", "assessment");

function write(doc: Y.Doc, item: string, text: string): void {
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText(text)]);
	richTextOf(doc, why, item).insert(0, [paragraph]);
}

function states(doc: Y.Doc): Record<string, string> {
	return Object.fromEntries(progressOf(doc, everyBlock).questions.map(({ name, state }) => [name, state]));
}

describe("items of a repeating block", () => {
	it("are what the ranking chose, in its order; a block that does not repeat has none", () => {
		const doc = new Y.Doc();
		place(doc, modules, undefined, "board", 0);
		place(doc, modules, undefined, "circle", 0);
		expect(itemsOf(everyBlock, why, doc)?.map((item) => item.id)).toEqual(["circle", "board"]);
		expect(itemsOf(everyBlock, blockOf("matrix", "grid"), doc)).toBeNull();
		expect(itemsOf(everyBlock, modules, doc)).toBeNull();
	});

	it("stay at the end when they are chosen no longer but something was written about them", () => {
		const doc = new Y.Doc();
		const own = setOwnEntry(doc, modules, undefined, "x1", "Eigener Kreis");
		place(doc, modules, undefined, "board", 0);
		place(doc, modules, undefined, own, 1);
		write(doc, "board", "Weil er entscheidet");
		write(doc, own, "Weil er passt");
		unplace(doc, modules, undefined, "board");
		unplace(doc, modules, undefined, own);
		place(doc, modules, undefined, "circle", 0);
		expect(itemsOf(everyBlock, why, doc)).toEqual([
			{ id: "circle", label: { de: "Kreis", en: "Kreis (en)" } },
			{ id: "board", label: { de: "Beirat", en: "Beirat (en)" }, retired: true },
			{ id: "own-x1", label: "Eigener Kreis", retired: true },
		]);
		expect(itemsOf(everyBlock, assessment, doc)?.map((item) => item.id)).toEqual(["circle"]);
	});

	it("stay when even the own entry's name was deleted", () => {
		const doc = new Y.Doc();
		assessmentText(doc, assessment, "own-x1", "lasting", "remark").insert(0, "wichtig");
		setOwnEntry(doc, modules, undefined, "x1", "Eigener Kreis");
		removeOwnEntry(doc, modules, undefined, "own-x1");
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
		expect(itemsOf(everyBlock, assessment, copy)).toEqual([
			{ id: "own-x1", label: { de: "Eigener Eintrag", en: "Own entry" }, retired: true },
		]);
	});
});

describe("progress", () => {
	it("counts each question once, in order, without the done marks", () => {
		const doc = new Y.Doc();
		expect(progressOf(doc, everyBlock).questions.map(({ name }) => name)).toEqual([
			"modules",
			"goal",
			"outcome",
			"name",
			"day",
			"form",
			"paths",
			"mood",
			"check",
			"ticks",
			"rated",
			"chosen",
			"list",
			"grid",
			"steps",
			"actors",
			"ruling",
		]);
		place(doc, modules, undefined, "circle", 0);
		expect(Object.keys(states(doc)).slice(0, 4)).toEqual(["modules", "why/circle", "sum/circle", "assessment/circle"]);
	});

	it("is started by an entry, done by a mark, and open again without it", () => {
		const doc = new Y.Doc();
		place(doc, modules, undefined, "circle", 0);
		setAssessment(doc, assessment, "circle", "lasting", { state: "unknown" });
		setDone(doc, "why/circle", true);
		setDone(doc, "modules", true);
		expect(states(doc)).toMatchObject({ modules: "done", "why/circle": "done", "assessment/circle": "started" });
		setDone(doc, "modules", false);
		setDone(doc, "why/circle", false);
		expect(states(doc)).toMatchObject({ modules: "started", "why/circle": "empty", name: "empty" });
	});
});

describe("a sheet on paper", () => {
	it("has each prompt with its answer, and says where there is none", () => {
		const doc = new Y.Doc();
		place(doc, modules, undefined, "board", 0);
		write(doc, "board", "Weil er entscheidet");
		unplace(doc, modules, undefined, "board");
		const answered = readWorksheet(doc, everyBlock, { sections: ["selection", "repeated"] });
		expect(reportWorksheet(answered, "de", { headingLevel: 2 })).toEqual([
			{ kind: "heading", level: 2, text: "Auswahl" },
			{ kind: "heading", level: 3, text: "Bausteine" },
			{ kind: "note", text: "Keine Antwort" },
			{ kind: "heading", level: 2, text: "Je Baustein" },
			{ kind: "heading", level: 3, text: "Beirat (nicht ausgewählt)" },
			{ kind: "heading", level: 4, text: "Warum?" },
			{ kind: "rich-text", blocks: [{ kind: "paragraph", runs: [{ text: "Weil er entscheidet" }] }] },
		]);
	});

	it("says all about one thing before the next where a section repeats, and once that nothing is chosen", () => {
		const doc = new Y.Doc();
		const headings = () => {
			const answered = readWorksheet(doc, everyBlock, { sections: ["repeated"] });
			return reportWorksheet(answered, "de", { headingLevel: 2 }).filter(({ kind }) => kind !== "table");
		};
		expect(headings()).toEqual([
			{ kind: "heading", level: 2, text: "Je Baustein" },
			{ kind: "note", text: "Noch nichts ausgewählt" },
		]);
		place(doc, modules, undefined, "circle", 0);
		place(doc, modules, undefined, "board", 1);
		expect(headings().flatMap((node) => (node.kind === "heading" ? [node.text] : []))).toEqual([
			"Je Baustein",
			...["Kreis", "Warum?", "Fazit?", "Bewertung"],
			...["Beirat", "Warum?", "Fazit?", "Bewertung"],
		]);
	});

	it("keeps what came late about a thing that nobody has chosen", () => {
		const doc = new Y.Doc();
		place(doc, modules, undefined, "circle", 0);
		const answered = readWorksheet(doc, everyBlock, { sections: ["repeated"] });
		const note = { block: "why", heading: "Nachgetragen" };
		const late = [
			{ ...note, item: "circle", text: "Zum Kreis" },
			{ ...note, item: "board", text: "Zum Beirat" },
		];
		const nodes = reportWorksheet(answered, "de", { headingLevel: 2, late });
		const added = nodes.flatMap((node) => (node.kind === "facts" ? node.items.map(({ value }) => value) : []));
		expect(added).toEqual(["Zum Kreis", "Zum Beirat"]);
	});

	it("never goes below the fourth level and speaks the workshop's language", () => {
		const doc = new Y.Doc();
		textOf(doc, blockOf("text", "name"), undefined).insert(0, "Anna");
		place(doc, modules, undefined, "circle", 0);
		const nodes = reportWorksheet(readWorksheet(doc, everyBlock), "en", { headingLevel: 4 });
		const levels = nodes.flatMap((node) => (node.kind === "heading" ? [node.level] : []));
		expect(Math.max(...levels)).toBe(4);
		expect(nodes).toContainEqual({ kind: "note", text: "No answer" });
		expect(nodes).toContainEqual({ kind: "paragraph", text: "Anna" });
	});
});
