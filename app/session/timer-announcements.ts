import type { Timer } from "../../worksheets/contract/snapshot.ts";
import { remainingMs } from "./timer.ts";

const MINUTE = 60_000;
/** Below this a change of the end is a rounding of messages under way, not an act of the facilitator. */
const NOTICEABLE_MS = 5_000;

/** What is said aloud about the time; everything else about it is only to be seen. */
export type TimerAnnouncement =
	| { kind: "started"; minutes: number }
	| { kind: "left"; minutes: number }
	| { kind: "over" }
	| { kind: "extended"; minutes: number }
	| { kind: "shortened"; minutes: number }
	| { kind: "paused" };

/** Which of them a person wants to hear. */
export type TimerVoice = "all" | "last-minute" | "off";

export interface TimerMoment {
	timer: Timer;
	/** Server's epoch ms. */
	now: number;
	/** A phase's own timer: announcements never compare two phases. */
	phase: string | null;
}

/** The marks of a phase of so many minutes, in minutes, falling: half time only for phases of 20 minutes and more. */
export function timerMarks(phaseMinutes: number): number[] {
	const half = phaseMinutes >= 20 ? [Math.floor(phaseMinutes / 2)] : [];
	return [...new Set([...half, 10, 5, 1])].filter((mark) => mark < phaseMinutes).sort((a, b) => b - a);
}

/** What became true between two looks at the timer. Several marks passed at once (a sleeping laptop) give the last. */
export function timerAnnouncement(
	before: TimerMoment,
	after: TimerMoment,
	phaseMinutes: number,
): TimerAnnouncement | null {
	const left = remainingMs(after.timer, after.now);
	if (left === null) return null;
	const samePhase = before.phase === after.phase;
	const earlier = samePhase ? remainingMs(before.timer, before.now) : null;
	const wasRunning = samePhase && before.timer.state === "running";

	if (after.timer.state === "paused") return wasRunning ? { kind: "paused" } : null;
	if (earlier === null || !wasRunning) {
		return left > 0 ? { kind: "started", minutes: Math.ceil(left / MINUTE) } : null;
	}
	const change = left - (earlier - (after.now - before.now));
	if (Math.abs(change) >= NOTICEABLE_MS) {
		const minutes = Math.max(1, Math.round(Math.abs(change) / MINUTE));
		return { kind: change > 0 ? "extended" : "shortened", minutes };
	}
	if (earlier > 0 && left <= 0) return { kind: "over" };
	const passed = timerMarks(phaseMinutes).filter((mark) => earlier > mark * MINUTE && left <= mark * MINUTE);
	const mark = passed.at(-1);
	return mark === undefined ? null : { kind: "left", minutes: mark };
}

/** Whether a person who chose `voice` hears this. */
export function isHeard(announcement: TimerAnnouncement, voice: TimerVoice): boolean {
	if (voice === "all") return true;
	if (voice === "off") return false;
	return announcement.kind === "over" || (announcement.kind === "left" && announcement.minutes === 1);
}
