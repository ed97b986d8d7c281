import { refusal } from "../../worksheets/contract/result.ts";
import type { Timer } from "../../worksheets/contract/snapshot.ts";
import { currentPhaseOf } from "./agenda.ts";
import type { SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

const MINUTE = 60_000;

/**
 * Starts the clock: for `ms`, else for what was left when it was paused, else for the phase's minutes. At zero nothing
 * happens by itself; the timer stays „running“ with its end in the past, and the room decides.
 */
export function startTimer(state: SessionState, ms: number | undefined, now: number): Decision {
	const phase = currentPhaseOf(state);
	if (phase === undefined) return refusal("wrong-state", "no phase has begun");
	const remaining = state.timer.state === "paused" ? state.timer.remainingMs : phase.minutes * MINUTE;
	return setTimer(state, { state: "running", endsAt: now + (ms ?? remaining) });
}

export function pauseTimer(state: SessionState, now: number): Decision {
	if (state.timer.state !== "running") return refusal("wrong-state", "the timer is not running");
	return setTimer(state, { state: "paused", remainingMs: Math.max(0, state.timer.endsAt - now) });
}

/** Adds time, or takes some away (`ms` below zero), though never more than there is left. */
export function extendTimer(state: SessionState, ms: number, now: number): Decision {
	switch (state.timer.state) {
		case "idle":
			return refusal("wrong-state", "the timer is not running");
		case "paused":
			return setTimer(state, { state: "paused", remainingMs: Math.max(0, state.timer.remainingMs + ms) });
		case "running":
			return setTimer(state, { state: "running", endsAt: extendedEnd(state.timer.endsAt, ms, now) });
	}
}

/** After zero, added minutes count from now on (or nothing would be won), and taken ones have nothing to take. */
function extendedEnd(endsAt: number, ms: number, now: number): number {
	return ms < 0 ? Math.min(endsAt, Math.max(now, endsAt + ms)) : Math.max(endsAt, ms === 0 ? endsAt : now) + ms;
}

function setTimer(state: SessionState, timer: Timer): Decision {
	return step({ ...state, timer }, { type: "timer-set", timer });
}
