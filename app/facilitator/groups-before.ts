import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";

/** Whether a phase is to have other groups than those before it, and could go on with those instead. */
export function couldKeepGroups(
	{ phases }: Pick<Snapshot, "phases">,
	{ id, ownGroups, groupsRule }: PhaseView,
): boolean {
	const before = phases.slice(
		0,
		phases.findIndex((phase) => phase.id === id),
	);
	return (ownGroups === true || groupsRule === "remix") && before.some((phase) => phase.ownGroups);
}
