import { refusal } from "../../worksheets/contract/result.ts";
import type { GroupTimer, Timer } from "../../worksheets/contract/snapshot.ts";
import { currentPhaseOf } from "./agenda.ts";
import type { SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

const MINUTE = 60_000;

/** What is done to a clock; null where it cannot be done to it. */
type Turn = (timer: Timer) => Timer | null;

/**
 * Starts the clock: for `ms`, else for what was left when it was paused, else for the phase's minutes. At zero nothing
 * happens by itself; the timer stays „running“ with its end in the past, and the room decides. A room that starts anew
 * starts together: only where it goes on after a pause do groups keep a time of their own.
 */
export function startTimer(
	state: SessionState,
	{ ms, group }: { ms?: number | undefined; group?: string | undefined },
	now: number,
): Decision {
	const phase = currentPhaseOf(state);
	if (phase === undefined) return refusal("wrong-state", "no phase has begun");
	const start: Turn = (timer) => {
		const remaining = timer.state === "paused" ? timer.remainingMs : phase.minutes * MINUTE;
		return { state: "running", endsAt: now + (ms ?? remaining) };
	};
	if (group !== undefined) return turnGroup(state, group, start);
	const goesOn = ms === undefined && state.timer.state === "paused";
	return turnRoom(goesOn ? state : { ...state, groupTimers: [] }, start);
}

export function pauseTimer(state: SessionState, { group }: { group?: string | undefined }, now: number): Decision {
	const pause: Turn = (timer) =>
		timer.state === "running" ? { state: "paused", remainingMs: Math.max(0, timer.endsAt - now) } : null;
	return group === undefined ? turnRoom(state, pause) : turnGroup(state, group, pause);
}

/** Adds time, or takes some away (`ms` below zero), though never more than there is left. */
export function extendTimer(
	state: SessionState,
	{ ms, group }: { ms: number; group?: string | undefined },
	now: number,
): Decision {
	const extend: Turn = (timer) => {
		switch (timer.state) {
			case "idle":
				return null;
			case "paused":
				return { state: "paused", remainingMs: Math.max(0, timer.remainingMs + ms) };
			case "running":
				return { state: "running", endsAt: extendedEnd(timer.endsAt, ms, now) };
		}
	};
	return group === undefined ? turnRoom(state, extend) : turnGroup(state, group, extend);
}

/** Takes a group's own time away: it goes by the room's again. */
export function followTimer(state: SessionState, group: string): Decision {
	if (!isAtWork(state, group)) return refusal("not-found", "group");
	const groupTimers = state.groupTimers.filter(({ id }) => id !== group);
	return step({ ...state, groupTimers }, { type: "timer-set", timer: state.timer, group });
}

/** The time that a group goes by. */
function timerOf({ timer, groupTimers }: Pick<SessionState, "timer" | "groupTimers">, group: string): Timer {
	return groupTimers.find(({ id }) => id === group)?.timer ?? timer;
}

/** After zero, added minutes count from now on (or nothing would be won), and taken ones have nothing to take. */
function extendedEnd(endsAt: number, ms: number, now: number): number {
	return ms < 0 ? Math.min(endsAt, Math.max(now, endsAt + ms)) : Math.max(endsAt, ms === 0 ? endsAt : now) + ms;
}

/** What is done to the room's time is done to every group's own as well, where it can be. */
function turnRoom(state: SessionState, turn: Turn): Decision {
	const timer = turn(state.timer);
	if (timer === null) return refusal("wrong-state", "the timer is not running");
	const groupTimers = state.groupTimers.map((own): GroupTimer => ({ ...own, timer: turn(own.timer) ?? own.timer }));
	return step({ ...state, timer, groupTimers }, { type: "timer-set", timer });
}

function turnGroup(state: SessionState, group: string, turn: Turn): Decision {
	if (!isAtWork(state, group)) return refusal("not-found", "group");
	const timer = turn(timerOf(state, group));
	if (timer === null) return refusal("wrong-state", "the timer is not running");
	const others = state.groupTimers.filter(({ id }) => id !== group);
	return step({ ...state, groupTimers: [...others, { id: group, timer }] }, { type: "timer-set", timer, group });
}

/** Whether the group belongs to the grouping in force. */
function isAtWork({ groupings, currentGrouping }: SessionState, group: string): boolean {
	const grouping = groupings.find(({ id }) => id === currentGrouping);
	return grouping?.groups.some(({ id }) => id === group) === true;
}
