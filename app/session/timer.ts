import type { Timer } from "../../worksheets/contract/snapshot.ts";

const MINUTE = 60_000;

/** What the timer reads at a moment. Minutes above five minutes, minutes and seconds below, then the time past zero. */
export type TimerReading =
	| { kind: "idle" }
	| { kind: "minutes"; minutes: number; paused: boolean }
	| { kind: "clock"; minutes: number; seconds: number; paused: boolean }
	/** Time is up; `minutes` full minutes ago. Nothing closes by itself. */
	| { kind: "over"; minutes: number };

/** Milliseconds left, negative after the end; null while no time is set. `now`: server's epoch ms. */
export function remainingMs(timer: Timer, now: number): number | null {
	switch (timer.state) {
		case "idle":
			return null;
		case "running":
			return timer.endsAt - now;
		case "paused":
			return timer.remainingMs;
	}
}

export function readTimer(timer: Timer, now: number): TimerReading {
	const left = remainingMs(timer, now);
	if (left === null) return { kind: "idle" };
	const paused = timer.state === "paused";
	if (left <= 0) return { kind: "over", minutes: Math.floor(Math.abs(left) / MINUTE) };
	if (left > 5 * MINUTE) return { kind: "minutes", minutes: Math.ceil(left / MINUTE), paused };
	const seconds = Math.ceil(left / 1000);
	return { kind: "clock", minutes: Math.floor(seconds / 60), seconds: seconds % 60, paused };
}

/** Minutes before the end at which the time draws attention to itself. */
const NOTICES = [10, 5, 1];
const NOTICE_MS = 20_000;

/** Whether the time is to catch the eye: for twenty seconds at 10, 5 and 1 minute, and from zero on. */
export function drawsAttention(timer: Timer, now: number): boolean {
	const left = timer.state === "running" ? timer.endsAt - now : null;
	if (left === null) return false;
	return left <= 0 || NOTICES.some((mark) => left <= mark * MINUTE && left > mark * MINUTE - NOTICE_MS);
}

/** `4:07`, with digits that do not jump. */
export function clockFace(minutes: number, seconds: number): string {
	return `${minutes}:${String(seconds).padStart(2, "0")}`;
}
