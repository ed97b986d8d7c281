import { expect, test } from "vitest";
import type { Timer } from "../../worksheets/contract/snapshot.ts";
import {
	isHeard,
	type TimerAnnouncement,
	type TimerMoment,
	timerAnnouncement,
	timerMarks,
} from "./timer-announcements.ts";

const minute = 60_000;
const start = 1_000_000_000;

function at(ms: number, timer: Timer, phase = "group-1"): TimerMoment {
	return { timer, now: start + ms, phase };
}

test("a phase of 45 minutes announces its start, half time, 10, 5, 1 and the end, once each", () => {
	const timer: Timer = { state: "running", endsAt: start + 45 * minute };
	const heard: TimerAnnouncement[] = [];
	let before = at(0, { state: "idle" });
	for (let second = 0; second <= 47 * 60; second++) {
		const after = at(second * 1000, timer);
		const said = timerAnnouncement(before, after, 45);
		if (said !== null) heard.push(said);
		before = after;
	}
	expect(heard).toEqual([
		{ kind: "started", minutes: 45 },
		{ kind: "left", minutes: 22 },
		{ kind: "left", minutes: 10 },
		{ kind: "left", minutes: 5 },
		{ kind: "left", minutes: 1 },
		{ kind: "over" },
	]);
});

test("half time is no mark of its own where it falls on another or the phase is short", () => {
	expect(timerMarks(20)).toEqual([10, 5, 1]);
	expect(timerMarks(15)).toEqual([10, 5, 1]);
	expect(timerMarks(5)).toEqual([1]);
});

test("says when time is added or taken away, not every tick of the line", () => {
	const before = at(0, { state: "running", endsAt: start + 8 * minute });
	expect(timerAnnouncement(before, at(1000, { state: "running", endsAt: start + 13 * minute }), 20)).toEqual({
		kind: "extended",
		minutes: 5,
	});
	expect(timerAnnouncement(before, at(1000, { state: "running", endsAt: start + 7 * minute }), 20)).toEqual({
		kind: "shortened",
		minutes: 1,
	});
	expect(timerAnnouncement(before, at(1000, { state: "running", endsAt: start + 8 * minute + 300 }), 20)).toBeNull();
});

test("pausing is said once, going on is a start", () => {
	const running = at(0, { state: "running", endsAt: start + 8 * minute });
	const paused = at(1000, { state: "paused", remainingMs: 8 * minute });
	expect(timerAnnouncement(running, paused, 20)).toEqual({ kind: "paused" });
	expect(timerAnnouncement(paused, paused, 20)).toBeNull();
	expect(timerAnnouncement(paused, at(2000, { state: "running", endsAt: start + 8 * minute }), 20)).toMatchObject({
		kind: "started",
	});
});

test("a new phase's timer is no extension of the old one", () => {
	const old = at(0, { state: "running", endsAt: start + minute });
	const next = at(1000, { state: "running", endsAt: start + 30 * minute + 1000 }, "plenary");
	expect(timerAnnouncement(old, next, 30)).toEqual({ kind: "started", minutes: 30 });
});

test("a laptop that slept through several marks hears the last one only", () => {
	const timer: Timer = { state: "running", endsAt: start + 45 * minute };
	expect(timerAnnouncement(at(0, timer), at(41 * minute, timer), 45)).toEqual({ kind: "left", minutes: 5 });
});

test("each voice hears what it asked for", () => {
	const oneMinute: TimerAnnouncement = { kind: "left", minutes: 1 };
	const ten: TimerAnnouncement = { kind: "left", minutes: 10 };
	expect([isHeard(oneMinute, "all"), isHeard(oneMinute, "last-minute"), isHeard(oneMinute, "off")]).toEqual([
		true,
		true,
		false,
	]);
	expect(isHeard(ten, "last-minute")).toBe(false);
	expect(isHeard({ kind: "over" }, "last-minute")).toBe(true);
});
