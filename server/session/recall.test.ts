import { describe, expect, test } from "vitest";
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
});
