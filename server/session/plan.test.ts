import { expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { groupingOf } from "./grouping-of.ts";
import { Run } from "./testing/workshop.ts";

const ids = (run: Run) => run.state.phases.map(({ id }) => id);
const PLAN = ["welcome", "own", "round-1", "results", "pause", "round-2", "closing"];
const add = { type: "plan.add", kind: "break", title: "Kaffee", minutes: 15 } as const;

test("a phase comes behind the one that is named, or first", () => {
	const run = new Run().do({ ...add, after: "own" }, { ...add, after: null, title: "Vorab" });
	const [first, , , fourth] = run.state.phases;
	expect(first).toMatchObject({ title: "Vorab", kind: "break", minutes: 15, sheets: [], assignment: "" });
	expect(fourth).toMatchObject({ title: "Kaffee" });
	expect(ids(run).filter((id) => PLAN.includes(id))).toEqual(PLAN);
	expect(run.try({ ...add, after: "nowhere" })).toMatchObject({ refused: "not-found" });
});

test("a plan takes so many phases and no more", () => {
	const run = new Run();
	while (run.state.phases.length < LIMITS.phases) run.do({ ...add, after: null });
	expect(run.try({ ...add, after: null })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "plan.remove", phase: "pause" }, { ...add, after: null });
	expect(run.try({ type: "plan.restore", phase: "pause" })).toMatchObject({ refused: "wrong-state" });
});

test("a phase moves to a place among all, at most to the last", () => {
	const run = new Run().do({ type: "plan.move", phase: "closing", to: 0 }, { type: "plan.move", phase: "own", to: 50 });
	expect(ids(run)).toEqual(["closing", "welcome", "round-1", "results", "pause", "round-2", "own"]);
	const before = run.state;
	run.do({ type: "plan.move", phase: "own", to: 6 });
	expect(run.state).toBe(before);
});

test("a removed phase comes back where it stood, with all it was, until the next one goes", () => {
	const run = new Run().do({ type: "plan.remove", phase: "round-1" });
	expect(ids(run)).not.toContain("round-1");
	run.do({ type: "plan.restore", phase: "round-1" });
	expect(run.state.phases).toEqual(new Run().state.phases);
	expect(run.state.removedPhase).toBeNull();
	run.do({ type: "plan.remove", phase: "own" }, { type: "plan.remove", phase: "pause" });
	expect(run.try({ type: "plan.restore", phase: "own" })).toMatchObject({ refused: "not-found" });
	run.do({ type: "plan.restore", phase: "pause" });
});

test("groups that were made for a removed phase come back with it", () => {
	const run = new Run();
	run.join(4);
	run.do(
		{ type: "groups.create", count: 2, phase: "round-2" },
		{ type: "groups.assign", strategy: "random", phase: "round-2" },
	);
	const grouping = groupingOf(run.state, "round-2");
	const groups = run.state.groupings.find(({ id }) => id === grouping);
	run.do({ type: "plan.remove", phase: "round-2" }, { type: "groups.create", count: 3, phase: "round-1" });
	run.do({ type: "plan.restore", phase: "round-2" });
	expect(run.state.groupings.find(({ id }) => id === grouping)).toEqual(groups);
	expect(groupingOf(run.state, "round-2")).toBe(grouping);
});

test("the last phase stays", () => {
	const run = new Run();
	for (const phase of PLAN.slice(1)) run.do({ type: "plan.remove", phase });
	expect(run.try({ type: "plan.remove", phase: "welcome" })).toMatchObject({ refused: "wrong-state" });
});

test("while the workshop runs, what was entered stays where it is and nothing new comes before it", () => {
	const run = new Run().do({ type: "session.start" }, { type: "phase.go", phase: "own" });
	for (const phase of ["welcome", "own"]) {
		expect(run.try({ type: "plan.move", phase, to: 4 })).toMatchObject({ refused: "wrong-state" });
		expect(run.try({ type: "plan.remove", phase })).toMatchObject({ refused: "wrong-state" });
	}
	expect(run.try({ type: "plan.move", phase: "pause", to: 1 })).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ ...add, after: "welcome" })).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ ...add, after: null })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "plan.move", phase: "pause", to: 2 }, { ...add, after: "own" });
	expect(run.state.phases.map(({ title }) => title).slice(0, 4)).toEqual(["Ankommen", "Allein", "Kaffee", "Pause"]);
});

test("a phase that was skipped may come once more, behind the one the room is in", () => {
	const run = new Run().do({ type: "session.start" }, { type: "phase.go", phase: "results" });
	run.do({ type: "plan.move", phase: "own", to: 3 });
	expect(ids(run)).toEqual(["welcome", "round-1", "results", "own", "pause", "round-2", "closing"]);
});

test("a phase removed before the room went past its place comes back behind the room", () => {
	const run = new Run().do({ type: "session.start" }, { type: "plan.remove", phase: "own" });
	run.do({ type: "phase.go", phase: "results" }, { type: "plan.restore", phase: "own" });
	expect(ids(run)).toEqual(["welcome", "round-1", "results", "own", "pause", "round-2", "closing"]);
});

test("nobody is dealt anew in a phase they were in", () => {
	const run = new Run();
	run.join(4);
	run.do(
		{ type: "groups.create", count: 2, phase: "round-1" },
		{ type: "plan.add", kind: "group", after: "round-1", title: "Zwischenrunde", minutes: 10 },
	);
	const between = run.state.phases[3]?.id ?? "";
	run.do(
		{ type: "groups.create", count: 2, phase: between },
		{ type: "session.start" },
		{ type: "phase.go", phase: "results" },
		{ type: "phase.go", phase: "closing" },
		{ type: "phase.go", phase: "welcome" },
	);
	// The results are those of the groups in between, which nobody has entered.
	const grouping = groupingOf(run.state, "results");
	expect(run.try({ type: "plan.remove", phase: between })).toMatchObject({ refused: "wrong-state" });
	expect(run.try({ type: "plan.move", phase: between, to: 5 })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "plan.move", phase: "round-1", to: 1 }, { type: "plan.remove", phase: "round-2" });
	expect(groupingOf(run.state, "results")).toBe(grouping);
});

test("a phase to which everybody is being brought stays", () => {
	const run = new Run().do({ type: "session.start" }, { type: "recall.start", ms: 60_000, phase: "results" });
	expect(run.try({ type: "plan.remove", phase: "results" })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "recall.cancel" }, { type: "plan.remove", phase: "results" });
});

test("sheets of a phase that came new are opened when it is entered", () => {
	const run = new Run().do({ ...add, after: "welcome" });
	const id = run.state.phases[1]?.id ?? "";
	run.do({
		type: "plan.change",
		phase: id,
		patch: { kind: "plenary", sheets: [{ worksheet: "sheet-a", scope: "plenary" }] },
	});
	run.do({ type: "session.start" });
	expect(run.state.documents).toEqual([]);
	run.do({ type: "phase.go", phase: id });
	expect(run.state.documents).toMatchObject([{ worksheet: "sheet-a", scope: { kind: "plenary" } }]);
});
