import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { addMissingText } from "../blocks/action-source.ts";
import { actionsBlock } from "../blocks/actions.ts";
import { choiceBlock, setChoice } from "../blocks/choice.ts";
import { addRow, cellText, cellTexts, removeRow, setCell } from "../blocks/table.ts";
import type { StepSheet } from "../contract/steps.ts";
import { blockOf } from "../document/every-block.fixture.ts";
import { missingIn, missingText } from "./missing.ts";
import { changedSteps, notTaken, offersOf } from "./offers.ts";
import { markOf, noteSeen, takeStep } from "./take.ts";
import { takeablesIn } from "./takeable.ts";
import { isTakenTwice, timesTaken } from "./taken.ts";

const block = blockOf("actions", "steps");
const DOCUMENT = "AAAAAAAAAAAAAAAAAAAAAA";

function sheetWith(doc: Y.Doc, name = "Gruppe A: Blatt"): StepSheet {
	const { rows } = actionsBlock.read(doc, block);
	return {
		document: DOCUMENT,
		worksheet: "every-block",
		name,
		scope: { kind: "group", id: null },
		steps: rows.map(({ id, cells }) => ({ row: id, cells })),
		answers: [],
	};
}

function groupsSheet(...steps: Record<string, string>[]): Y.Doc {
	const doc = new Y.Doc();
	for (const [index, cells] of steps.entries()) addRow(doc, block, undefined, `s${index}`, cells);
	return doc;
}

const planOf = (doc: Y.Doc) => actionsBlock.read(doc, block).rows;

function takeAll(plan: Y.Doc, sheets: StepSheet[]): void {
	for (const { offers } of offersOf(sheets, planOf(plan))) {
		for (const { step, source, taken } of offers) {
			if (!taken) takeStep(plan, block, undefined, `p-${step.row}`, { cells: step.cells, source });
		}
	}
}

describe("the plan", () => {
	it("takes up steps with all they say and where they come from, and none of them twice", () => {
		const source = groupsSheet({ what: "Einladen", responsible: "Büro", due: "2026-05-04", status: "begun" });
		const plan = new Y.Doc();
		takeAll(plan, [sheetWith(source)]);
		takeAll(plan, [sheetWith(source)]);
		expect(planOf(plan)).toEqual([
			{
				id: "p-s0",
				cells: expect.objectContaining({ what: "Einladen", responsible: "Büro", due: "2026-05-04", status: "begun" }),
				source: { document: DOCUMENT, row: "s0", name: "Gruppe A: Blatt", said: expect.any(String) },
			},
		]);
		expect(notTaken([sheetWith(source)], planOf(plan))).toEqual([]);
		cellText(plan, block, undefined, "p-s0", "what")?.insert(0, "Bald ");
		expect(planOf(plan)[0]?.cells.what).toBe("Bald Einladen");
	});

	it("knows the marks that were stored before there was a body", () => {
		const step = {
			what: "Einladen",
			goal: "Ein Ziel",
			responsible: "Bildungsbüro",
			contributors: "",
			firstStep: "Anrufen",
		};
		const rest = { due: "2026-05-04", resources: "", status: "begun", followUp: null, reference: "Blatt 3" };
		expect(markOf({ ...step, ...rest })).toBe("28e5856da4fb077b");
		expect(markOf({ ...step, ...rest, body: " " })).toBe("28e5856da4fb077b");
		expect(markOf({ what: "Einladen", status: "open" })).toBe("673fa4e74a5135ed");
		expect(markOf({ ...step, ...rest, body: "Lenkungskreis" })).not.toBe("28e5856da4fb077b");
	});

	it("is offered again what was taken out of it", () => {
		const source = groupsSheet({ what: "Einladen" }, { what: "Berichten" });
		const plan = new Y.Doc();
		takeAll(plan, [sheetWith(source)]);
		removeRow(plan, block, undefined, "p-s1");
		expect(notTaken([sheetWith(source)], planOf(plan)).flatMap(({ steps }) => steps.map(({ row }) => row))).toEqual([
			"s1",
		]);
	});

	it("tells that a step has changed at its source until somebody has seen it", () => {
		const source = groupsSheet({ what: "Einladen" }, { what: "Berichten" });
		const plan = new Y.Doc();
		takeAll(plan, [sheetWith(source)]);
		// What happens to the row in the plan is nobody's change at the source.
		setCell(plan, block, undefined, "p-s0", "status", "done");
		expect(changedSteps([sheetWith(source)], planOf(plan)).size).toBe(0);

		setCell(source, block, undefined, "s0", "due", "2026-06-01");
		removeRow(source, block, undefined, "s1");
		const changed = changedSteps([sheetWith(source)], planOf(plan));
		expect([...changed]).toEqual([
			["p-s0", { row: "s0", cells: expect.objectContaining({ what: "Einladen", due: "2026-06-01" }) }],
		]);
		noteSeen(plan, block, undefined, "p-s0", markOf(changed.get("p-s0")?.cells ?? {}));
		expect(changedSteps([sheetWith(source)], planOf(plan)).size).toBe(0);
		expect(planOf(plan)[0]?.cells.due).toBeNull();
	});

	it("does not trust what a row says of its source", () => {
		const doc = new Y.Doc();
		const hostile = [
			{ document: "x", row: "r", name: "n", said: "s" },
			{ document: DOCUMENT, row: 1, name: "n", said: "s" },
			{ document: DOCUMENT, row: "r", name: "n".repeat(301), said: "s" },
			"text",
			new Y.Map(),
			null,
		];
		doc.getArray("steps").push(
			hostile.map(
				(source, index) =>
					new Y.Map<unknown>([
						["id", `h${index}`],
						["source", source],
					]),
			),
		);
		expect(planOf(doc).map(({ source }) => source)).toEqual(hostile.map(() => undefined));
	});

	it("holds no more than its bound, and says so", () => {
		const plan = new Y.Doc();
		const source = { document: DOCUMENT, row: "s", name: "A", said: "" };
		const taken = Array.from({ length: 101 }, (_, index) =>
			takeStep(plan, block, undefined, `p${index}`, { cells: { what: "x" }, source }),
		);
		expect(taken.filter(Boolean)).toHaveLength(100);
		expect(taken.at(-1)).toBe(false);
	});

	it("tells two rows of the same place, which two people took before they saw each other do so", () => {
		const [plan, other] = [new Y.Doc(), new Y.Doc()];
		const sheets = [sheetWith(groupsSheet({ what: "Einladen" }, { what: "Berichten" }))];
		const [first, second] = offersOf(sheets, []).flatMap(({ offers }) => offers);
		if (first === undefined || second === undefined) throw new Error("nothing is offered");
		takeStep(plan, block, undefined, "mine", { cells: first.step.cells, source: first.source });
		takeStep(plan, block, undefined, "only", { cells: second.step.cells, source: second.source });
		takeStep(other, block, undefined, "theirs", { cells: first.step.cells, source: first.source });
		expect(timesTaken(first.source, planOf(plan))).toBe(1);
		expect(isTakenTwice(first.source, planOf(plan))).toBe(false);
		Y.applyUpdate(plan, Y.encodeStateAsUpdate(other));
		expect(timesTaken(first.source, planOf(plan))).toBe(2);
		expect(isTakenTwice(first.source, planOf(plan))).toBe(true);
		expect(isTakenTwice(second.source, planOf(plan))).toBe(false);
	});
});

describe("what an answer offers", () => {
	it("has its question in front where something was chosen", () => {
		const doc = new Y.Doc();
		const form = blockOf("choice", "form");
		setChoice(doc, form, undefined, "board");
		const answered = { name: "form", state: "done", empty: false, answer: choiceBlock.read(doc, form) } as const;
		expect(takeablesIn<"choice">({ definition: form, answers: [answered] }, answered, "de")).toEqual([
			{ row: "#form", cells: { what: "Form Beirat" } },
		]);
	});
});

describe("a row of a former version", () => {
	it("reads as before, and takes a text for what it lacks", () => {
		const doc = new Y.Doc();
		const row = new Y.Map<unknown>([
			["id", "r"],
			["what", new Y.Text("Einladen")],
		]);
		doc.getArray("steps").push([row]);
		expect(Object.keys(planOf(doc)[0]?.cells ?? {})).not.toContain("reference");
		const mark = markOf(planOf(doc)[0]?.cells ?? {});
		addMissingText(doc, block, undefined, "r", "reference", "a");
		const text = cellText(doc, block, undefined, "r", "reference");
		addMissingText(doc, block, undefined, "r", "reference", "b");
		expect(cellText(doc, block, undefined, "r", "reference")).toBe(text);
		expect(planOf(doc)[0]?.cells.reference).toBe("");
		expect(markOf(planOf(doc)[0]?.cells ?? {})).toBe(mark);
	});
});

describe("a text that a row of a former version lacks", () => {
	it("keeps what two people write who start it at once, for both in the same order", () => {
		const one = new Y.Doc();
		const row = new Y.Map<unknown>([
			["id", "r"],
			["what", new Y.Text("Einladen")],
		]);
		one.getArray("steps").push([row]);
		const other = new Y.Doc();
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		for (const [doc, key, said] of [
			[one, "b", "Baustein Netzwerk"],
			[other, "a", "Blatt 3"],
		] as const) {
			addMissingText(doc, block, undefined, "r", "reference", key);
			cellText(doc, block, undefined, "r", "reference")?.insert(0, said);
		}
		Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
		Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
		for (const doc of [one, other]) {
			expect(planOf(doc)[0]?.cells.reference).toBe("Blatt 3\nBaustein Netzwerk");
			const texts = cellTexts(doc, block, undefined, "r", "reference");
			expect(texts.map(({ text }) => text.toString())).toEqual(["Blatt 3", "Baustein Netzwerk"]);
		}
		// Each goes on in their own, and one that is emptied leaves no blank line.
		cellTexts(one, block, undefined, "r", "reference")[0]?.text.delete(0, 7);
		expect(planOf(one)[0]?.cells.reference).toBe("Baustein Netzwerk");
	});
});

describe("what is missing", () => {
	const action = (cells: Record<string, string | null>) => ({
		id: "r",
		cells: { what: "x", status: "open", ...cells },
	});

	it("is counted among the actions that are still to be done", () => {
		const rows = [
			action({ responsible: "Büro", due: "2026-05-04", firstStep: "Anrufen" }),
			action({ responsible: " ", due: "2026-05-04" }),
			action({ responsible: "", firstStep: "Anrufen" }),
			action({ status: "done" }),
			action({ status: "dropped" }),
			{ id: "r", cells: { what: "", status: "open" } },
		];
		expect(missingIn(rows)).toEqual({ open: 3, without: { responsible: 2, due: 1, firstStep: 1 } });
		expect(missingText(missingIn(rows), "de")).toBe(
			"2 von 3 ohne Verantwortliche, 1 von 3 ohne Frist, 1 von 3 ohne ersten Schritt",
		);
	});

	it("is nothing to speak of where nothing is", () => {
		expect(missingText(missingIn([]), "de")).toBe("");
		expect(missingText(missingIn([action({ responsible: "a", due: "2026-05-04", firstStep: "b" })]), "en")).toBe("");
	});
});
