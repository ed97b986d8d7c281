import { describe, expect, test } from "vitest";
import { viewsOpenToAll } from "./plenary-views.ts";
import { sessionStateSchema } from "./state.ts";
import { NOW, Run, UNKNOWN_ID } from "./testing/workshop.ts";

const running = (phase = "own") => new Run().do({ type: "session.start" }, { type: "phase.go", phase });

describe("bringing everybody back", () => {
	test("names the next plenary phase and the time, and enters it when that has come", () => {
		const run = running().do({ type: "recall.start", ms: 60_000 });
		expect(run.state.recall).toEqual({ phase: "results", endsAt: NOW + 60_000 });
		run.now += 59_999;
		run.try({ type: "recall.due" });
		expect(run.state.currentPhase).toBe("own");
		run.now += 1;
		run.try({ type: "recall.due" });
		expect(run.state).toMatchObject({ currentPhase: "results", recall: null });
		expect(run.state.history.at(-1)).toEqual({ phase: "results", at: NOW + 60_000 });
	});

	test("goes to the next phase where no plenary one is ahead, and nowhere after the last", () => {
		const run = running("results").do({ type: "recall.start", ms: 30_000 });
		expect(run.state.recall?.phase).toBe("pause");
		run.do({ type: "phase.go", phase: "closing" });
		expect(run.try({ type: "recall.start", ms: 30_000 })).toMatchObject({ ok: false, refused: "wrong-state" });
	});

	test("goes to a phase that is named, also back", () => {
		const run = running().do({ type: "recall.start", ms: 0, phase: "welcome" });
		expect(run.state).toMatchObject({ currentPhase: "welcome", recall: null });
		expect(run.try({ type: "recall.start", ms: 0, phase: "nowhere" })).toMatchObject({ refused: "not-found" });
	});

	test("is over once it is cancelled, another phase is entered, or the workshop has ended", () => {
		const started = () => running().do({ type: "recall.start", ms: 60_000 });
		for (const run of [
			started().do({ type: "recall.cancel" }, { type: "recall.cancel" }),
			started().do({ type: "phase.go", phase: "round-1" }),
			started().do({ type: "session.end" }),
		]) {
			expect(run.state.recall).toBeNull();
			const before = run.state;
			run.now += 120_000;
			run.try({ type: "recall.due" });
			expect(run.state).toBe(before);
		}
	});

	test("needs a session that runs", () => {
		expect(new Run().try({ type: "recall.start", ms: 0 })).toMatchObject({ ok: false, refused: "wrong-state" });
	});
});

/** A group phase with an assessment of modules, not entered yet. */
function beforeAssessing(): Run {
	const sheets = [{ worksheet: "sheet-c", scope: "group" } as const];
	const plan = { type: "plan.change", phase: "round-2", patch: { sheets } } as const;
	return new Run().do({ type: "groups.create", count: 2 }, plan, { type: "session.start" });
}

describe("what is shown to all", () => {
	test("is one sheet at a time, at a question where one is named", () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "round-1" });
		const [first = "", second = ""] = run.state.documents.map(({ id }) => id);
		run.do({ type: "spotlight.show", document: first, question: "answer" });
		expect(run.state.spotlight).toEqual({ document: first, question: "answer" });
		run.do({ type: "spotlight.show", document: second });
		expect(run.state.spotlight).toEqual({ document: second, question: null });
		run.do({ type: "spotlight.hide" }, { type: "spotlight.hide" });
		expect(run.state.spotlight).toBeNull();
		expect(run.try({ type: "spotlight.show", document: UNKNOWN_ID })).toMatchObject({ refused: "not-found" });
	});

	test("is a view of all groups' sheets in place of a sheet, and is remembered once", () => {
		const run = beforeAssessing();
		const show = { type: "plenary.show", view: "heatmap", worksheet: "sheet-c" } as const;
		expect(run.try(show)).toMatchObject({ refused: "not-found" });
		run.do({ type: "phase.go", phase: "round-2" });
		const [sheet = ""] = run.state.documents.filter(({ scope }) => scope.kind === "group").map(({ id }) => id);
		run.do({ type: "spotlight.show", document: sheet }, show);
		expect(run.state.spotlight).toEqual({ view: "heatmap", worksheet: "sheet-c", dimension: null });
		run.do({ ...show, dimension: "lasting" }, show, { ...show, view: "distribution" }, { type: "spotlight.hide" });
		expect(run.state.spotlight).toBeNull();
		expect(run.state.shown).toEqual(["heatmap/sheet-c", "heatmap/sheet-c/lasting", "distribution/sheet-c"]);
		for (const wrong of [{ worksheet: "sheet-a" }, { worksheet: "sheet-none" }, { dimension: "reach" }]) {
			expect(run.try({ ...show, ...wrong })).toMatchObject({ refused: "not-found" });
		}
		run.do(show, { type: "phase.go", phase: "results" });
		expect(run.state.spotlight).toBeNull();
		run.do({ type: "session.end" });
		expect(run.try(show)).toMatchObject({ refused: "ended" });
		expect(viewsOpenToAll(run.state)).toEqual(new Set(run.state.shown));
	});

	test("is open to people as long as it is shown, and where it ever was after the end", () => {
		const run = beforeAssessing().do({ type: "phase.go", phase: "round-2" });
		expect(viewsOpenToAll(run.state).size).toBe(0);
		run.do({ type: "plenary.show", view: "distribution", worksheet: "sheet-c", dimension: "lasting" });
		expect([...viewsOpenToAll(run.state)]).toEqual(["distribution/sheet-c/lasting"]);
		run.do({ type: "plenary.show", view: "heatmap", worksheet: "sheet-c" });
		expect([...viewsOpenToAll(run.state)]).toEqual(["heatmap/sheet-c"]);
		run.do({ type: "spotlight.hide" });
		expect(viewsOpenToAll(run.state).size).toBe(0);
		run.do({ type: "session.end" });
		expect([...viewsOpenToAll(run.state)]).toEqual(["distribution/sheet-c/lasting", "heatmap/sheet-c"]);
	});

	test("is not kept where those who steer take it back, and is hidden with it", () => {
		const run = beforeAssessing().do({ type: "phase.go", phase: "round-2" });
		const view = { view: "heatmap", worksheet: "sheet-c" } as const;
		run.do({ type: "plenary.show", ...view, dimension: "lasting" }, { type: "plenary.show", ...view });
		run.do({ type: "plenary.withdraw", ...view, dimension: "lasting" });
		expect(run.state).toMatchObject({ shown: ["heatmap/sheet-c"], spotlight: { dimension: null } });
		run.do({ type: "plenary.withdraw", ...view });
		expect(run.state).toMatchObject({ shown: [], spotlight: null });
		const before = run.state;
		run.do({ type: "plenary.withdraw", ...view });
		expect(run.state).toBe(before);
		run.do({ type: "session.end" });
		expect(viewsOpenToAll(run.state).size).toBe(0);
	});

	test("can be taken back after the end too: what was shown by mistake stays for nobody", () => {
		const run = beforeAssessing().do({ type: "phase.go", phase: "round-2" });
		const view = { view: "heatmap", worksheet: "sheet-c" } as const;
		run.do({ type: "plenary.show", ...view }, { type: "session.end" });
		expect(run.try({ type: "plenary.show", ...view })).toMatchObject({ ok: false, refused: "ended" });
		run.do({ type: "plenary.withdraw", ...view });
		expect(viewsOpenToAll(run.state).size).toBe(0);
	});

	test("reads from a session stored before there were views, and from one that shows a sheet", () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "round-1" });
		run.do({ type: "spotlight.show", document: run.state.documents[0]?.id ?? "", question: "answer" });
		const { shown: _shown, ...before } = run.state;
		const stored = JSON.parse(JSON.stringify(before));
		expect(stored.spotlight).toEqual({ document: run.state.documents[0]?.id, question: "answer" });
		expect(sessionStateSchema.parse(stored)).toEqual({ ...run.state, shown: [] });
	});
});
