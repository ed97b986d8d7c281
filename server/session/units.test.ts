import { expect, test } from "vitest";
import type { UnitRatings } from "../../worksheets/assessment/units.ts";
import { facilitator, participant, Run } from "./testing/workshop.ts";
import { sheetsOfUnits, unitsFor } from "./units.ts";

const counted = (...units: string[]): UnitRatings => ({
	worksheet: "sheet-b",
	question: "stand",
	units: units.map((unit) => ({ unit, people: 3, others: 4, parts: [] })),
});

test("what units have rated is counted on demand, then as it was until it is counted anew or taken away", () => {
	const run = new Run();
	expect(run.try({ type: "units.reveal" })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "session.start" });
	expect(run.try({ type: "units.publish", result: [] })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "units.reveal" });
	expect(run.state.units).toEqual({ at: run.now, result: null });
	run.try({ type: "units.publish", result: [counted("Ahlen")] });
	expect(run.state.units?.result).toEqual([counted("Ahlen")]);
	expect(run.try({ type: "units.publish", result: [] })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "units.hide" });
	expect(run.state.units).toBeNull();
	// Hiding what is not shown is no mistake.
	run.do({ type: "units.hide" });
});

test("it is counted after the end as well, and nobody but those who steer asks for it", () => {
	const run = new Run();
	const [anna = ""] = run.join(1);
	run.do({ type: "session.start" });
	expect(run.try({ type: "units.reveal" }, participant(anna))).toMatchObject({ refused: "forbidden" });
	run.do({ type: "session.end" });
	expect(run.try({ type: "units.reveal" }, facilitator)).toMatchObject({ ok: true });
	expect(run.try({ type: "units.publish", result: [] })).toMatchObject({ ok: true });
});

test("it is shown to all once it is counted, and taken away with the count it was made of", () => {
	const run = new Run().do(
		{ type: "plan.change", phase: "round-2", patch: { sheets: [{ worksheet: "sheet-c", scope: "group" }] } },
		{ type: "session.start" },
		{ type: "groups.create", count: 1 },
		{ type: "phase.go", phase: "round-2" },
	);
	const worksheet = "sheet-c";
	const show = { type: "plenary.show", view: "units", worksheet } as const;
	expect(run.try(show)).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "units.reveal" });
	expect(run.try(show)).toMatchObject({ refused: "wrong-state" });
	run.try({ type: "units.publish", result: [{ ...counted("Ahlen"), worksheet }] });
	run.do({ ...show, view: "heatmap" }, show);
	expect(run.state.spotlight).toEqual({ view: "units", worksheet, dimension: null });
	// Counting anew takes nothing away.
	run.do({ type: "units.reveal" });
	expect(run.state.shown).toEqual([`heatmap/${worksheet}`, `units/${worksheet}`]);
	run.try({ type: "units.publish", result: [{ ...counted("Ahlen"), worksheet }] });
	run.do({ type: "units.hide" });
	expect(run.state).toMatchObject({ units: null, spotlight: null, shown: [`heatmap/${worksheet}`] });
});

test("those who steer hear which units there are, everybody else only whether their own is among them", () => {
	const run = new Run().do({ type: "session.start" }, { type: "units.reveal" });
	expect(unitsFor(run.state, "Ahlen", true)).toEqual({ at: run.now, counted: false, names: [] });
	expect(unitsFor(run.state, "Ahlen", false)).toBeNull();
	run.try({ type: "units.publish", result: [counted("Beckum", "Ahlen"), counted("Ahlen")] });
	const { state } = run;
	expect(unitsFor(state, undefined, true)).toEqual({ at: run.now, counted: true, names: ["Ahlen", "Beckum"] });
	expect(unitsFor(state, " AHLEN ", false)).toEqual({ at: run.now, counted: true, names: ["Ahlen"] });
	expect(unitsFor(state, " AHLEN ", false)).toBe(unitsFor(state, "ahlen", false));
	for (const other of ["Oelde", "", undefined]) expect(unitsFor(state, other, false)).toBeNull();
});

test("own sheets count for where their owner comes from", () => {
	const run = new Run();
	const people = run.join(2, (index) => (index === 0 ? "Ahlen" : ""));
	run.do({ type: "session.start" }, { type: "phase.go", phase: "own" });
	const own = sheetsOfUnits(run.state);
	expect(new Set(own.map(({ document }) => document.scope.id))).toEqual(new Set(people));
	expect(own.find(({ document }) => document.scope.id === people[0])?.unit).toBe("Ahlen");
	run.do({ type: "participant.remove", participant: people[0] ?? "" });
	expect(sheetsOfUnits(run.state).map(({ document }) => document.scope.id)).not.toContain(people[0]);
});
