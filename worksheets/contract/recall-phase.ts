import type { PhaseView } from "./snapshot.ts";

/** Where „Zurückholen“ leads when nobody says where to: the next plenary phase, else simply the next. */
export function phaseToRecallTo(
	phases: readonly Pick<PhaseView, "id" | "kind">[],
	currentPhase: string | null,
): string | undefined {
	const ahead = phases.slice(phases.findIndex(({ id }) => id === currentPhase) + 1);
	return (ahead.find(({ kind }) => kind === "plenary") ?? ahead[0])?.id;
}
