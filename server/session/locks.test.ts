import { expect, test } from "vitest";
import { Run, UNKNOWN_ID } from "./testing/workshop.ts";

/** Two groups in both rounds, sheets of one's own, and the plenary's. */
function scene(): Run {
	const run = new Run();
	run.join(1);
	run.do({ type: "groups.create", count: 2 }, { type: "session.start" });
	for (const phase of ["own", "results", "round-2"]) run.do({ type: "phase.go", phase });
	return run;
}

const locked = (run: Run) =>
	run.state.documents
		.filter((document) => document.locked)
		.map(({ worksheet, scope }) => {
			const index = run.state.groupings[0]?.groups.findIndex(({ id }) => id === scope.id) ?? -1;
			return `${worksheet} ${scope.kind}${index < 0 ? "" : ` ${index}`}`;
		})
		.sort();

const ROUND_2 = ["sheet-a group 0", "sheet-a group 1", "sheet-b group 0", "sheet-b group 1"];

test("locks what is on the table in the current phase, and opens it again", () => {
	const run = scene().do({ type: "sheets.lock", locked: true });
	expect(locked(run)).toEqual(ROUND_2);
	run.do({ type: "sheets.lock", locked: false });
	expect(locked(run)).toEqual([]);
});

test("locks by phase, by group, and by both; never a participant's own sheet", () => {
	const results = scene().do({ type: "sheets.lock", locked: true, phase: "results" });
	expect(locked(results)).toEqual(["sheet-a group 0", "sheet-a group 1", "sheet-b plenary"]);
	const group = scene();
	group.do({ type: "sheets.lock", locked: true, group: group.group(1) });
	expect(locked(group)).toEqual(["sheet-a group 1", "sheet-b group 1"]);
	const both = scene();
	both.do({ type: "sheets.lock", locked: true, phase: "results", group: both.group(0) });
	expect(locked(both)).toEqual(["sheet-a group 0"]);
	expect(locked(scene().do({ type: "sheets.lock", locked: true, phase: "own" }))).toEqual([]);
});

test("tells only of what it has changed", () => {
	const run = scene();
	const changes = () => {
		const decision = run.try({ type: "sheets.lock", locked: true });
		return decision.ok ? decision.facts.length : -1;
	};
	run.do({
		type: "worksheet.lock",
		document: run.state.documents.find(({ scope }) => scope.kind === "group")?.id ?? "",
	});
	expect(changes()).toBe(3);
	expect(changes()).toBe(0);
});

test("knows its phases and groups, and needs a phase that has begun", () => {
	const run = scene();
	expect(run.try({ type: "sheets.lock", locked: true, phase: "nowhere" })).toMatchObject({ refused: "not-found" });
	expect(run.try({ type: "sheets.lock", locked: true, group: UNKNOWN_ID })).toMatchObject({ refused: "not-found" });
	expect(new Run().try({ type: "sheets.lock", locked: true })).toMatchObject({ refused: "wrong-state" });
});
