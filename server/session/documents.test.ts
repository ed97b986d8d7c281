import { describe, expect, test } from "vitest";
import { phasesOf } from "./documents.ts";
import { Run } from "./testing/workshop.ts";

const keys = (run: Run) =>
	run.state.documents.map(({ worksheet, scope }) => `${worksheet} ${scope.kind} ${scope.id ?? ""}`.trim());

describe("documents", () => {
	test("are opened by the first phase that uses them, and not before", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		run.do({ type: "groups.create", count: 2 }, { type: "session.start" });
		expect(keys(run)).toEqual([]);
		run.do({ type: "phase.go", phase: "own" });
		expect(keys(run)).toEqual([`sheet-a participant ${person}`]);
		run.do({ type: "phase.go", phase: "round-1" });
		expect(keys(run).slice(1)).toEqual([`sheet-a group ${run.group(0)}`, `sheet-a group ${run.group(1)}`]);
	});

	test("of a sheet that two phases use for the same groups are the same", () => {
		const run = new Run().do({ type: "groups.create", count: 1 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "round-1" }, { type: "phase.go", phase: "round-2" });
		const group = run.group(0);
		expect(keys(run)).toEqual([`sheet-a group ${group}`, `sheet-b group ${group}`]);
		expect(run.state.documents.map((document) => phasesOf(run.state, document))).toEqual([
			["round-1", "results", "round-2"],
			["round-2"],
		]);
	});

	test("are opened for groups that are made after their phase has begun, and for late joiners", () => {
		const run = new Run().do({ type: "session.start" }, { type: "phase.go", phase: "own" });
		run.do({ type: "phase.go", phase: "round-1" });
		expect(keys(run)).toEqual([]);
		run.do({ type: "groups.create", count: 1 });
		expect(keys(run)).toEqual([`sheet-a group ${run.group(0)}`]);
		const [late] = run.join(1);
		expect(keys(run)).toContain(`sheet-a participant ${late}`);
	});

	test("are not opened by a phase that only shows the sheet", () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "results" });
		expect(keys(run)).toEqual(["sheet-b plenary"]);
	});

	test("of two groupings name the rounds each belongs to", () => {
		const run = new Run().do(
			{ type: "groups.create", count: 1 },
			{ type: "groups.create", count: 1, phase: "round-2" },
		);
		run.do({ type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const first = run.group(0);
		run.do({ type: "phase.go", phase: "round-2" });
		const phases = (group: string) => {
			const document = run.state.documents.find(
				({ worksheet, scope }) => worksheet === "sheet-a" && scope.id === group,
			);
			return document && phasesOf(run.state, document);
		};
		expect(phases(first)).toEqual(["round-1", "results"]);
		expect(phases(run.group(0))).toEqual(["results", "round-2"]);
	});

	test("are announced as facts when they are opened, each once", () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		const opened = (decision: ReturnType<Run["try"]>) =>
			decision.ok ? decision.facts.filter((fact) => fact.type === "document-opened").length : -1;
		expect(opened(run.try({ type: "phase.go", phase: "round-1" }))).toBe(2);
		expect(opened(run.try({ type: "phase.go", phase: "round-1" }))).toBe(0);
	});

	test("can be locked and unlocked, and locking twice is no mistake", () => {
		const run = new Run().do({ type: "session.start" }, { type: "phase.go", phase: "results" });
		const [document] = run.state.documents;
		const id = document?.id ?? "";
		run.do({ type: "worksheet.lock", document: id }, { type: "worksheet.lock", document: id });
		expect(run.state.documents[0]?.locked).toBe(true);
		run.do({ type: "worksheet.unlock", document: id });
		expect(run.state.documents[0]?.locked).toBe(false);
	});
});
