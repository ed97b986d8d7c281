import type { Snapshot } from "../../worksheets/contract/snapshot.ts";

/** What the live page is about: one phase, or the time before the first and after the last. */
export type Stage = { kind: "lobby" } | { kind: "phase"; phase: string } | { kind: "ended" };

/** The stage the facilitator has the room on. A running session without a phase waits like the lobby. */
export function stageOf(snapshot: {
	workshop: Pick<Snapshot["workshop"], "status">;
	currentPhase: string | null;
}): Stage {
	if (snapshot.workshop.status === "ended") return { kind: "ended" };
	return snapshot.currentPhase === null ? { kind: "lobby" } : { kind: "phase", phase: snapshot.currentPhase };
}

export function sameStage(a: Stage, b: Stage): boolean {
	return a.kind === b.kind && (a.kind !== "phase" || b.kind !== "phase" || a.phase === b.phase);
}
