import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useSession } from "../session/session-provider.tsx";
import { type Acting, useAct } from "../session/use-act.ts";

/** A control's way to act on the session, and whether it can act at all: without a line nothing is steered. */
export function useSteering(): Acting & { idle: boolean } {
	const { connection } = useSession();
	const acting = useAct();
	return { ...acting, idle: acting.busy || connection !== "live" };
}

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
