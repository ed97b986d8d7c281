import type { Command } from "../../worksheets/contract/commands.ts";
import { phaseToRecallTo } from "../../worksheets/contract/recall-phase.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { goToPhase } from "./agenda.ts";
import type { SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

/**
 * „Zurückholen“: everybody will be in that phase when the time is up, and sees until then how long that is. Nothing is
 * closed before. At once where there is no time to give; a second recall takes the place of the first.
 */
export function startRecall(
	state: SessionState,
	{ ms, phase }: Extract<Command, { type: "recall.start" }>,
	now: number,
): Decision {
	if (state.workshop.status !== "running") return refusal("wrong-state", "the session has not started");
	if (phase !== undefined && !state.phases.some(({ id }) => id === phase)) return refusal("not-found", "phase");
	const target = phase ?? phaseToRecallTo(state.phases, state.currentPhase);
	if (target === undefined) return refusal("wrong-state", "there is no phase to bring everybody to");
	if (ms === 0) return goToPhase(state, target, now);
	return step({ ...state, recall: { phase: target, endsAt: now + ms } }, { type: "recall-set", phase: target });
}

/** Cancelling what is cancelled, or has been carried out, is no mistake. */
export function cancelRecall(state: SessionState): Decision {
	return state.recall === null ? step(state) : step({ ...state, recall: null }, { type: "recall-set", phase: null });
}

/** Enters the phase once the time is up; changes nothing before, or where the recall was cancelled. */
export function carryOutRecall(state: SessionState, now: number): Decision {
	if (state.recall === null || now < state.recall.endsAt) return step(state);
	return goToPhase(state, state.recall.phase, now);
}

/** When the server has something to do by itself, in epoch milliseconds; null where nothing waits for its time. */
export function nextDue({ recall }: SessionState): number | null {
	return recall?.endsAt ?? null;
}
