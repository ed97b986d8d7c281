import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { lookups } from "./lookups.ts";
import { seatNewcomer } from "./seats.ts";
import type { ParticipantState, SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

type Named<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/** Order in the room: who may write, who is in, and who comes in. Nothing here touches a word that was written. */

/** Takes somebody's pen in what others share, or gives it back. Saying it twice is no mistake. */
export function muteParticipant(state: SessionState, { participant, muted }: Named<"participant.mute">): Decision {
	if (!lookups(state).participants.has(participant)) return refusal("not-found", "participant");
	return step(withPerson(state, participant, { muted }), { type: "participant-muted", participant, muted });
}

/**
 * Takes somebody out for good. The record stays, because what they wrote keeps its name; their places in groups, calls,
 * questions and sign of being back go.
 */
export function removeParticipant(state: SessionState, participant: string, { now }: Context): Decision {
	if (!lookups(state).participants.has(participant)) return refusal("not-found", "participant");
	const others = (id: string): boolean => id !== participant;
	const theirs = (thing: { participant: string }): boolean => others(thing.participant);
	return step(
		{
			...withPerson(state, participant, { removedAt: now, waiting: false }),
			groupings: state.groupings.map((grouping) => ({
				...grouping,
				groups: grouping.groups.map((group) => ({ ...group, members: group.members.filter(others) })),
			})),
			help: state.help.filter(theirs),
			questions: state.questions.filter(theirs),
			back: state.back.filter(others),
		},
		{ type: "participant-removed", participant },
	);
}

/** Lets in who waits; groups that are at work take them in as they would a latecomer. */
export function admitParticipant(state: SessionState, participant: string): Decision {
	const person = lookups(state).participants.get(participant);
	if (person === undefined) return refusal("not-found", "participant");
	return person.waiting ? admit(state, [person]) : refusal("wrong-state", "the person is in");
}

/** Nobody is left standing before an open door. A closed one leaves those who wait to be let in or sent away. */
export function setDoor(state: SessionState, { door }: Named<"door.set">): Decision {
	const set: SessionState = { ...state, workshop: { ...state.workshop, door } };
	const waiting = state.participants.filter((person) => person.waiting);
	if (door !== "open" || waiting.length === 0) return step(set, { type: "door-set" });
	const admitted = admit(set, waiting);
	return admitted.ok ? step(admitted.state, { type: "door-set" }, ...admitted.facts) : admitted;
}

/** The code of before leads nowhere from now on; who is in stays in. */
export function renewCode(state: SessionState, { newCode }: Context): Decision {
	return step({ ...state, workshop: { ...state.workshop, code: newCode() } }, { type: "code-renewed" });
}

function admit(state: SessionState, people: readonly ParticipantState[]): Decision {
	const admitted = people.reduce(
		(before, person) => seatNewcomer(withPerson(before, person.id, { waiting: false }), person),
		state,
	);
	return step(admitted, { type: "participants-admitted", participants: people.map(({ id }) => id) });
}

function withPerson(state: SessionState, id: string, change: Partial<ParticipantState>): SessionState {
	const participants = state.participants.map((person) => (person.id === id ? { ...person, ...change } : person));
	return { ...state, participants };
}
