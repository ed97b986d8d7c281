import { describe, expect, test } from "vitest";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import { ratingResultSchema } from "../../worksheets/assessment/rating-result.ts";
import type { Actor } from "../access/actor.ts";
import type { AnswerCounts, Progress } from "./boards.ts";
import {
	cofacilitator,
	facilitator,
	NO_BOARDS,
	NOW,
	observer,
	participant,
	RATINGS,
	RESULT,
	Run,
} from "./testing/workshop.ts";
import { view } from "./view.ts";
import { WatchBoard } from "./watch-board.ts";

const look = (
	run: Run,
	actor: Actor,
	progress: Progress = new Map(),
	online: string[] = [],
	ballots: AnswerCounts = new Map(),
) => view(run.state, { ...NO_BOARDS, presence: new Set(online), progress, ballots }, actor, { version: 7, now: NOW });

/** Two people in two groups, each at their group's sheet; `document` is that of the first. */
function apart() {
	const run = new Run();
	const [anna = "", ben = ""] = run.join(2);
	run.do({ type: "session.start" }, { type: "phase.go", phase: "round-2" }, { type: "groups.create", count: 2 });
	run.do({ type: "groups.move", participant: anna, group: run.group(0) });
	run.do({ type: "groups.move", participant: ben, group: run.group(1) });
	const theirs = run.state.documents.find(
		({ worksheet, scope }) => worksheet === "sheet-b" && scope.id === run.group(0),
	);
	return { run, anna, ben, document: theirs?.id ?? "" };
}

describe("what is seen", () => {
	test("the script is for those who steer", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		const scripts = (actor: Actor) => look(run, actor).phases.map((phase) => phase.script);
		expect(scripts(facilitator)[0]).toBe("Nur für die Moderation");
		expect(scripts(cofacilitator)[0]).toBe("Nur für die Moderation");
		expect(JSON.stringify([look(run, observer), look(run, participant(person))])).not.toContain("Nur für");
	});

	test("which series it is, to the letter, is for those who steer", () => {
		const run = new Run().do({ type: "workshop.set", details: { series: { name: "Runder Tisch", number: 2 } } });
		const [person = ""] = run.join(1);
		const series = (actor: Actor) => look(run, actor).workshop.series;
		expect(series(facilitator)).toEqual(run.state.workshop.series);
		expect(series(cofacilitator)).toEqual(run.state.workshop.series);
		for (const actor of [observer, participant(person)]) {
			expect(series(actor)).toEqual({ name: "Runder Tisch", number: 2 });
		}
	});

	test("who is there, with their group and whether they have a line", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2, () => "Kreis");
		run.do({ type: "groups.create", count: 1 });
		run.do({ type: "groups.move", participant: first, group: run.group(0) });
		expect(look(run, participant(second), new Map(), [first]).participants).toEqual([
			{ id: first, name: "Person 1", organisation: "Kreis", online: true, group: run.group(0) },
			{ id: second, name: "Person 2", organisation: "Kreis", online: false },
		]);
		expect(look(run, participant(second)).you).toEqual({
			role: "participant",
			participantId: second,
			name: "Person 2",
		});
		expect(look(run, facilitator).you).toEqual({ role: "facilitator" });
	});

	test("who looks into a group's sheet is told that group and those who steer, and nobody else", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2);
		run.do({ type: "groups.create", count: 2 });
		run.do({ type: "groups.move", participant: first, group: run.group(0) });
		run.do({ type: "groups.move", participant: second, group: run.group(1) });
		run.do({ type: "session.start" }, { type: "phase.go", phase: "results" }, { type: "phase.go", phase: "round-1" });
		const id = (scope: { kind: string; id?: string }) =>
			run.state.documents.find((each) => each.scope.kind === scope.kind && each.scope.id === scope.id)?.id ?? "";
		const group = id({ kind: "group", id: run.group(0) });
		const board = new WatchBoard();
		for (const document of [group, id({ kind: "plenary" })]) board.enter(document, facilitator);
		board.enter(group, observer);
		const watched = (actor: Actor) =>
			view(run.state, { ...NO_BOARDS, watched: board.watched }, actor, { version: 7, now: NOW }).watched;
		const told = [{ id: group, by: ["facilitation", "observers"] }];
		expect(watched(participant(first))).toEqual(told);
		expect(watched(facilitator)).toEqual(told);
		expect(watched(participant(second))).toEqual([]);
		expect(watched(observer)).toEqual([]);
	});

	test("messages and calls of another group are not seen", () => {
		const run = new Run();
		const [first = "", second = "", third = ""] = run.join(3);
		run.do({ type: "groups.create", count: 2 });
		run.do({ type: "groups.move", participant: first, group: run.group(0) });
		run.do({ type: "groups.move", participant: second, group: run.group(1) });
		run.do({ type: "broadcast", text: "Alle" }, { type: "broadcast", text: "Nur A", group: run.group(0) });
		run.as(participant(first), { type: "help.raise" }).as(participant(third), { type: "help.raise" });
		const texts = (actor: Actor) => look(run, actor).messages.map((message) => message.text);
		const calls = (actor: Actor) => look(run, actor).help.map((call) => call.participant);
		expect(texts(participant(first))).toEqual(["Alle", "Nur A"]);
		expect(texts(participant(second))).toEqual(["Alle"]);
		expect(texts(observer)).toEqual(["Alle"]);
		expect(texts(facilitator)).toEqual(["Alle", "Nur A"]);
		expect(calls(participant(first))).toEqual([first]);
		expect(calls(participant(second))).toEqual([]);
		expect(calls(participant(third))).toEqual([third]);
		expect(calls(observer)).toEqual([]);
		expect(calls(facilitator)).toEqual([first, third]);
		expect(look(run, facilitator).help[0]?.group).toBe(run.group(0));
	});

	test("progress is for those who steer, and never that of a participant's own sheet", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		run.do({ type: "groups.create", count: 1 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
		const progress: Progress = new Map(
			run.state.documents.map(({ id }) => [id, { id, questions: [], lastChangeAt: NOW }]),
		);
		const group = run.state.documents.find((document) => document.scope.kind === "group");
		expect(look(run, facilitator, progress).progress.map((entry) => entry.id)).toEqual([group?.id]);
		expect(look(run, participant(person), progress).progress).toEqual([]);
		expect(look(run, observer, progress).progress).toEqual([]);
	});

	test("whose sheet a group's is: its members are inside, everybody else who may look is outside", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2);
		run.do({ type: "groups.create", count: 2 });
		run.do({ type: "groups.move", participant: first, group: run.group(0) });
		run.do({ type: "groups.move", participant: second, group: run.group(1) });
		run.do({ type: "session.start" }, { type: "phase.go", phase: "own" }, { type: "phase.go", phase: "round-1" });
		run.do({ type: "phase.go", phase: "results" });
		const seen = (actor: Actor) =>
			look(run, actor).documents.map(({ scope, outside = false }) => [scope.kind, scope.id === run.group(0), outside]);
		const whole = [
			["group", true, true],
			["group", false, true],
			["plenary", false, false],
		];
		for (const actor of [facilitator, observer]) expect(seen(actor)).toEqual(whole);
		expect(seen(participant(first))).toEqual([
			["participant", false, false],
			["group", true, false],
			["group", false, true],
			["plenary", false, false],
		]);
	});

	test("how many have voted is for whoever may open the sheet, and a result once there is one", () => {
		const run = new Run();
		const [anna = "", ben = ""] = run.join(2);
		run.do({ type: "groups.create", count: 2 }, { type: "groups.assign", strategy: "random" });
		run.do({ type: "session.start" }, { type: "phase.go", phase: "round-1" });
		const own = (id: string) =>
			look(run, participant(id)).documents.find(({ scope }) => scope.kind === "group")?.id ?? "";
		const ballots = new Map([[own(anna), { eligible: 1, answered: new Map([["consent", 1]]) }]]);
		const votes = (id: string) => look(run, participant(id), new Map(), [], ballots).votes;
		expect(votes(ben)).toEqual([]);
		expect(votes(anna)).toEqual([{ id: own(anna), closed: false, eligible: 1, voted: 1 }]);
		run.do({ type: "vote.close", document: own(anna) });
		expect(votes(anna)).toEqual([{ id: own(anna), closed: true, eligible: 1, voted: 1 }]);
		run.try({ type: "vote.publish", document: own(anna), result: RESULT });
		expect(votes(anna)).toEqual([{ id: own(anna), closed: true, eligible: 1, voted: 1, result: RESULT }]);
		expect(votes(ben)).toEqual([]);
	});

	test("how many have submitted a rating is for whoever may open the sheet, and a result once there is one", () => {
		const { run, anna, ben, document } = apart();
		const ratings: AnswerCounts = new Map([[document, { eligible: 1, answered: new Map([["stand", 1]]) }]]);
		const seen = (actor: Actor) => view(run.state, { ...NO_BOARDS, ratings }, actor, { version: 7, now: NOW }).ratings;
		const hidden = { id: `${document}#stand`, document, question: "stand", revealed: false, eligible: 1, submitted: 1 };
		for (const actor of [participant(anna), facilitator]) expect(seen(actor)).toEqual([hidden]);
		expect(seen(participant(ben))).toEqual([]);
		expect(seen(participant(anna))).toBe(seen(participant(anna)));
		run.do({ type: "rating.reveal", document, question: "stand" });
		const sheet = run.state.documents.find(({ scope }) => scope.id === anna)?.id ?? "";
		expect(seen(participant(anna))).toEqual([{ ...hidden, revealed: true }]);
		run.try({
			type: "rating.publish",
			document,
			question: "stand",
			result: RATINGS,
			counted: [{ sheet, without: ["part-left-out"] }],
		});
		// Whose ratings it is made of is kept for the municipalities' count alone.
		for (const actor of [participant(anna), participant(ben), facilitator, observer]) {
			const all = view(run.state, { ...NO_BOARDS, ratings }, actor, { version: 7, now: NOW });
			expect(JSON.stringify(all)).not.toMatch(/"without"|part-left-out/);
			expect(JSON.stringify(all.ratings)).not.toContain(sheet);
		}
		const shown = { ...hidden, revealed: true, result: RATINGS };
		for (const actor of [participant(anna), facilitator]) expect(seen(actor)).toEqual([shown]);
		expect(seen(participant(ben))).toEqual([]);
		// What was revealed stays known where the sheet no longer asks it.
		const asksNothing: AnswerCounts = new Map([[document, { eligible: 1, answered: new Map() }]]);
		const later = view(run.state, { ...NO_BOARDS, ratings: asksNothing }, facilitator, { version: 8, now: NOW });
		expect(later.ratings).toEqual([{ ...shown, submitted: 0 }]);
	});

	test("what so few have rated that it could be guessed is for their group and those who steer alone", () => {
		const { run, anna, ben, document } = apart();
		run.do({ type: "rating.reveal", document, question: "stand" });
		const many = distributionOf([0, 1, 2], [0, 1, 2]);
		const few = RATINGS.parts.map(({ distribution }) => ({ part: "few", distribution }));
		const result = { ...RATINGS, parts: [...few, { part: "many", distribution: many }] };
		run.try({ type: "rating.publish", document, question: "stand", result, counted: [] });
		run.do({ type: "spotlight.show", document });
		const ratings: AnswerCounts = new Map([[document, { eligible: 4, answered: new Map([["stand", 4]]) }]]);
		const parts = (actor: Actor) => {
			const seen = view(run.state, { ...NO_BOARDS, ratings }, actor, { version: 7, now: NOW }).ratings;
			return seen.flatMap((one) => ratingResultSchema.parse(one.result).parts.map(({ part }) => part));
		};
		for (const actor of [participant(anna), facilitator, cofacilitator]) expect(parts(actor)).toEqual(["few", "many"]);
		for (const actor of [participant(ben), observer]) expect(parts(actor)).toEqual(["many"]);
	});

	test("what is the same for all is the same object, so that comparing is cheap", () => {
		const run = new Run();
		const [first = "", second = ""] = run.join(2);
		const online = new Set([first]);
		const of = (id: string) =>
			view(run.state, { ...NO_BOARDS, presence: online }, participant(id), { version: 1, now: NOW });
		expect(of(first).participants).toBe(of(second).participants);
		expect(of(first).phases).toBe(of(second).phases);
	});
});
