import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { currentPhaseOf } from "./agenda.ts";
import { headsIn } from "./heads.ts";
import { lookups } from "./lookups.ts";
import { seatNewcomer } from "./seats.ts";
import type { ParticipantState, SessionState } from "./state.ts";
import { type Context, type Decision, type ParticipantJoin, step } from "./step.ts";
import { seatTable } from "./table.ts";

/**
 * Gives a seat to somebody with the code, or a place at the door; who is on the list, or comes while groups are at work,
 * is placed at once.
 */
export function joinWorkshop(state: SessionState, command: ParticipantJoin, { now, newId }: Context): Decision {
	// Whom the server plays comes from within.
	const door = command.simulated === true ? "open" : state.workshop.door;
	if (door === "closed") return refusal("door-closed");
	const { people = [] } = command;
	if (isFull(state, Math.max(1, people.length))) return refusal("full");
	const waiting = door === "waiting";
	const participant: ParticipantState = {
		id: command.id,
		name: freeName(state, command.name),
		...(command.organisation === undefined ? {} : { organisation: command.organisation }),
		joinedAt: now,
		muted: false,
		removedAt: null,
		waiting,
		...(command.simulated === true ? { simulated: true } : {}),
		people: seatTable(state, command.id, people, newId),
	};
	const joined: SessionState = { ...state, participants: [...state.participants, participant] };
	const joinedFact = { type: "participant-joined", participant: participant.id } as const;
	if (waiting) return step(joined, joinedFact);
	// The list has the name as it is written, not the one that keeps two people apart.
	return step(seatNewcomer(joined, { ...participant, name: command.name }), joinedFact);
}

/** Whether there is no seat for `more` people; who was taken out has left theirs. */
export function isFull(state: SessionState, more = 1): boolean {
	return headsIn(lookups(state).participants.values()) + more > LIMITS.participants;
}

/** „Bin zurück“. Saying it twice is no mistake. */
export function returnFromBreak(state: SessionState, participant: string): Decision {
	if (currentPhaseOf(state)?.kind !== "break") return refusal("wrong-state", "there is no break");
	const back = state.back.includes(participant) ? state.back : [...state.back, participant];
	return step({ ...state, back }, { type: "participant-back", participant });
}

/** Two people of one name stay apart: the second becomes „Name (2)“. */
function freeName(state: SessionState, name: string): string {
	const taken = new Set(state.participants.map((participant) => participant.name.toLowerCase()));
	let free = name;
	for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
	return free;
}
