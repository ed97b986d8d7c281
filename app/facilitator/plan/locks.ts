import type { PhaseView, Snapshot } from "../../../worksheets/contract/snapshot.ts";

/** How far a phase can still be planned: in all, in what pulls nothing from under people's hands, or not at all. */
export type Lock = "open" | "running" | "over";

type Plan = Pick<Snapshot, "workshop" | "phases" | "currentPhase">;

export function lockOf({ workshop, currentPhase }: Plan, { id, enteredAt }: PhaseView): Lock {
	if (workshop.status === "ended") return "over";
	if (id === currentPhase) return "running";
	return enteredAt === null ? "open" : "over";
}

/** The first place in the order that a phase nobody has been in may take. */
export function firstFreePlace({ phases, currentPhase }: Plan): number {
	return phases.findIndex(({ id }) => id === currentPhase) + 1;
}
