import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf } from "../document/every-block.fixture.ts";
import { actionsBlock } from "./actions.ts";
import { addRow, cellText, removeRow, restoreRow, setCell, tableBlock } from "./table.ts";

const block = blockOf("table", "list");

function pair(): [Y.Doc, Y.Doc] {
	return [new Y.Doc(), new Y.Doc()];
}

function exchange(a: Y.Doc, b: Y.Doc): void {
	Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
	Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
}

function ids(doc: Y.Doc): string[] {
	return tableBlock.read(doc, block).rows.map((row) => row.id);
}

describe("table", () => {
	it("keeps what two people type into the same new cell", () => {
		const [a, b] = pair();
		addRow(a, block, undefined, "r1");
		exchange(a, b);
		cellText(a, block, undefined, "r1", "note")?.insert(0, "von A");
		cellText(b, block, undefined, "r1", "note")?.insert(0, "von B");
		exchange(a, b);
		const note = tableBlock.read(a, block).rows[0]?.cells.note;
		expect(note).toContain("von A");
		expect(note).toContain("von B");
		expect(tableBlock.read(b, block)).toEqual(tableBlock.read(a, block));
	});

	it("is empty while its rows are", () => {
		const doc = new Y.Doc();
		addRow(doc, block, undefined, "r1");
		expect(tableBlock.isEmpty(tableBlock.read(doc, block))).toBe(true);
		setCell(doc, block, undefined, "r1", "stand", 0);
		expect(tableBlock.isEmpty(tableBlock.read(doc, block))).toBe(false);
	});

	it("reports each kind of cell in words", () => {
		const doc = new Y.Doc();
		addRow(doc, block, undefined, "r1");
		cellText(doc, block, undefined, "r1", "note")?.insert(0, "Notiz | zwei");
		cellText(doc, block, undefined, "r1", "who")?.insert(0, "Frau Öz");
		setCell(doc, block, undefined, "r1", "when", "2023-03-08");
		setCell(doc, block, undefined, "r1", "clear", "no");
		setCell(doc, block, undefined, "r1", "kind", "constructor");
		setCell(doc, block, undefined, "r1", "stand", 2);
		addRow(doc, block, undefined, "empty");
		const [table] = tableBlock.report(block, tableBlock.read(doc, block), "de");
		expect(table).toMatchObject({
			head: ["Notiz", "Wer", "Wann", "Klar", "Art", "Stand"],
			rows: [["Notiz | zwei", "Frau Öz", "08.03.2023", "Nein", "Konstrukteur", "2 umgesetzt"]],
		});
	});

	it("takes only values its columns know", () => {
		const doc = new Y.Doc();
		addRow(doc, block, undefined, "r1");
		setCell(doc, block, undefined, "r1", "when", "2023-02-30");
		setCell(doc, block, undefined, "r1", "clear", "maybe");
		setCell(doc, block, undefined, "r1", "kind", "hasOwnProperty");
		setCell(doc, block, undefined, "r1", "stand", 99);
		expect(tableBlock.isEmpty(tableBlock.read(doc, block))).toBe(true);
	});

	it("refuses a row above its limit and leaves the table as it was", () => {
		const doc = new Y.Doc();
		expect(["a", "b", "c", "d"].map((id) => addRow(doc, block, undefined, id))).toEqual([true, true, true, false]);
		expect(ids(doc)).toEqual(["a", "b", "c"]);
	});

	it("gives a removed row back with what others typed into it meanwhile", () => {
		const [a, b] = pair();
		addRow(a, block, undefined, "r1");
		addRow(a, block, undefined, "r2");
		exchange(a, b);
		removeRow(a, block, undefined, "r1");
		cellText(b, block, undefined, "r1", "note")?.insert(0, "noch schnell");
		exchange(a, b);
		expect(ids(a)).toEqual(["r2"]);
		expect(restoreRow(a, block, undefined, "r1")).toBe(true);
		expect(restoreRow(a, block, undefined, "r1")).toBe(true);
		expect(ids(a)).toEqual(["r1", "r2"]);
		expect(tableBlock.read(a, block).rows[0]?.cells.note).toBe("noch schnell");
	});

	it("lets a removed row go for good with the next one", () => {
		const doc = new Y.Doc();
		for (const id of ["a", "b", "c"]) addRow(doc, block, undefined, id);
		removeRow(doc, block, undefined, "a");
		removeRow(doc, block, undefined, "b");
		expect(doc.getArray("list").length).toBe(2);
		expect(restoreRow(doc, block, undefined, "a")).toBe(false);
		expect(ids(doc)).toEqual(["c"]);
		expect(cellText(doc, block, undefined, "a", "note")).toBeNull();
	});

	it("tells rows with the same id apart and keeps both", () => {
		const [a, b] = pair();
		addRow(a, block, undefined, "same");
		addRow(b, block, undefined, "same");
		exchange(a, b);
		expect(ids(a)).toEqual(["same", "same~2"]);
		cellText(a, block, undefined, "same~2", "note")?.insert(0, "zweite");
		expect(tableBlock.read(a, block).rows.map((row) => row.cells.note)).toEqual(["", "zweite"]);
	});
});

describe("actions", () => {
	const steps = blockOf("actions", "steps");

	it("starts open, and a row with nothing but that is empty", () => {
		const doc = new Y.Doc();
		addRow(doc, steps, undefined, "r1");
		const answer = actionsBlock.read(doc, steps);
		expect(answer.rows[0]?.cells).toMatchObject({ status: "open", what: "", due: null });
		expect(actionsBlock.isEmpty(answer)).toBe(true);
		setCell(doc, steps, undefined, "r1", "status", "begun");
		expect(actionsBlock.isEmpty(actionsBlock.read(doc, steps))).toBe(false);
	});

	it("puts nine columns into the five that fit a page", () => {
		const doc = new Y.Doc();
		addRow(doc, steps, undefined, "r1");
		cellText(doc, steps, undefined, "r1", "what")?.insert(0, "Jour fixe einrichten");
		cellText(doc, steps, undefined, "r1", "goal")?.insert(0, "Austausch");
		cellText(doc, steps, undefined, "r1", "contributors")?.insert(0, "Schulamt");
		setCell(doc, steps, undefined, "r1", "due", "2023-06-01");
		const [table] = actionsBlock.report(steps, actionsBlock.read(doc, steps), "de");
		expect(table).toMatchObject({
			head: ["Maßnahme", "Verantwortlich", "Erster Schritt", "Bis wann", "Status"],
			rows: [["Jour fixe einrichten\nZiel: Austausch", "Mitwirkende: Schulamt", "", "01.06.2023", "offen"]],
		});
	});
});
