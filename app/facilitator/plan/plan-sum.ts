import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { agendaEnd, agendaTimes } from "../../session/agenda-times.ts";

export interface PlanSum {
	/** Of all phases together. */
	minutes: number;
	/** Epoch milliseconds; null where no date is set. `endsAt` is what the phases come to, not what was wished for. */
	startsAt: number | null;
	endsAt: number | null;
	/** Minutes between that and the wished end: what is too long is negative. Null where one of the two is missing. */
	spare: number | null;
}

/** What the plan comes to, held against the time there is; while the workshop runs, by how it has gone so far. */
export function planSum(
	snapshot: Pick<Snapshot, "phases" | "currentPhase" | "timer" | "workshop">,
	now: number,
): PlanSum {
	const { phases, workshop } = snapshot;
	const endsAt = agendaEnd(snapshot, now);
	const began = agendaTimes(snapshot, now).flatMap(({ startsAt }) => startsAt ?? []);
	return {
		minutes: phases.reduce((sum, phase) => sum + phase.minutes, 0),
		startsAt: workshop.status === "lobby" ? workshop.startsAt : began.length > 0 ? Math.min(...began) : null,
		endsAt,
		spare: endsAt === null || workshop.endsAt === null ? null : wholeMinutes(workshop.endsAt - endsAt),
	};
}

/** Away from zero is what matters: half a minute too long is not in time. */
function wholeMinutes(ms: number): number {
	return Math.floor(ms / 60_000);
}
