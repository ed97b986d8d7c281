import { refusal } from "../../worksheets/contract/result.ts";
import { seatNewcomer } from "./seats.ts";
import type { SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

/** From here on everything is tried out: what follows can be taken away as a whole. Only before the start. */
export function beginRehearsal(state: SessionState, now: number): Decision {
	if (state.workshop.status !== "lobby") return refusal("wrong-state", "the session has begun");
	if (state.rehearsal !== null) return refusal("wrong-state", "there is a rehearsal already");
	const { groupings, currentGrouping, documents } = state;
	const phases = Object.fromEntries(
		state.phases.flatMap(({ id, grouping }) => (grouping === null ? [] : [[id, grouping]])),
	);
	return step(
		{ ...state, rehearsal: { at: now, groupings, currentGrouping, phases, documents } },
		{ type: "rehearsal-begun" },
	);
}

/**
 * The lobby as it was: no sheets but those that were open before, nobody who was played, nothing that was said since. The
 * plan and the settings stay as they are now, and so do whoever has really joined meanwhile and what stands in the sheets
 * that were open before: the measures of the last meeting are nobody's rehearsal.
 */
export function endRehearsal(state: SessionState): Decision {
	const { rehearsal } = state;
	if (rehearsal === null) return refusal("wrong-state", "there is no rehearsal");
	const played = new Set(state.participants.flatMap(({ id, simulated }) => (simulated ? [id] : [])));
	const sat = new Set(rehearsal.groupings.flatMap(({ groups }) => groups.flatMap(({ members }) => members)));
	const stay = state.participants.filter(({ id }) => !played.has(id));
	const before = <Thing extends { at: number }>(things: readonly Thing[]) =>
		things.filter(({ at }) => at < rehearsal.at);
	const known = new Set(rehearsal.groupings.map(({ id }) => id));
	const lobby: SessionState = {
		...state,
		workshop: { ...state.workshop, status: "lobby", endedAt: null },
		phases: state.phases.map((phase) => {
			const grouping = rehearsal.phases[phase.id] ?? null;
			return { ...phase, enteredAt: null, grouping: grouping !== null && known.has(grouping) ? grouping : null };
		}),
		currentPhase: null,
		timer: { state: "idle" },
		groupTimers: [],
		undo: null,
		removedPhase: null,
		groupings: rehearsal.groupings,
		currentGrouping: rehearsal.currentGrouping,
		participants: stay,
		rehearsal: null,
		documents: rehearsal.documents,
		votes: [],
		reveals: [],
		units: null,
		turns: [],
		messages: before(state.messages),
		help: [],
		topics: before(state.topics),
		questions: before(state.questions),
		recall: null,
		spotlight: null,
		shown: [],
		back: [],
		alarms: [],
		history: [],
	};
	const newcomers = stay.filter(({ id, removedAt, waiting }) => !sat.has(id) && removedAt === null && !waiting);
	const seated = newcomers.reduce(seatNewcomer, lobby);
	return step(seated, {
		type: "rehearsal-wiped",
		participants: [...played],
		kept: rehearsal.documents.map(({ id }) => id),
	});
}
