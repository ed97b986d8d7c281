import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { checklistBlock, checkNote, setCheck } from "./checklist.ts";
import { choiceBlock, setChoice, setChoiceOwn } from "./choice.ts";
import { addOwnOption, multiChoiceBlock, removeOwnOption, setMultiChoiceReason, toggleOption } from "./multi-choice.ts";
import { scaleBlock, setScale, setScaleReason } from "./scale.ts";
import { setDay, textBlock, textOf } from "./text.ts";

describe("text", () => {
	const block = blockOf("text", "name");

	it("counts white space as nothing", () => {
		const doc = new Y.Doc();
		textOf(doc, block, undefined).insert(0, " \n");
		expect(textBlock.isEmpty(textBlock.read(doc, block))).toBe(true);
		textOf(doc, block, undefined).insert(1, "Bildungsbeirat");
		expect(textBlock.report(block, textBlock.read(doc, block), "de")).toEqual([
			{ kind: "paragraph", text: "Bildungsbeirat" },
		]);
	});
});

describe("a day", () => {
	const block = blockOf("text", "day");

	it("is chosen and taken back as a whole, and reported as people write it", () => {
		const doc = new Y.Doc();
		setDay(doc, block, undefined, "2026-03-08");
		setDay(doc, block, undefined, "2026-04-09");
		expect(textBlock.read(doc, block)).toBe("2026-04-09");
		expect(textBlock.report(block, "2026-04-09", "de")).toEqual([{ kind: "paragraph", text: "09.04.2026" }]);
		expect(textBlock.report(block, "2026-04-09", "en")).toEqual([{ kind: "paragraph", text: "9 Apr 2026" }]);
		setDay(doc, block, undefined, null);
		expect(textBlock.isEmpty(textBlock.read(doc, block))).toBe(true);
		expect(textBlock.report(block, "", "de")).toEqual([]);
	});

	it("is one and the same for everybody where two people choose at once", () => {
		const [one, other] = [new Y.Doc(), new Y.Doc()];
		setDay(one, block, undefined, "2026-03-08");
		setDay(other, block, undefined, "2026-04-09");
		Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		expect(textBlock.read(one, block)).toBe(textBlock.read(other, block));
		expect(["2026-03-08", "2026-04-09"]).toContain(textBlock.read(one, block));
	});

	it("is nothing but a day", () => {
		const doc = new Y.Doc();
		textOf(doc, block, undefined).insert(0, "irgendwann im 2026-13-40");
		expect(textBlock.read(doc, block)).toBe("");
	});
});

describe("choice", () => {
	const block = blockOf("choice", "form");

	it("holds one option, and none after taking it back", () => {
		const doc = new Y.Doc();
		setChoice(doc, block, undefined, "circle");
		expect(choiceBlock.report(block, choiceBlock.read(doc, block), "en")).toEqual([
			{ kind: "paragraph", text: "Kreis (en)" },
		]);
		setChoice(doc, block, undefined, null);
		expect(choiceBlock.isEmpty(choiceBlock.read(doc, block))).toBe(true);
	});

	it("keeps an own answer while another option is chosen", () => {
		const doc = new Y.Doc();
		setChoiceOwn(doc, block, undefined, "Runder\nTisch");
		expect(choiceBlock.read(doc, block)).toEqual({ value: "own", own: "Runder Tisch" });
		setChoice(doc, block, undefined, "board");
		expect(choiceBlock.read(doc, block)).toEqual({ value: "board", own: "Runder Tisch" });
	});

	it("takes no option that the definition does not have", () => {
		const doc = new Y.Doc();
		setChoice(doc, block, undefined, "toString");
		expect(choiceBlock.read(doc, block).value).toBeNull();
		setChoice(doc, { ...block, own: true }, undefined, "own");
		expect(choiceBlock.read(doc, { ...block, own: false }).value).toBeNull();
	});

	it("writes nothing when nothing changes", () => {
		const doc = new Y.Doc();
		setChoice(doc, block, undefined, "circle");
		let updates = 0;
		doc.on("update", () => {
			updates += 1;
		});
		setChoice(doc, block, undefined, "circle");
		expect(updates).toBe(0);
	});
});

describe("multi-choice", () => {
	const block = blockOf("multi-choice", "paths");

	it("lists what is ticked in the definition's order, then own entries and the reason", () => {
		const doc = new Y.Doc();
		toggleOption(doc, block, undefined, "circle", true);
		toggleOption(doc, block, undefined, "board", true);
		addOwnOption(doc, block, undefined, "x1", "Etwas anderes");
		setMultiChoiceReason(doc, block, undefined, "Weil es passt");
		const answer = multiChoiceBlock.read(doc, block);
		expect(answer).toEqual({
			chosen: ["board", "circle"],
			own: [{ id: "own-x1", label: "Etwas anderes" }],
			reason: "Weil es passt",
		});
		expect(multiChoiceBlock.report(block, answer, "de")).toEqual([
			{ kind: "list", ordered: false, items: ["Beirat", "Kreis", "Etwas anderes"] },
			{ kind: "facts", items: [{ label: "Begründung", value: "Weil es passt" }] },
		]);
	});

	it("is empty again when everything is taken back", () => {
		const doc = new Y.Doc();
		toggleOption(doc, block, undefined, "board", true);
		addOwnOption(doc, block, undefined, "x1", "Etwas");
		toggleOption(doc, block, undefined, "board", false);
		removeOwnOption(doc, block, undefined, "own-x1");
		expect(multiChoiceBlock.isEmpty(multiChoiceBlock.read(doc, block))).toBe(true);
	});
});

describe("scale", () => {
	const block = blockOf("scale", "mood");

	it("reads zero as a rating and „weiß nicht“ as an answer", () => {
		const doc = new Y.Doc();
		setScale(doc, block, undefined, 0);
		expect(scaleBlock.isEmpty(scaleBlock.read(doc, block))).toBe(false);
		setScale(doc, block, undefined, "unknown");
		setScaleReason(doc, block, undefined, "neu hier");
		expect(scaleBlock.report(block, scaleBlock.read(doc, block), "de")).toEqual([
			{
				kind: "facts",
				items: [
					{ label: "Einschätzung", value: "weiß nicht" },
					{ label: "Begründung", value: "neu hier" },
				],
			},
		]);
	});

	it.each([3, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("takes no %d", (value) => {
		const doc = new Y.Doc();
		setScale(doc, block, undefined, value);
		expect(scaleBlock.read(doc, block).value).toBeNull();
	});
});

describe("checklist", () => {
	it("shows every item once one is answered, and only ticked ones of a tick list", () => {
		const doc = new Y.Doc();
		const check = blockOf("checklist", "check");
		const ticks = blockOf("checklist", "ticks");
		expect(checklistBlock.report(check, checklistBlock.read(doc, check), "de")).toEqual([]);
		setCheck(doc, check, undefined, "money", "partly");
		setCheck(doc, ticks, undefined, "second", true);
		expect(checklistBlock.report(check, checklistBlock.read(doc, check), "de")).toEqual([
			{
				kind: "facts",
				items: [
					{ label: "Mandat", value: "–" },
					{ label: "Mittel", value: "Teilweise" },
				],
			},
		]);
		expect(checklistBlock.report(ticks, checklistBlock.read(doc, ticks), "de")).toEqual([
			{ kind: "list", ordered: false, items: ["Zweitens"] },
		]);
	});
});

describe("a checklist with other answers", () => {
	const rated = blockOf("checklist", "rated");
	const chosen = blockOf("checklist", "chosen");

	it("is rated on a scale, and takes nothing that is no point of it", () => {
		const doc = new Y.Doc();
		setCheck(doc, rated, undefined, "order", 2);
		setCheck(doc, rated, undefined, "staff", "unknown");
		expect(checklistBlock.read(doc, rated).map(({ answer }) => answer)).toEqual([2, "unknown"]);
		setCheck(doc, rated, undefined, "order", 7);
		setCheck(doc, rated, undefined, "staff", true);
		expect(checklistBlock.isEmpty(checklistBlock.read(doc, rated))).toBe(true);
	});

	it("is answered with one of its options, and takes no other", () => {
		const doc = new Y.Doc();
		setCheck(doc, chosen, undefined, "lead", "circle");
		setCheck(doc, chosen, undefined, "work", "constructor-2");
		expect(checklistBlock.read(doc, chosen)).toEqual([
			{ id: "lead", answer: "circle" },
			{ id: "work", answer: null },
		]);
		expect(checklistBlock.report(chosen, checklistBlock.read(doc, chosen), "de")).toEqual([
			{
				kind: "facts",
				items: [
					{ label: "Leitung", value: "Kreis" },
					{ label: "Arbeit", value: "–" },
				],
			},
		]);
	});

	it("keeps a note beside each answer, which is an answer by itself", () => {
		const doc = new Y.Doc();
		checkNote(doc, rated, undefined, "staff").insert(0, "eine Stelle");
		const answer = checklistBlock.read(doc, rated);
		expect(answer).toEqual([
			{ id: "order", answer: null, note: "" },
			{ id: "staff", answer: null, note: "eine Stelle" },
		]);
		expect(checklistBlock.isEmpty(answer)).toBe(false);
		setCheck(doc, rated, undefined, "order", 1);
		expect(checklistBlock.report(rated, checklistBlock.read(doc, rated), "de")).toEqual([
			{
				kind: "table",
				caption: "Stand der Dinge",
				head: ["Aspekt", "Einschätzung", "Bemerkung"],
				rows: [
					["Auftrag", "1 begonnen", ""],
					["Personal", "–", "eine Stelle"],
				],
				share: [4, 3, 5],
			},
		]);
	});

	it("says of ticks with notes which are set", () => {
		const doc = new Y.Doc();
		const ticks = { ...blockOf("checklist", "ticks"), note: true };
		setCheck(doc, ticks, undefined, "second", true);
		const [table] = checklistBlock.report(ticks, checklistBlock.read(doc, ticks), "de");
		expect(table).toMatchObject({
			rows: [
				["Erstens", "–", ""],
				["Zweitens", "Ja", ""],
			],
		});
	});
});
