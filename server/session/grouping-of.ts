import type { GroupingState, PhaseState, SessionState } from "./state.ts";

/** Whether people work in groups in this phase. Reading the groups' results in the plenary does not count. */
export function formsGroups(phase: PhaseState): boolean {
	return phase.kind === "group" || phase.sheets.some((sheet) => sheet.scope === "group" && sheet.readOnly !== true);
}

/** The grouping that holds in a phase: the one made for it, else that of the nearest earlier phase that has one. */
export function groupingOf(state: SessionState, phaseId: string | null): string | null {
	const index = state.phases.findIndex((phase) => phase.id === phaseId);
	const own = state.phases.slice(0, index + 1).findLast((phase) => phase.grouping !== null);
	return own?.grouping ?? null;
}

/** Whether a phase that the room was in would have other groups: who has worked in one finds it as it was. */
export function dealsAnew(before: SessionState, after: SessionState): boolean {
	return after.phases.some(
		(phase) =>
			phase.enteredAt !== null && hasGroups(phase) && groupingOf(after, phase.id) !== groupingOf(before, phase.id),
	);
}

function hasGroups({ kind, sheets }: PhaseState): boolean {
	return kind === "group" || sheets.some(({ scope }) => scope === "group");
}

/** For which phase groups are made when nobody names one: this group phase, else the next, else the agenda's last. */
export function groupPhaseAhead(state: SessionState): PhaseState | undefined {
	const current = state.phases.findIndex((phase) => phase.id === state.currentPhase);
	return state.phases.slice(Math.max(0, current)).find(formsGroups) ?? state.phases.at(-1);
}

/** Drops groupings that no phase uses and nobody has written in; all others stay, with their members and texts. */
export function dropUnused(state: SessionState): SessionState {
	// A phase that may be brought back brings its groups with it.
	const used = new Set([...state.phases, state.removedPhase?.phase].map((phase) => phase?.grouping));
	const written = new Set(state.documents.map((document) => document.scope.id));
	const keep = (grouping: GroupingState) =>
		grouping.id === state.currentGrouping ||
		used.has(grouping.id) ||
		grouping.groups.some((group) => written.has(group.id));
	return { ...state, groupings: state.groupings.filter(keep) };
}

/** The grouping that a command means: its phase's, or the one in force now. */
export function namedGrouping(state: SessionState, phase: string | undefined): GroupingState | undefined {
	const id = phase === undefined ? state.currentGrouping : groupingOf(state, phase);
	return state.groupings.find((grouping) => grouping.id === id);
}

/** The grouping with a participant in one of its groups, or in none. */
export function seated(grouping: GroupingState, participant: string, group: string | null): GroupingState {
	return {
		...grouping,
		groups: grouping.groups.map((candidate) => {
			const here = candidate.members.includes(participant);
			if (candidate.id === group)
				return here ? candidate : { ...candidate, members: [...candidate.members, participant] };
			return here ? { ...candidate, members: candidate.members.filter((member) => member !== participant) } : candidate;
		}),
	};
}

export function replaceGrouping(state: SessionState, grouping: GroupingState): SessionState {
	return {
		...state,
		groupings: state.groupings.map((candidate) => (candidate.id === grouping.id ? grouping : candidate)),
	};
}
