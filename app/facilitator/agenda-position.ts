import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";

/** Where the room is in the agenda. */
export function agendaPosition({ phases, currentPhase }: Pick<Snapshot, "phases" | "currentPhase">): {
	index: number;
	current: PhaseView | undefined;
	previous: PhaseView | undefined;
	next: PhaseView | undefined;
} {
	const index = phases.findIndex((phase) => phase.id === currentPhase);
	return {
		index,
		current: phases[index],
		previous: phases[index - 1],
		next: index < 0 ? phases[0] : phases[index + 1],
	};
}
