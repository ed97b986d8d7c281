import { expect, it } from "vitest";
import * as Y from "yjs";
import { place } from "../blocks/ranking-write.ts";
import { addRow, setCell } from "../blocks/table.ts";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { readWorksheet } from "../document/read.ts";
import { actionPlanOf } from "../plan/action-plan.ts";
import { assessmentOf } from "./overview.fixture.ts";
import { partToTakeHome } from "./result-parts.ts";
import type { ResultSheet, Results } from "./results.ts";

const list = blockOf("table", "list");
const steps = blockOf("actions", "steps");

/** A group's sheet that says something of every kind. */
function groupSheet(name: string, note: string): ResultSheet {
	const doc = new Y.Doc();
	place(doc, blockOf("ranking", "modules"), undefined, "board", 0);
	addRow(doc, list, undefined, "r1", { note });
	setCell(doc, list, undefined, "r1", "when", "2026-05-04");
	addRow(doc, steps, undefined, "s1", { what: `=Schritt ${name}`, status: "open" });
	setCell(doc, steps, undefined, "s1", "due", "2026-04-30");
	return {
		document: `d-${name}`,
		worksheet: everyBlock.id,
		worksheetVersion: 1,
		title: everyBlock.title.de,
		scope: { kind: "group", id: name, name },
		credits: { names: [], changedAt: null },
		answered: readWorksheet(doc, everyBlock),
		withheld: false,
		revealed: [],
		late: [
			{
				id: "l",
				at: Date.parse("2026-03-17T10:42:00Z"),
				by: "Ben",
				answers: [{ block: list.id, text: `spät ${note}` }],
			},
		],
	};
}

const sheets = [groupSheet("Gruppe A", "eins"), groupSheet("Gruppe B", "zwei")];
const results: Results = {
	format: "arena-results",
	version: 1,
	exportedAt: Date.parse("2026-03-17T12:00:00Z"),
	interim: true,
	rehearsal: false,
	language: "de",
	part: { kind: "all", of: "" },
	recipient: { role: "facilitator", names: [] },
	workshop: {
		id: "w",
		title: "Häfen",
		template: "t",
		startsAt: Date.parse("2026-03-16T23:30:00Z"),
		endedAt: null,
		place: "",
		series: null,
		deleteOn: Date.parse("2026-06-01T00:00:00Z"),
		participants: 7,
	},
	phases: [],
	groups: [],
	sheets,
	overview: [assessmentOf("Beirat", ["Reichweite", "Wirkung"], { "Gruppe A": [2, null], "Gruppe B": ["unknown", 0] })],
	actionPlan: actionPlanOf(sheets, "de"),
	topics: [{ text: "Räume", group: null, at: Date.parse("2026-03-17T09:00:00Z"), done: false }],
	messages: [],
};
const file = partToTakeHome(results, { kind: "all" }, "Europe/Berlin");
if (file === null) throw new Error("no results");
const { info, tables } = file;
const table = (name: string) => tables.find((one) => one.name === name);

it("says first what the file is: days as days, in the zone of the workshop, and whether it still goes on", () => {
	expect(info.rows).toEqual(
		expect.arrayContaining([
			["Häfen", null],
			["Zwischenstand", "Der Workshop läuft noch."],
			["Datum", { day: "2026-03-17" }],
			["Teilnehmende", 7],
			["Wird in Arena gelöscht am", { day: "2026-06-01" }],
			["Maßnahmen", 2],
		]),
	);
});

it("has as many cells in each row as in the head, and no table without a row", () => {
	for (const { head, rows } of [info, ...tables]) {
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) expect(row).toHaveLength(head.length);
	}
	expect(table("Bewertungen")).toBeUndefined();
});

it("lays the tables of one question below each other, with days as days", () => {
	expect(table(list.label.de)).toMatchObject({
		head: ["Gruppe", "Notiz", "Wer", "Wann", "Klar", "Art", "Stand"],
		rows: [
			["Gruppe A", "eins", "", { day: "2026-05-04" }, "", "", ""],
			["Gruppe B", "zwei", "", { day: "2026-05-04" }, "", "", ""],
		],
	});
});

it("has every step with all its columns, and whether the plan has it", () => {
	const measures = table("Maßnahmen");
	const row = Object.fromEntries((measures?.head ?? []).map((name, at) => [name, measures?.rows[0]?.[at]]));
	expect(row).toMatchObject({
		Maßnahme: "=Schritt Gruppe A",
		"Bis wann": { day: "2026-04-30" },
		Wiedervorlage: null,
		Status: "offen",
		"Es fehlt": "Verantwortliche",
		"Im Maßnahmenplan": "Nein",
	});
});

it("says what was seen side by side with numbers as numbers, and leaves out what nobody has rated", () => {
	expect(table("Überblick")?.rows.map((row) => row.slice(2, 7))).toEqual([
		["Gruppe A", "Beirat", "Reichweite", 2, "gesichert"],
		["Gruppe B", "Beirat", "Reichweite", null, "weiß nicht"],
		["Gruppe B", "Beirat", "Wirkung", 0, "nicht da"],
	]);
	expect(table("Themenspeicher")?.rows).toEqual([["Räume", "Plenum", "offen", { day: "2026-03-17" }]]);
});

it("has what came late among the answers, at its question, and says so", () => {
	const { head = [], rows = [] } = table("Antworten") ?? {};
	expect(head.at(-1)).toBe("Vermerk");
	const late = rows.filter((row) => row.at(-1) !== "");
	expect(late.map((row) => [row[0], ...row.slice(3)])).toEqual([
		["Gruppe A", list.label.de, "spät eins", expect.stringMatching(/^Nachgetragen von Ben, 11:42\sUhr$/)],
		["Gruppe B", list.label.de, "spät zwei", expect.stringMatching(/^Nachgetragen von Ben, 11:42\sUhr$/)],
	]);
});
