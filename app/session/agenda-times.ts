import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { remainingMs } from "./timer.ts";

const MINUTE = 60_000;

export interface AgendaEntry {
	phase: string;
	/** Epoch milliseconds; null where no date is set and nothing runs yet. */
	startsAt: number | null;
	state: "past" | "current" | "ahead";
}

/**
 * When each phase began or will begin. Before the start the times follow the date; while the workshop runs, phases
 * that were entered keep their real time and the following ones are counted from the end of the current one.
 */
export function agendaTimes(
	snapshot: Pick<Snapshot, "phases" | "currentPhase" | "timer" | "workshop">,
	now: number,
): AgendaEntry[] {
	const { phases, currentPhase, timer, workshop } = snapshot;
	const current = phases.findIndex((phase) => phase.id === currentPhase);
	let next: number | null = workshop.startsAt;
	return phases.map((phase, index): AgendaEntry => {
		const state = index === current ? "current" : index < current || workshop.status === "ended" ? "past" : "ahead";
		const startsAt = state === "ahead" ? next : phase.enteredAt;
		if (state === "current") {
			const left = remainingMs(timer, now) ?? (phase.enteredAt ?? now) + phase.minutes * MINUTE - now;
			next = now + Math.max(0, left);
		} else if (state === "ahead" && next !== null) {
			next += phase.minutes * MINUTE;
		}
		return { phase: phase.id, startsAt, state };
	});
}

/** When the phase after `phase` will begin; null where there is none, or it cannot be said. */
export function nextStart(
	snapshot: Pick<Snapshot, "phases" | "currentPhase" | "timer" | "workshop">,
	phase: PhaseView,
	now: number,
): number | null {
	return agendaTimes(snapshot, now)[snapshot.phases.indexOf(phase) + 1]?.startsAt ?? null;
}

/** When the workshop will be over, as far as it can be said; null without a date before the start. */
export function agendaEnd(
	snapshot: Pick<Snapshot, "phases" | "currentPhase" | "timer" | "workshop">,
	now: number,
): number | null {
	if (snapshot.workshop.status === "ended") return snapshot.workshop.endedAt;
	const last = snapshot.phases.at(-1);
	const entry = agendaTimes(snapshot, now).at(-1);
	if (last === undefined || entry === undefined) return null;
	if (entry.state === "current") return now + Math.max(0, remainingMs(snapshot.timer, now) ?? last.minutes * MINUTE);
	return entry.startsAt === null ? null : entry.startsAt + last.minutes * MINUTE;
}
