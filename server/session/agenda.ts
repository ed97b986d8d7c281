import { refusal } from "../../worksheets/contract/result.ts";
import { formsGroups, groupingOf } from "./grouping-of.ts";
import { withNamesOfTheEnd } from "./names.ts";
import type { PhaseState, SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

export interface PhaseVisit {
	phase: string;
	from: number;
	to: number | null;
}

export function currentPhaseOf(state: SessionState): PhaseState | undefined {
	return state.phases.find((phase) => phase.id === state.currentPhase);
}

/** Each time the room was in a phase, in that order; `to` is null where it still is. */
export function phaseVisits({ history, workshop }: Pick<SessionState, "history" | "workshop">): PhaseVisit[] {
	return history.map(({ phase, at }, index) => ({ phase, from: at, to: history[index + 1]?.at ?? workshop.endedAt }));
}

/** When each phase that was entered was over, in that order; the one that runs now is not. */
export function phaseEnds(state: SessionState): { phase: string; at: number }[] {
	return phaseVisits(state).flatMap(({ phase, to }) => (to === null ? [] : { phase, at: to }));
}

/** Begins the live run with the agenda's first phase; needs neither groups nor a date. */
export function startSession(state: SessionState, now: number): Decision {
	const [first] = state.phases;
	if (state.workshop.status !== "lobby" || first === undefined)
		return refusal("wrong-state", "the session runs already");
	const running: SessionState = { ...state, workshop: { ...state.workshop, status: "running" } };
	return step(enterPhase(running, first, now), { type: "session-started" }, { type: "phase-entered", phase: first.id });
}

/**
 * Ends the live run, or calls the workshop off before it began. Texts, groups and messages stay to be read; nothing is
 * written any more.
 */
export function endSession(state: SessionState, now: number): Decision {
	if (state.workshop.status === "ended") return refusal("ended");
	const ended = withNamesOfTheEnd(state);
	return step(
		{
			...ended,
			workshop: { ...ended.workshop, status: "ended", endedAt: now },
			currentPhase: null,
			timer: { state: "idle" },
			groupTimers: [],
			undo: null,
			removedPhase: null,
			// Who never came leaves no name behind.
			groupings: state.groupings.map((grouping) => ({ ...grouping, open: false, seats: [] })),
			help: [],
			recall: null,
			spotlight: null,
			back: [],
			alarms: [],
		},
		{ type: "session-ended" },
		...(ended === state ? [] : [{ type: "names-changed" as const }]),
	);
}

/** Enters any phase in any order. Going back deletes nothing. */
export function goToPhase(state: SessionState, id: string, now: number): Decision {
	if (state.workshop.status !== "running") return refusal("wrong-state", "the session has not started");
	const phase = state.phases.find((candidate) => candidate.id === id);
	if (phase === undefined) return refusal("not-found", "phase");
	return step(
		{ ...enterPhase(state, phase, now), undo: undoOf(state, phase, now) },
		{ type: "phase-entered", phase: id },
	);
}

function undoOf(
	{ currentPhase, timer, groupTimers, currentGrouping }: SessionState,
	{ enteredAt: enteredBefore }: PhaseState,
	now: number,
): SessionState["undo"] {
	if (currentPhase === null) return null;
	return { phase: currentPhase, timer, groupTimers, grouping: currentGrouping, at: now, enteredBefore };
}

/**
 * Takes the last change of phase back: a slip of the hand leaves no trace in the time or in what the agenda tells. What
 * was opened or written meanwhile stays.
 */
export function undoPhase(state: SessionState): Decision {
	const { undo } = state;
	if (state.workshop.status !== "running" || undo === null) return refusal("wrong-state", "nothing to take back");
	const isThere = state.groupings.some(({ id }) => id === undo.grouping);
	return step(
		{
			...state,
			phases: state.phases.map((phase) =>
				phase.id === state.currentPhase ? { ...phase, enteredAt: undo.enteredBefore } : phase,
			),
			currentPhase: undo.phase,
			currentGrouping: isThere ? undo.grouping : state.currentGrouping,
			timer: undo.timer,
			groupTimers: undo.groupTimers,
			undo: null,
			recall: null,
			spotlight: null,
			back: [],
			history: state.history.slice(0, -1),
		},
		{ type: "phase-undone", phase: undo.phase },
	);
}

/** A phase with groups puts its grouping in force; any other leaves the one that is. */
function enterPhase(state: SessionState, entered: PhaseState, now: number): SessionState {
	const grouping = formsGroups(entered)
		? (groupingOf(state, entered.id) ?? state.currentGrouping)
		: state.currentGrouping;
	// Only where no earlier phase has groups does the one in force become this phase's own.
	const adopt = formsGroups(entered) && groupingOf(state, entered.id) === null;
	return {
		...state,
		phases: state.phases.map((phase) =>
			phase.id === entered.id ? { ...phase, enteredAt: now, grouping: adopt ? grouping : phase.grouping } : phase,
		),
		currentPhase: entered.id,
		currentGrouping: grouping,
		timer: { state: "idle" },
		groupTimers: [],
		recall: null,
		spotlight: null,
		back: [],
		history: [...state.history, { phase: entered.id, at: now }],
	};
}
