import { expect, test } from "vitest";
import { mySheets, phaseSheets } from "../phase-sheets.ts";
import { document, testId, testSnapshot } from "../session-fixture.ts";
import { tableSheets } from "./table-sheets.ts";
import { roundPhase } from "./use-turns.ts";

const person = (id: string, name: string) => ({ id: testId(id), name });
const table = testSnapshot({
	you: {
		role: "participant",
		participantId: testId("p1"),
		name: "Tisch 3",
		people: [person("p1", "Ada"), person("x2", "Bo"), { ...person("x3", "Cem"), left: true }],
		turns: [],
	},
	documents: [
		document("d-cem", "participant", "x3", ["alone"]),
		document("d-bo", "participant", "x2", ["alone"]),
		document("d-ada", "participant", "p1", ["alone"]),
		{ ...document("d-notes", "participant", "p1", []), worksheet: "notes" },
		document("d-ga", "group", "ga", ["group-1"]),
	],
});
const sheet = (id: string) => {
	const found = table.documents.find((one) => one.id === testId(id));
	if (found === undefined) throw new Error(`no sheet ${id}`);
	return found;
};

test("everybody's own sheet of a worksheet belongs together, in the order of the table", () => {
	const ids = [testId("d-ada"), testId("d-bo"), testId("d-cem")];
	expect(tableSheets(table, sheet("d-bo")).map(({ id }) => id)).toEqual(ids);
	expect(tableSheets(table, sheet("d-notes"))).toEqual([]);
	expect(tableSheets(table, sheet("d-ga"))).toEqual([]);
});

test("lists name them once", () => {
	expect(mySheets(table).map(({ id }) => id)).toEqual(["d-ada", "d-notes", "d-ga"].map(testId));
	const alone = table.phases.find(({ id }) => id === "alone");
	expect(alone && phaseSheets(table, alone).map(({ document: { id } }) => id)).toEqual([testId("d-ada")]);
});

test("who is alone has one sheet as ever", () => {
	const snapshot = testSnapshot();
	expect(snapshot.documents.flatMap((one) => tableSheets(snapshot, one))).toEqual([]);
});

test("a sheet goes round in the phase that uses it now, else in the last that did", () => {
	const entered = (...ids: string[]) =>
		table.phases.map((phase) => ({ ...phase, enteredAt: ids.includes(phase.id) ? 1 : null }));
	const twice = { ...sheet("d-ada"), phases: ["alone", "results"] };
	expect(roundPhase({ ...table, currentPhase: "results" }, twice)).toBe("results");
	expect(roundPhase({ ...table, currentPhase: "group-1", phases: entered("alone", "group-1") }, twice)).toBe("alone");
	expect(roundPhase({ ...table, currentPhase: null, phases: entered() }, twice)).toBeUndefined();
	expect(roundPhase(table, sheet("d-notes"))).toBeUndefined();
});
