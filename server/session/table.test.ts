import { expect, test } from "vitest";
import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { can } from "../access/can.ts";
import { dealRandomly } from "./deal.ts";
import { lookups } from "./lookups.ts";
import { answerersOf, ownSheetsFor } from "./own-sheets.ts";
import { seeded } from "./seeded.ts";
import { facilitator, NO_BOARDS, observer, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";
import { view } from "./view.ts";
import { isCounted } from "./votes.ts";

type SetPeople = Extract<Command, { type: "people.set" }>;

const TABLE = "t".repeat(22);

function joinTable(run: Run, people: readonly string[] = ["", "", ""], id = TABLE): void {
	const join = { type: "participant.join", id, name: "Tisch 3", people: people.map((name) => ({ name })) } as const;
	const joined = run.try(join, participant(id));
	if (!joined.ok) throw new Error(joined.refused);
}

const people = (run: Run, id = TABLE) => run.state.participants.find((one) => one.id === id)?.people ?? [];
const seen = (run: Run, id = TABLE) => view(run.state, NO_BOARDS, participant(id), { version: 1, now: run.now });
const ownSheets = (run: Run, worksheet: string, id = TABLE) =>
	seen(run, id).documents.filter(({ scope, ...one }) => scope.kind === "participant" && one.worksheet === worksheet);

/** The table's list as it is, with changes. */
function listed(run: Run, change: (list: SetPeople["people"]) => SetPeople["people"]): SetPeople {
	const here = people(run).filter(({ left }) => !left);
	return { type: "people.set", people: change(here.map(({ id, name }) => ({ id, name }))) };
}

test("who joins as several is the first of them; who has no name gets a number", () => {
	const run = new Run();
	joinTable(run, ["", "Berna", "", "Berna"]);
	expect(people(run).map(({ name }) => name)).toEqual(["Person 1", "Berna", "Person 3", "Berna (2)"]);
	expect(people(run)[0]?.id).toBe(TABLE);
	expect(new Set(people(run).map(({ id }) => id)).size).toBe(4);
});

test("names are for the table alone; how many they are is for all", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	joinTable(run, ["Ada", "Berna"]);
	expect(seen(run).you.people?.map(({ name }) => name)).toEqual(["Ada", "Berna"]);
	for (const actor of [facilitator, observer, participant(anna)]) {
		const snapshot = view(run.state, NO_BOARDS, actor, { version: 1, now: run.now });
		expect(JSON.stringify(snapshot)).not.toContain("Berna");
		expect(snapshot.participants.map((one) => one.people)).toEqual([undefined, 2]);
	}
});

test("each has a sheet of their own where people judge, and the table one where they write", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	joinTable(run);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "closing" });
	expect(ownSheets(run, "sheet-a").map(({ scope }) => scope.id)).toEqual([TABLE]);
	expect(ownSheets(run, "sheet-b").map(({ scope }) => scope.id)).toEqual(people(run).map(({ id }) => id));
	expect(ownSheets(run, "sheet-b").every(({ access }) => access === "write")).toBe(true);
	expect(ownSheets(run, "sheet-b", anna)).toHaveLength(1);
	for (const { id } of ownSheets(run, "sheet-b")) {
		for (const actor of [facilitator, observer, participant(anna)]) {
			expect(can(run.state, actor, { to: "open", document: id })).toMatchObject({ refused: "forbidden" });
		}
	}
});

test("each of them votes, in the plenary and in the group of their device", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	joinTable(run);
	run.do({ type: "groups.create", count: 2 }, { type: "session.start" });
	run.do({ type: "groups.move", participant: TABLE, group: run.group(0) });
	run.do({ type: "phase.go", phase: "results" }, { type: "phase.go", phase: "closing" });
	const [plenary] = run.state.documents.filter(({ scope }) => scope.kind === "plenary");
	if (plenary === undefined) throw new Error("no plenary sheet");
	const ids = people(run).map(({ id }) => id);
	expect(answerersOf(run.state, plenary)).toEqual([anna, ...ids]);
	expect(answerersOf(run.state, { scope: { kind: "group", id: run.group(0) } })).toEqual(ids);
	const sheets = ownSheetsFor(run.state, plenary);
	expect(new Set(sheets).size).toBe(4);
	expect(sheets).not.toContain(undefined);
	run.do({ type: "vote.close", document: plenary.id });
	for (const sheet of ownSheets(run, "sheet-b")) {
		expect(sheet.access).toBe("read");
		expect(isCounted(run.state, sheet)).toBe(true);
	}
});

test("one who is alone becomes a table, and what they had stays theirs", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	const [before] = ownSheets(run, "sheet-b", anna);
	run.as(participant(anna), { type: "people.set", people: [{ id: anna, name: "Anna" }, { name: "" }] });
	expect(people(run, anna).map(({ name }) => name)).toEqual(["Anna", "Person 2"]);
	expect(ownSheets(run, "sheet-b", anna)).toHaveLength(2);
	expect(ownSheets(run, "sheet-b", anna)[0]?.id).toBe(before?.id);
});

test("people come late and are renamed, and nobody who has sheets goes unsaid", () => {
	const run = new Run();
	joinTable(run, ["", "", ""]);
	const [, second, third] = people(run);
	// Before there is a sheet, who does not come after all is simply not there.
	const two = listed(run, (list) => list.slice(0, 2));
	run.as(participant(TABLE), { ...two, leaving: [third?.id ?? ""] });
	expect(people(run)).toHaveLength(2);
	run.as(
		participant(TABLE),
		listed(run, (list) => [...list, { name: "Cem" }]),
	);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	const without = listed(run, (list) => list.filter(({ id }) => id !== second?.id));
	expect(run.try(without, participant(TABLE))).toMatchObject({ refused: "wrong-state" });
	run.as(participant(TABLE), { ...without, leaving: [second?.id ?? ""] });
	expect(people(run).map(({ name, left = false }) => [name, left])).toEqual([
		["Person 1", false],
		["Cem", false],
		["Person 2", true],
	]);
	expect(ownSheets(run, "sheet-b").map(({ access }) => access)).toEqual(["write", "write", "read"]);
	expect(lookups(run.state).deviceOf.has(third?.id ?? "")).toBe(false);
	const [plenary] = run.do({ type: "phase.go", phase: "results" }).state.documents.slice(-1);
	expect(plenary && answerersOf(run.state, plenary)).toHaveLength(2);
	// Back again, under another name, to the same sheet.
	run.as(
		participant(TABLE),
		listed(run, (list) => [...list, { id: second?.id, name: "Dana" }]),
	);
	expect(ownSheets(run, "sheet-b").map(({ access }) => access)).toEqual(["write", "write", "write"]);
	expect(people(run).map(({ name }) => name)).toEqual(["Person 1", "Cem", "Dana"]);
	run.as(
		participant(TABLE),
		listed(run, (list) => list.map((one, index) => (index === 1 ? { ...one, name: "Cemile" } : one))),
	);
	expect(people(run)[1]?.name).toBe("Cemile");
});

test("an older list from a second device drops nobody, with sheets or without", () => {
	const run = new Run();
	joinTable(run, ["", ""]);
	const older = listed(run, (list) => [...list, { name: "Dana" }]);
	run.as(
		participant(TABLE),
		listed(run, (list) => [...list, { name: "Cem" }]),
	);
	const before = run.state;
	expect(run.try(older, participant(TABLE))).toMatchObject({ refused: "wrong-state" });
	const [, second, cem] = people(run);
	expect(run.try({ ...older, leaving: [second?.id ?? ""] }, participant(TABLE))).toMatchObject({
		refused: "wrong-state",
	});
	expect(run.state).toBe(before);
	run.as(participant(TABLE), { ...older, leaving: [cem?.id ?? ""] });
	expect(people(run).map(({ name }) => name)).toEqual(["Person 1", "Person 2", "Dana"]);
	// Nor does it bring back who has no sheet to come back to.
	const withCem = listed(run, (list) => [...list, { id: cem?.id, name: "Cem" }]);
	expect(run.try(withCem, participant(TABLE))).toMatchObject({ refused: "wrong-state" });
});

test("who was told apart by a number keeps it, and who comes gets one that nobody had", () => {
	const run = new Run();
	joinTable(run, ["", "", ""]);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	const [, second] = people(run);
	const rest = listed(run, (list) => [...list.filter(({ id }) => id !== second?.id), { name: "" }]);
	run.as(participant(TABLE), { ...rest, leaving: [second?.id ?? ""] });
	expect(people(run).map(({ name }) => name)).toEqual(["Person 1", "Person 3", "Person 4", "Person 2"]);
});

test("nobody is put at another's table, nor twice at their own, and the participant comes first", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	joinTable(run);
	const other = people(run)[1]?.id ?? "";
	const set = (list: SetPeople["people"]) => run.try({ type: "people.set", people: list }, participant(anna));
	expect(
		set([
			{ id: anna, name: "" },
			{ id: other, name: "" },
		]),
	).toMatchObject({ refused: "wrong-state" });
	expect(set([{ id: UNKNOWN_ID, name: "" }])).toMatchObject({ refused: "invalid" });
	expect(set([{ name: "" }, { name: "" }])).toMatchObject({ refused: "invalid" });
	expect(
		set([
			{ id: anna, name: "" },
			{ id: anna, name: "" },
		]),
	).toMatchObject({ refused: "invalid" });
});

test("a table takes as many seats as people sit there, and no more than there are", () => {
	const run = new Run();
	run.join(LIMITS.participants - 4);
	joinTable(run, ["", "", ""]);
	const id = "v".repeat(22);
	const pair = { type: "participant.join", id, name: "Paar", people: [{ name: "" }, { name: "" }] } as const;
	expect(run.try(pair, participant(id))).toMatchObject({ refused: "full" });
	const grow = (by: number) =>
		run.try(
			listed(run, (list) => [...list, ...Array.from({ length: by }, () => ({ name: "" }))]),
			participant(TABLE),
		);
	expect(grow(2)).toMatchObject({ refused: "full" });
	expect(grow(1).ok).toBe(true);
	expect(run.try({ type: "participant.join", id, name: "Eine" }, participant(id))).toMatchObject({ refused: "full" });
});

test("who comes and goes at a table is bounded", () => {
	const run = new Run();
	joinTable(run, ["", ""]);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	const swap = () => {
		const [first] = listed(run, (list) => list).people;
		const leaving = people(run)
			.slice(1)
			.map(({ id }) => id);
		const list = [{ id: first?.id, name: first?.name ?? "" }, { name: "" }];
		return run.try({ type: "people.set", people: list, leaving: leaving.slice(0, 12) }, participant(TABLE));
	};
	const answers = Array.from({ length: LIMITS.peopleEverAtTable }, swap);
	expect(answers.some((answer) => !answer.ok && answer.refused === "full")).toBe(true);
	expect(people(run).length).toBeLessThanOrEqual(LIMITS.peopleEverAtTable);
});

test("a turn is over for one's own table only, in a phase that uses the sheet", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	joinTable(run);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "closing" });
	const [first, second] = ownSheets(run, "sheet-b");
	const pass = (document = "", phase = "closing") => ({ type: "turn.pass", document, phase }) as const;
	run.as(participant(TABLE), pass(second?.id)).as(participant(TABLE), pass(second?.id));
	expect(seen(run).you.turns).toEqual([{ document: second?.id, phase: "closing" }]);
	expect(run.try(pass(first?.id), participant(anna))).toMatchObject({ refused: "forbidden" });
	expect(run.try(pass(first?.id, "own"), participant(TABLE))).toMatchObject({ refused: "not-found" });
	expect(run.try(pass(UNKNOWN_ID), participant(TABLE))).toMatchObject({ refused: "not-found" });
	const [alone] = ownSheets(run, "sheet-b", anna);
	expect(run.try(pass(alone?.id), participant(anna))).toMatchObject({ refused: "wrong-state" });
	expect(seen(run, anna).you.turns).toBeUndefined();
});

test("a table counts as its people where groups are filled", () => {
	const run = new Run();
	const singles = run.join(4);
	joinTable(run, ["", "", "", ""]);
	run.do({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
	expect(
		run
			.groups()
			.map((members) => members.length)
			.sort(),
	).toEqual([1, 4]);
	run.do({ type: "session.start" });
	run.do({ type: "groups.move", participant: singles[0] ?? "", group: null });
	const [newcomer = ""] = run.join(1);
	expect(run.groups().find((members) => members.includes(newcomer))).not.toContain(TABLE);
	run.do({ type: "groups.assign", strategy: "remix" });
	const sizes = run.groups().map((members) => members.length + (members.includes(TABLE) ? 3 : 0));
	expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
});

test("without a table people are dealt as ever: in turn, from a group that is chance", () => {
	const groups = ["a", "b", "c"].map((id) => ({ id, name: "", members: [], conferenceUrl: "" }));
	const everyone = Array.from({ length: 8 }, (_, index) => ({ id: `p${index}`, people: [] }));
	const sizes = dealRandomly(groups, everyone, seeded(3)).map(({ members }) => members.length);
	expect([...sizes].sort()).toEqual([2, 3, 3]);
});

test("taken out, a table is gone as one; a rehearsal's end leaves it without sheets", () => {
	const run = new Run();
	joinTable(run);
	run.try({ type: "rehearsal.begin" });
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	run.as(participant(TABLE), { type: "turn.pass", document: ownSheets(run, "sheet-b")[0]?.id ?? "", phase: "closing" });
	run.try({ type: "rehearsal.end" });
	expect(people(run)).toHaveLength(3);
	expect([run.state.documents, run.state.turns]).toEqual([[], []]);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "closing" });
	const [sheet] = ownSheets(run, "sheet-b").slice(1);
	run.do({ type: "participant.remove", participant: TABLE });
	const ask = { to: "open", document: sheet?.id ?? "" } as const;
	expect(can(run.state, participant(TABLE), ask)).toMatchObject({ refused: "removed" });
	const [plenary] = run.do({ type: "phase.go", phase: "results" }).state.documents.slice(-1);
	expect(plenary && answerersOf(run.state, plenary)).toEqual([]);
});
