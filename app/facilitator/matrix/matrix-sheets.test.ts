import { expect, test } from "vitest";
import type { Worksheet } from "../../../worksheets/schema/worksheet.ts";
import { document, testId, testSnapshot } from "../../session/session-fixture.ts";
import { matrixSheets } from "./matrix-sheets.ts";

const text = (value: string) => ({ de: value, en: value });
const question = (id: string, over?: string) => ({
	id,
	type: "rich-text" as const,
	label: text(`Frage ${id}`),
	...(over === undefined ? {} : { repeat: { over } }),
});

function sheet(id: string, blocks: Worksheet["sections"][number]["blocks"]): Worksheet {
	const sections = [{ id: "questions", title: text("Fragen"), blocks }];
	return { kind: "worksheet", id, version: 1, title: text(`Blatt ${id}`), purpose: text("Zweck"), sections };
}

const worksheets = {
	modules: sheet("modules", [question("what"), question("why")]),
	challenges: sheet("challenges", [question("hard")]),
};
const documents = [
	document("d-ga", "group", "ga", ["group-1", "results"]),
	document("d-gb", "group", "gb", ["group-1", "results"]),
	{ ...document("d-gb2", "group", "gb", ["group-2"]), worksheet: "challenges" },
];

test("every group has a row, in the groups' order, with its own cells and when it last wrote", () => {
	const progress = [
		{ id: testId("d-gb"), questions: [{ name: "what", state: "done" as const }], lastChangeAt: 5 },
		{ id: testId("d-gb2"), questions: [{ name: "hard", state: "started" as const }], lastChangeAt: 9 },
	];
	const [only, ...others] = matrixSheets(testSnapshot({ documents, progress }), worksheets);
	expect(others).toEqual([]);
	expect(only?.title).toBe("Blatt modules");
	expect(only?.columns).toEqual([
		{ number: 1, label: "Frage what" },
		{ number: 2, label: "Frage why" },
	]);
	expect(only?.rows.map((row) => [row.document, row.cells.map(({ state }) => state), row.lastChangeAt])).toEqual([
		[testId("d-ga"), ["empty", "empty"], null],
		[testId("d-gb"), ["done", "empty"], 5],
	]);
});

test("between group phases every sheet has a matrix of those groups that have it", () => {
	const sheets = matrixSheets(testSnapshot({ documents, currentPhase: "welcome" }), worksheets);
	expect(sheets.map(({ id, rows }) => [id, rows.map(({ index }) => index)])).toEqual([
		["modules", [0, 1]],
		["challenges", [1]],
	]);
});

test("a question that groups are asked about different things has no words of its own", () => {
	const repeating = {
		...worksheets.modules,
		sections: [
			{ id: "each", title: text("Je Baustein"), repeat: { over: "what" }, blocks: [question("a"), question("b")] },
		],
	};
	const counted = (names: string[]) => names.map((name) => ({ name, state: "empty" as const }));
	const progress = [
		{ id: testId("d-ga"), questions: counted(["a/x", "b/x", "a/y", "b/y"]), lastChangeAt: null },
		{ id: testId("d-gb"), questions: counted(["a/x", "a/y"]), lastChangeAt: null },
	];
	const [matrix] = matrixSheets(testSnapshot({ documents, progress }), { modules: repeating });
	expect(matrix?.rows.map(({ cells }) => cells.map(({ name }) => name))).toEqual([
		["a/x", "b/x", "a/y", "b/y"],
		["a/x", "a/y", "b"],
	]);
	expect(matrix?.columns.map(({ label }) => label)).toEqual(["Frage a", null, null, "Frage b"]);
});

test("without groups, or without anything to answer, there is no matrix", () => {
	expect(matrixSheets(testSnapshot({ groups: [], documents }), worksheets)).toEqual([]);
	expect(matrixSheets(testSnapshot({ documents }), { modules: sheet("modules", []) })).toEqual([]);
});
