import { describe, expect, test } from "vitest";
import type { Command } from "../../worksheets/contract/commands.ts";
import { deleteOn } from "./state.ts";
import { facilitator, NOW, participant, Run, UNKNOWN_ID } from "./testing/workshop.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

describe("the session", () => {
	test("starts with the first phase and needs neither groups nor a date", () => {
		const run = new Run().do({ type: "session.start" });
		expect(run.state.workshop.status).toBe("running");
		expect(run.state.currentPhase).toBe("welcome");
		expect(run.state.phases[0]?.enteredAt).toBe(NOW);
		expect(run.state.timer).toEqual({ state: "idle" });
	});

	test("ends with everything to be read and nothing to be written", () => {
		const run = new Run().do({ type: "session.start" }, { type: "timer.start" });
		run.now += 1000;
		run.do({ type: "session.end" });
		expect(run.state.workshop).toMatchObject({ status: "ended", endedAt: NOW + 1000 });
		expect(run.state.currentPhase).toBeNull();
		expect(run.state.timer).toEqual({ state: "idle" });
	});

	test("never changes the state it was given", () => {
		const run = new Run();
		const before = run.state;
		const copy = structuredClone(before);
		run.join(3);
		run.do(
			{ type: "groups.create", count: 2 },
			{ type: "groups.assign", strategy: "random" },
			{ type: "session.start" },
		);
		expect(before).toEqual(copy);
	});
});

describe("phases", () => {
	test("are entered in any order, and going back deletes nothing", () => {
		const run = new Run().do({ type: "session.start" });
		run.join(2);
		run.do({ type: "phase.go", phase: "own" });
		const { documents } = run.state;
		run.do({ type: "phase.go", phase: "closing" }, { type: "phase.go", phase: "welcome" });
		expect(run.state.documents).toEqual(expect.arrayContaining(documents));
		expect(run.state.history.map((entry) => entry.phase)).toEqual(["welcome", "own", "closing", "welcome"]);
	});

	test("put the timer back to idle", () => {
		const run = new Run().do({ type: "session.start" }, { type: "timer.start" }, { type: "phase.go", phase: "own" });
		expect(run.state.timer).toEqual({ state: "idle" });
	});
});

describe("the timer", () => {
	const running = () => new Run().do({ type: "session.start" });

	test("runs for the phase's minutes unless it is told otherwise", () => {
		expect(running().do({ type: "timer.start" }).state.timer).toEqual({ state: "running", endsAt: NOW + 10 * MINUTE });
		expect(running().do({ type: "timer.start", ms: 5000 }).state.timer).toEqual({
			state: "running",
			endsAt: NOW + 5000,
		});
	});

	test("goes on with what was left when it was paused", () => {
		const run = running().do({ type: "timer.start" });
		run.now += 4 * MINUTE;
		run.do({ type: "timer.pause" });
		expect(run.state.timer).toEqual({ state: "paused", remainingMs: 6 * MINUTE });
		run.now += 60 * MINUTE;
		run.do({ type: "timer.start" });
		expect(run.state.timer).toEqual({ state: "running", endsAt: run.now + 6 * MINUTE });
	});

	test.each([
		["adds to a running timer", 0, 5 * MINUTE, 15 * MINUTE],
		["takes from a running timer", 0, -5 * MINUTE, 5 * MINUTE],
		["takes no more than there is", 0, -30 * MINUTE, 0],
		["adds from now on once the time is up", 12 * MINUTE, 5 * MINUTE, 17 * MINUTE],
		["has nothing to take once the time is up", 12 * MINUTE, -MINUTE, 10 * MINUTE],
	])("extend %s", (_, elapsed, ms, endsAfter) => {
		const run = running().do({ type: "timer.start" });
		run.now += elapsed;
		run.do({ type: "timer.extend", ms });
		expect(run.state.timer).toEqual({ state: "running", endsAt: NOW + endsAfter });
	});

	test("can be extended and shortened while it is paused, never below zero", () => {
		const run = running().do({ type: "timer.start" }, { type: "timer.pause" }, { type: "timer.extend", ms: MINUTE });
		expect(run.state.timer).toEqual({ state: "paused", remainingMs: 11 * MINUTE });
		run.do({ type: "timer.extend", ms: -20 * MINUTE });
		expect(run.state.timer).toEqual({ state: "paused", remainingMs: 0 });
	});

	test("at zero stays as it is until the room decides", () => {
		const run = running().do({ type: "timer.start", ms: 1000 });
		run.now += 10_000;
		run.do({ type: "timer.pause" });
		expect(run.state.timer).toEqual({ state: "paused", remainingMs: 0 });
	});
});

describe("a group's own time", () => {
	const inGroups = () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "round-1" }, { type: "timer.start" });
		const [first = "", second = ""] = run.state.groupings[0]?.groups.map(({ id }) => id) ?? [];
		return { run, first, second };
	};

	test("begins with what the room has left, and is the group's alone", () => {
		const { run, first } = inGroups();
		run.do({ type: "timer.extend", ms: 5 * MINUTE, group: first });
		expect(run.state.groupTimers).toEqual([{ id: first, timer: { state: "running", endsAt: NOW + 15 * MINUTE } }]);
		expect(run.state.timer).toEqual({ state: "running", endsAt: NOW + 10 * MINUTE });
	});

	test("goes along when the room is given more time, stops, and goes on", () => {
		const { run, first } = inGroups();
		run.do({ type: "timer.extend", ms: 5 * MINUTE, group: first }, { type: "timer.extend", ms: MINUTE });
		expect(run.state.groupTimers).toEqual([{ id: first, timer: { state: "running", endsAt: NOW + 16 * MINUTE } }]);
		run.do({ type: "timer.pause" });
		expect(run.state.groupTimers).toEqual([{ id: first, timer: { state: "paused", remainingMs: 16 * MINUTE } }]);
		run.now += MINUTE;
		run.do({ type: "timer.start" });
		expect(run.state.groupTimers).toEqual([{ id: first, timer: { state: "running", endsAt: NOW + 17 * MINUTE } }]);
	});

	test("stops for one group while the others go on", () => {
		const { run, first, second } = inGroups();
		run.do({ type: "timer.pause", group: first });
		expect(run.state.groupTimers).toEqual([{ id: first, timer: { state: "paused", remainingMs: 10 * MINUTE } }]);
		expect(run.try({ type: "timer.pause", group: first })).toMatchObject({ refused: "wrong-state" });
		run.do({ type: "timer.start", ms: MINUTE, group: second }, { type: "timer.start", group: first });
		expect(run.state.groupTimers).toEqual([
			{ id: second, timer: { state: "running", endsAt: NOW + MINUTE } },
			{ id: first, timer: { state: "running", endsAt: NOW + 10 * MINUTE } },
		]);
	});

	test("ends with the phase, with a new start of the room, and when the group is to follow again", () => {
		const { run, first, second } = inGroups();
		const own = () => run.do(...[first, second].map((group) => ({ type: "timer.pause" as const, group })));
		own().do({ type: "timer.follow", group: first });
		expect(run.state.groupTimers.map(({ id }) => id)).toEqual([second]);
		run.do({ type: "timer.start", ms: MINUTE });
		expect(run.state.groupTimers).toEqual([]);
		own().do({ type: "phase.go", phase: "results" });
		expect(run.state.groupTimers).toEqual([]);
	});

	test("is refused for a group that is not at work", () => {
		const { run, first } = inGroups();
		run.do({ type: "groups.create", count: 2 });
		expect(run.try({ type: "timer.pause", group: first })).toMatchObject({ refused: "not-found" });
		expect(run.try({ type: "timer.follow", group: UNKNOWN_ID })).toMatchObject({ refused: "not-found" });
	});
});

describe("taking a change of phase back", () => {
	test("brings back the phase with its groups and its time, and leaves no trace in what the agenda tells", () => {
		const run = new Run().do({ type: "groups.create", count: 2 }, { type: "session.start" });
		run.do({ type: "phase.go", phase: "round-1" }, { type: "timer.start" });
		const group = run.state.groupings[0]?.groups[0]?.id ?? "";
		run.do({ type: "timer.extend", ms: MINUTE, group });
		const { currentPhase, timer, groupTimers, currentGrouping, history } = run.state;
		run.now += 20_000;
		run.do({ type: "phase.go", phase: "results" }, { type: "timer.start" });
		const { documents } = run.state;
		run.do({ type: "phase.undo" });
		expect(run.state).toMatchObject({ currentPhase, timer, groupTimers, currentGrouping, history, documents });
	});

	test("leaves a phase that was never entered before as free to be planned as it was", () => {
		const run = new Run().do({ type: "session.start" }, { type: "phase.go", phase: "own" });
		run.do({ type: "phase.go", phase: "results" }, { type: "phase.undo" });
		run.do({ type: "plan.change", phase: "results", patch: { title: "Neu" } });
		const entered = run.state.phases.find(({ id }) => id === "own")?.enteredAt;
		run.now += MINUTE;
		run.do({ type: "phase.go", phase: "results" }, { type: "phase.go", phase: "own" }, { type: "phase.undo" });
		expect(run.state.phases.find(({ id }) => id === "own")?.enteredAt).toBe(entered);
	});

	test("goes one step, and is nothing where no phase was left", () => {
		const run = new Run().do({ type: "session.start" });
		expect(run.try({ type: "phase.undo" })).toMatchObject({ refused: "wrong-state" });
		run.do({ type: "phase.go", phase: "own" }, { type: "phase.go", phase: "results" }, { type: "phase.undo" });
		expect(run.state.currentPhase).toBe("own");
		expect(run.try({ type: "phase.undo" })).toMatchObject({ refused: "wrong-state" });
	});
});

describe("details", () => {
	test("are changed one by one; null takes the date away", () => {
		const run = new Run().do({
			type: "workshop.set",
			details: { title: "Neu", startsAt: NOW + DAY, place: "Rathaus", minutes: { own: 25 }, retentionDays: 30 },
		});
		expect(run.state.workshop).toMatchObject({
			title: "Neu",
			startsAt: NOW + DAY,
			place: "Rathaus",
			retentionDays: 30,
		});
		expect(run.state.phases.find((phase) => phase.id === "own")?.minutes).toBe(25);
		run.do({ type: "workshop.set", details: { startsAt: null } });
		expect(run.state.workshop).toMatchObject({ title: "Neu", startsAt: null });
	});

	test("a meeting is the third of its series, until it belongs to none", () => {
		const run = new Run().do({ type: "workshop.set", details: { series: { name: "Runder Tisch", number: 3 } } });
		run.do({ type: "workshop.set", details: { title: "Neu" } });
		const id = run.state.workshop.series?.id;
		expect(id).toMatch(/^[A-Za-z0-9_-]{22}$/);
		expect(run.state.workshop.series).toEqual({ id, name: "Runder Tisch", number: 3 });
		// Renamed it is the same series: its other workshops know it by its id.
		run.do({ type: "workshop.set", details: { series: { name: "Großer Runder Tisch", number: 4 } } });
		run.do({ type: "workshop.set", details: { place: "Rathaus" } });
		expect(run.state.workshop.series).toEqual({ id, name: "Großer Runder Tisch", number: 4 });
		run.do({ type: "workshop.set", details: { series: null } });
		expect(run.state.workshop.series).toBeNull();
	});

	test("the time until erasure is never over at once", () => {
		const run = new Run().do({ type: "session.start" });
		run.now += 2 * DAY;
		const shortened = (retentionDays: number) => run.try({ type: "workshop.set", details: { retentionDays } });
		expect(shortened(2)).toMatchObject({ refused: "invalid" });
		expect(shortened(3)).toMatchObject({ ok: true });
	});

	test("erasure is counted from the end on, or from creation while there is no end", () => {
		const run = new Run();
		expect(deleteOn(run.state)).toBe(NOW + 90 * DAY);
		run.now += 7 * DAY;
		run.do({ type: "session.start" }, { type: "session.end" });
		expect(deleteOn(run.state)).toBe(NOW + 97 * DAY);
		run.do({ type: "workshop.set", details: { retentionDays: 1 } });
		expect(deleteOn(run.state)).toBe(NOW + 8 * DAY);
	});
});

const refused: [string, (run: Run) => Run, Command, string][] = [
	["a phase before the start", (run) => run, { type: "phase.go", phase: "own" }, "wrong-state"],
	["a timer before the start", (run) => run, { type: "timer.start" }, "wrong-state"],
	["a second start", (run) => run.do({ type: "session.start" }), { type: "session.start" }, "wrong-state"],
	["an unknown phase", (run) => run.do({ type: "session.start" }), { type: "phase.go", phase: "nowhere" }, "not-found"],
	["a pause of an idle timer", (run) => run.do({ type: "session.start" }), { type: "timer.pause" }, "wrong-state"],
	[
		"a pause of a paused timer",
		(run) => run.do({ type: "session.start" }, { type: "timer.start" }, { type: "timer.pause" }),
		{ type: "timer.pause" },
		"wrong-state",
	],
	[
		"more time for an idle timer",
		(run) => run.do({ type: "session.start" }),
		{ type: "timer.extend", ms: 1 },
		"wrong-state",
	],
	["placing people without groups", (run) => run, { type: "groups.assign", strategy: "random" }, "wrong-state"],
	["groups for an unknown phase", (run) => run, { type: "groups.create", count: 2, phase: "nowhere" }, "not-found"],
	[
		"placing people for an unknown phase",
		(run) => run,
		{ type: "groups.assign", strategy: "self", phase: "nowhere" },
		"not-found",
	],
	[
		"placing people for a phase without groups",
		(run) => run,
		{ type: "groups.assign", strategy: "self", phase: "round-1" },
		"wrong-state",
	],
	["moving nobody we know", (run) => run, { type: "groups.move", participant: UNKNOWN_ID, group: null }, "not-found"],
	["locking no sheet we know", (run) => run, { type: "worksheet.lock", document: UNKNOWN_ID }, "not-found"],
	["unlocking no sheet we know", (run) => run, { type: "worksheet.unlock", document: UNKNOWN_ID }, "not-found"],
	["closing a vote in no sheet we know", (run) => run, { type: "vote.close", document: UNKNOWN_ID }, "not-found"],
	["opening a vote in no sheet we know", (run) => run, { type: "vote.reopen", document: UNKNOWN_ID }, "not-found"],
	[
		"revealing ratings in no sheet we know",
		(run) => run,
		{ type: "rating.reveal", document: UNKNOWN_ID, question: "stand" },
		"not-found",
	],
	[
		"opening ratings in no sheet we know",
		(run) => run,
		{ type: "rating.reopen", document: UNKNOWN_ID, question: "stand" },
		"not-found",
	],
	["a message to no group we know", (run) => run, { type: "broadcast", text: "Hallo", group: UNKNOWN_ID }, "not-found"],
	["clearing the help of no group we know", (run) => run, { type: "help.clear", group: UNKNOWN_ID }, "not-found"],
	["clearing the help of nobody we know", (run) => run, { type: "help.clear", participant: UNKNOWN_ID }, "not-found"],
	["clearing the help of nobody", (run) => run, { type: "help.clear" }, "invalid"],
	[
		"more days than the operator's bound",
		(run) => run,
		{ type: "workshop.set", details: { retentionDays: 91 } },
		"invalid",
	],
	[
		"minutes of an unknown phase",
		(run) => run,
		{ type: "workshop.set", details: { minutes: { nowhere: 5 } } },
		"invalid",
	],
];

test.each(refused)("%s is refused and changes nothing", (_, prepare, command, code) => {
	const run = prepare(new Run());
	const before = run.state;
	expect(run.try(command)).toMatchObject({ ok: false, refused: code });
	expect(run.state).toBe(before);
});

describe("after the end", () => {
	const commands: Command[] = [
		{ type: "session.start" },
		{ type: "session.end" },
		{ type: "phase.go", phase: "own" },
		{ type: "timer.start" },
		{ type: "timer.pause" },
		{ type: "timer.extend", ms: 1 },
		{ type: "groups.create", count: 2 },
		{ type: "groups.assign", strategy: "random" },
		{ type: "groups.move", participant: UNKNOWN_ID, group: null },
		{ type: "worksheet.lock", document: UNKNOWN_ID },
		{ type: "worksheet.unlock", document: UNKNOWN_ID },
		{ type: "vote.close", document: UNKNOWN_ID },
		{ type: "vote.reopen", document: UNKNOWN_ID },
		{ type: "rating.reveal", document: UNKNOWN_ID, question: "stand" },
		{ type: "rating.reopen", document: UNKNOWN_ID, question: "stand" },
		{ type: "broadcast", text: "Hallo" },
		{ type: "help.clear", group: UNKNOWN_ID },
		{ type: "workshop.set", details: { title: "Neu" } },
		{ type: "workshop.set", details: { title: "Neu", retentionDays: 5 } },
		{ type: "workshop.set", details: {} },
	];

	test.each(commands.map((command) => [JSON.stringify(command), command] as const))("%s is refused", (_, command) => {
		const run = new Run().do({ type: "session.start" }, { type: "session.end" });
		expect(run.try(command, facilitator)).toEqual({ ok: false, refused: "ended" });
	});

	test("participants can neither join nor call", () => {
		const run = new Run();
		const [person = ""] = run.join(1);
		run.do({ type: "session.start" }, { type: "session.end" });
		expect(run.try({ type: "help.raise" }, participant(person))).toEqual({ ok: false, refused: "ended" });
		expect(run.try({ type: "participant.join", id: UNKNOWN_ID, name: "Spät" }, participant(UNKNOWN_ID))).toEqual({
			ok: false,
			refused: "ended",
		});
	});
});
