import { describe, expect, test } from "vitest";
import { commandSchema } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { OwnDefinitions } from "./own-dimensions.ts";
import { Run, WORKSHEETS } from "./testing/workshop.ts";

const one = (id: string, label = id) => ({ id, label, help: "" });
const set = (...dimensions: ReturnType<typeof one>[]) =>
	({ type: "workshop.set", details: { dimensions: { preset: null, dimensions } } }) as const;
const RESET = { type: "workshop.set", details: { dimensions: null } } as const;
const SHEETS = [{ worksheet: "sheet-c", scope: "participant" } as const];
/** A sheet that asks by dimensions is open from this phase on. */
const OPEN = [
	{ type: "plan.change", phase: "own", patch: { sheets: SHEETS } },
	{ type: "session.start" },
	{ type: "phase.go", phase: "own" },
] as const;

const formerOf = ({ state }: Run) => state.workshop.formerDimensions.map(({ id, label }) => [id, label]);

describe("setting dimensions", () => {
	test("leaves nothing behind while no sheet is open", () => {
		const run = new Run().do(set(one("a"), one("b")), set(one("c")));
		expect(run.state.workshop.dimensions?.dimensions).toEqual([one("c")]);
		expect(formerOf(run)).toEqual([]);
		expect(run.do(RESET).state.workshop.dimensions).toBeNull();
	});

	test("leaves nothing behind where only sheets are open that do not ask by them", () => {
		const run = new Run();
		run.join(1);
		run.do({ type: "session.start" }, { type: "phase.go", phase: "own" });
		expect(run.state.documents).toHaveLength(1);
		expect(formerOf(run.do(set(one("a")), set(one("b"))))).toEqual([]);
	});

	test("keeps by their last names those that are taken away later, until they come back", () => {
		const run = new Run();
		run.join(1);
		run.do(...OPEN, set(one("a"), one("b")), set(one("a", "Anders")));
		expect(formerOf(run)).toEqual([["b", "b"]]);
		run.do(RESET);
		expect(formerOf(run)).toEqual([
			["b", "b"],
			["a", "Anders"],
		]);
		run.do(set(one("b")));
		expect(formerOf(run)).toEqual([["a", "Anders"]]);
	});

	test("other details leave them alone", () => {
		const run = new Run().do(set(one("a")));
		const { dimensions } = run.state.workshop;
		run.do({ type: "workshop.set", details: { title: "Neu" } });
		expect(run.state.workshop.dimensions).toBe(dimensions);
	});

	test("is refused once more were had than a workshop may name", () => {
		const run = new Run();
		run.join(1);
		run.do(...OPEN);
		for (let index = 0; index <= LIMITS.formerDimensions; index++) run.do(set(one(`d${index}`)));
		expect(run.try(set(one("last")))).toMatchObject({ refused: "too-large" });
		expect(run.do(set(one("d3"))).state.workshop.formerDimensions).toHaveLength(LIMITS.formerDimensions);
	});

	test("takes whole lines, differing ids and names, one at least and twelve at most", () => {
		const fine = commandSchema.parse(set(one("a", " \u202eBürger\u00adnähe ")));
		expect(fine).toMatchObject({ details: { dimensions: { dimensions: [{ label: "Bürgernähe" }] } } });
		for (const wrong of [
			set(),
			set(one("a"), one("a", "b")),
			set(one("a", "x"), one("b", "x")),
			set(one("a", " ")),
			set(one("A")),
			set(one("a", "x".repeat(LIMITS.dimensionCodePoints + 1))),
			set(...Array.from({ length: LIMITS.dimensions + 1 }, (_, index) => one(`d${index}`))),
		]) {
			expect(commandSchema.safeParse(wrong).success).toBe(false);
		}
	});
});

test("what sheets ask is worked out once for each change", () => {
	const run = new Run();
	const definitions = new OwnDefinitions(WORKSHEETS);
	const first = definitions.for(run.state);
	expect(first.get("sheet-a")).toBe(WORKSHEETS.get("sheet-a"));
	run.do({ type: "workshop.set", details: { title: "Neu" } });
	expect(definitions.for(run.state)).toBe(first);
	run.do(set(one("a")));
	expect(definitions.for(run.state)).not.toBe(first);
});
