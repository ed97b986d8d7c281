import { expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { AnswerBoard } from "./answer-board.ts";
import { ratingsIn } from "./asking.ts";
import { ratedFirst } from "./rated-first.ts";
import type { SessionState } from "./state.ts";
import { participant, RATINGS, Run, WORKSHEETS } from "./testing/workshop.ts";

/** Two people in group A and one in group B, where each rates alone what the group agrees on. */
function scene() {
	const run = new Run();
	const [anna = "", ben = "", cleo = ""] = run.join(3);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "round-2" }, { type: "groups.create", count: 2 });
	run.seat([anna, 0], [ben, 0], [cleo, 1]);
	const sheet = (owner: string) => {
		const found = run.state.documents.find(({ worksheet, scope }) => worksheet === "sheet-b" && scope.id === owner);
		if (found === undefined) throw new Error("no such sheet");
		return found;
	};
	const here = sheet(run.group(0));
	const place = { document: here.id, question: "stand" };
	return { run, anna, ben, cleo, sheet, here, place };
}

test("revealed ratings are counted, then have their result, and get another one only when they were opened again", () => {
	const { run, place } = scene();
	expect(run.try({ type: "rating.publish", ...place, result: RATINGS, counted: [] })).toMatchObject({
		refused: "wrong-state",
	});
	expect(run.try({ type: "rating.reopen", ...place })).toMatchObject({ refused: "wrong-state" });
	run.do({ type: "rating.reveal", ...place });
	expect(run.state.reveals).toEqual([{ ...place, result: null, counted: null, at: run.now }]);
	// A count that failed is done once more.
	run.do({ type: "rating.reveal", ...place });
	expect(run.try({ type: "rating.publish", ...place, result: RATINGS, counted: [] })).toMatchObject({ ok: true });
	expect(run.state.reveals).toEqual([{ ...place, result: RATINGS, counted: [], at: run.now }]);
	expect(run.try({ type: "rating.reveal", ...place })).toMatchObject({ refused: "wrong-state" });
	const other = { ...RATINGS, submitted: 0 };
	expect(run.try({ type: "rating.publish", ...place, result: other, counted: [] })).toMatchObject({
		refused: "wrong-state",
	});
	run.do({ type: "rating.reopen", ...place });
	expect(run.state.reveals).toEqual([]);
});

test("a group reveals for itself, whoever of it may write, and nobody else's", () => {
	const { run, anna, ben, cleo, sheet, place } = scene();
	const reveal = { type: "rating.reveal", ...place } as const;
	expect(run.try(reveal, participant(cleo))).toMatchObject({ refused: "forbidden" });
	expect(run.try({ ...reveal, document: sheet(anna).id })).toMatchObject({ refused: "forbidden" });
	expect(run.try({ ...reveal, document: sheet(anna).id }, participant(anna))).toMatchObject({ refused: "forbidden" });
	run.do({ type: "participant.mute", participant: ben, muted: true });
	expect(run.try(reveal, participant(ben))).toMatchObject({ refused: "forbidden" });
	run.do({ type: "worksheet.lock", document: place.document });
	expect(run.try(reveal, participant(anna))).toMatchObject({ refused: "forbidden" });
	run.do({ type: "worksheet.unlock", document: place.document });
	expect(run.try(reveal, participant(anna))).toMatchObject({ ok: true });
	expect(run.try({ type: "rating.reopen", ...place }, participant(cleo))).toMatchObject({ refused: "forbidden" });
	expect(run.try({ type: "rating.reopen", ...place }, participant(anna))).toMatchObject({ ok: true });
	expect(run.try({ type: "rating.reveal", ...place, document: sheet(run.group(1)).id })).toMatchObject({ ok: true });
});

test("only what people rate alone can be revealed, as it is named, and not without end", () => {
	const { run, place } = scene();
	for (const question of ["answer", "choice", "stand/board", "elsewhere"]) {
		expect(run.try({ type: "rating.reveal", ...place, question })).toMatchObject({ refused: "wrong-state" });
	}
	const plenary = run
		.do({ type: "phase.go", phase: "results" })
		.state.documents.find(({ scope }) => scope.kind === "plenary");
	// The plenary's sheet of the same worksheet is in a phase in which nobody has one alone.
	expect(run.try({ type: "rating.reveal", document: plenary?.id ?? "", question: "stand" })).toMatchObject({
		refused: "wrong-state",
	});
	const one = { document: place.document, result: null, counted: null, at: 0 };
	const reveals = Array.from({ length: LIMITS.revealsPerDocument }, (_, n) => ({ ...one, question: `q${n}` }));
	run.state = { ...run.state, reveals };
	expect(run.try({ type: "rating.reveal", ...place })).toMatchObject({ refused: "full" });
});

test("what is rated alone goes by the sections that a phase, once entered, lays before everybody alone", () => {
	const { run, here } = scene();
	const worksheet = WORKSHEETS.get("sheet-b");
	const rated = (change: (state: SessionState) => SessionState) =>
		ratedFirst(change(run.state), here, worksheet).map(({ id }) => id);
	const using = (use: object) => (state: SessionState) => ({
		...state,
		phases: state.phases.map((phase) => ({
			...phase,
			sheets: phase.sheets.map((sheet) => (sheet.scope === "participant" ? { ...sheet, ...use } : sheet)),
		})),
	});
	expect(rated((state) => state)).toEqual(["stand"]);
	expect(rated(using({ sections: ["only"] }))).toEqual(["stand"]);
	expect(rated(using({ sections: ["another"] }))).toEqual([]);
	expect(rated(using({ readOnly: true }))).toEqual([]);
	const notYet = (state: SessionState) => ({
		...state,
		phases: state.phases.map((phase) => (phase.id === "round-2" ? { ...phase, enteredAt: null } : phase)),
	});
	expect(rated(notYet)).toEqual([]);
});

test("how many have submitted changes with those who are asked and what they submit, and with nothing else", () => {
	const { run, anna, ben, cleo, sheet, here } = scene();
	const board = new AnswerBoard((state) => ratingsIn(state, WORKSHEETS));
	const now = () => board.counts(run.state).get(here.id);
	expect(now()).toEqual({ eligible: 2, answered: new Map() });
	expect(board.unknown(run.state)).toEqual(expect.arrayContaining([here.id, sheet(anna).id, sheet(ben).id]));
	board.report(here.id, ["stand", "elsewhere"]);
	expect(now()).toEqual({ eligible: 2, answered: new Map([["stand", 0]]) });
	board.report(sheet(anna).id, ["stand"]);
	board.report(sheet(cleo).id, ["stand"]);
	expect(now()).toEqual({ eligible: 2, answered: new Map([["stand", 1]]) });
	const before = board.counts(run.state);
	board.report(sheet(anna).id, ["other", "stand"]);
	run.do({ type: "broadcast", text: "Noch fünf Minuten" });
	expect(board.counts(run.state)).toBe(before);
	board.report(sheet(anna).id, []);
	expect(now()).toEqual({ eligible: 2, answered: new Map([["stand", 0]]) });
	expect(board.unknown(run.state)).not.toContain(sheet(anna).id);
	run.do({ type: "participant.remove", participant: ben });
	expect(now()).toMatchObject({ eligible: 1 });
});
