import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { type Refusal, refusal } from "../../worksheets/contract/result.ts";
import { dealsAnew, dropUnused } from "./grouping-of.ts";
import type { PhaseState, SessionState } from "./state.ts";
import { type Context, type Decision, type DomainFact, step } from "./step.ts";

type Named<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * The order of the day, to be changed also while it is under way: what people were in stays as it was, and what comes
 * new comes behind the phase they are in.
 */
export function addPhase(state: SessionState, command: Named<"plan.add">, { newId }: Context): Decision {
	if (state.phases.length >= LIMITS.phases) return refusal("wrong-state", `at most ${LIMITS.phases} phases`);
	const after = indexOf(state, command.after);
	if (command.after !== null && after < 0) return refusal("not-found", "after");
	const phase: PhaseState = {
		id: phaseId(newId()),
		title: command.title,
		kind: command.kind,
		minutes: command.minutes,
		sheets: [],
		assignment: "",
		groupsRule: "keep",
		materials: [],
		conferenceUrl: "",
		enteredAt: null,
		grouping: null,
	};
	return reordered(state, state.phases.toSpliced(after + 1, 0, phase), phase, {
		type: "phase-added",
		phase: phase.id,
	});
}

/** Moving a phase to where it is changes nothing. */
export function movePhase(state: SessionState, { phase: id, to }: Named<"plan.move">): Decision {
	const phase = unentered(state, id);
	if (isRefusal(phase)) return phase;
	const others = state.phases.filter((other) => other !== phase);
	const place = Math.min(to, others.length);
	if (state.phases[place] === phase) return step(state);
	return reordered(state, others.toSpliced(place, 0, phase), phase, { type: "phase-moved", phase: id });
}

/** Takes a phase out of the plan, to be had back until the next one goes. The plan keeps one at least. */
export function removePhase(state: SessionState, id: string): Decision {
	const phase = unentered(state, id);
	if (isRefusal(phase)) return phase;
	if (state.phases.length === 1) return refusal("wrong-state", "a plan has one phase at least");
	if (state.recall?.phase === id) return refusal("wrong-state", "everybody is being brought to this phase");
	const phases = state.phases.filter((other) => other !== phase);
	const removed = { ...state, removedPhase: { phase, index: state.phases.indexOf(phase) } };
	return reordered(removed, phases, null, { type: "phase-removed", phase: id });
}

/** Brings back what was removed last, where it stood, or as near to that as the room has left. */
export function restorePhase(state: SessionState, id: string): Decision {
	const { removedPhase } = state;
	if (removedPhase?.phase.id !== id) return refusal("not-found", "phase");
	if (state.phases.length >= LIMITS.phases) return refusal("wrong-state", `at most ${LIMITS.phases} phases`);
	const index = Math.max(removedPhase.index, indexOf(state, state.currentPhase) + 1);
	const phases = state.phases.toSpliced(index, 0, removedPhase.phase);
	return reordered({ ...state, removedPhase: null }, phases, removedPhase.phase, { type: "phase-restored", phase: id });
}

/** The plan in its new order, unless that reaches into what has been; `placed` is what came to another place. */
function reordered(state: SessionState, phases: PhaseState[], placed: PhaseState | null, fact: DomainFact): Decision {
	const next = { ...state, phases };
	const current = indexOf(next, state.currentPhase);
	if (placed !== null && phases.indexOf(placed) < current) {
		return refusal("wrong-state", "what is new comes behind the phase the room is in");
	}
	if (dealsAnew(state, next)) return refusal("wrong-state", "a phase the room was in would get other groups");
	return step(dropUnused(next), fact);
}

/** A phase that nobody has been in. */
function unentered(state: SessionState, id: string): PhaseState | Refusal {
	const phase = state.phases[indexOf(state, id)];
	if (phase === undefined) return refusal("not-found", "phase");
	return phase.enteredAt === null ? phase : refusal("wrong-state", "the room was in this phase");
}

function isRefusal(value: PhaseState | Refusal): value is Refusal {
	return "refused" in value;
}

function indexOf({ phases }: SessionState, id: string | null): number {
	return phases.findIndex((phase) => phase.id === id);
}

/** Phases have ids that a person could type; 60 bits and more of the fresh id's chance are left. */
function phaseId(fresh: string): string {
	return `p-${fresh.toLowerCase().replace(/[^a-z0-9]/g, "")}`;
}
