import type { Command } from "../../worksheets/contract/commands.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Person } from "../../worksheets/contract/snapshot.ts";
import { phasesOf } from "./documents.ts";
import { headsIn, headsOf, peopleAt } from "./heads.ts";
import { lookups } from "./lookups.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/**
 * Several people at one device. They are one participant with one line and one seat in one group; where people judge
 * by themselves each of them has an own sheet, and counts. The first goes by the participant's own id, so that whatever
 * a participant rated before others sat down stays theirs.
 */

type SetPeople = Extract<Command, { type: "people.set" }>;
type PassTurn = Extract<Command, { type: "turn.pass" }>;

const NUMBERED: Record<Language, string> = { de: "Person", en: "Person" };

/** Those who sit down with somebody who joins. */
export function seatTable(
	{ workshop }: SessionState,
	participant: string,
	people: readonly { name: string }[],
	newId: () => string,
): Person[] {
	const seated = people.map(({ name }, index) => ({ id: index === 0 ? participant : newId(), name }));
	return named(seated, [], workshop.language);
}

/**
 * Who sits at a participant's device from now on. Refused `wrong-state` where somebody is neither listed nor named as
 * leaving, or listed without being there any more: the list was then made from an older one, and nobody goes because
 * another device did not know of them. Refused `full` where the workshop or the device has no room for as many.
 */
export function setPeople(state: SessionState, participant: string, command: SetPeople, context: Context): Decision {
	const person = lookups(state).participants.get(participant);
	if (person === undefined) return refusal("not-found", "participant");
	const before = person.people.length > 0 ? person.people : [{ id: participant, name: person.name }];
	const wanted = command.people.map(({ id, name }) => ({ id: id ?? context.newId(), name }));
	const ids = new Set(wanted.map(({ id }) => id));
	if (command.people[0]?.id !== participant) return refusal("invalid", "people: the participant comes first");
	if (ids.size < wanted.length) return refusal("invalid", "people: somebody is there twice");
	const known = new Set(before.map(({ id }) => id));
	if (command.people.some(({ id }) => id !== undefined && !known.has(id)))
		return refusal("wrong-state", "people: not there");

	const { documentsOf } = lookups(state);
	const missing = before.filter(({ id }) => !ids.has(id));
	const isSaid = ({ id, left }: Person) => left || command.leaving?.includes(id);
	if (!missing.every(isSaid)) return refusal("wrong-state", "leaving: somebody is not named");
	// Who never had a sheet leaves nothing behind.
	const gone = missing.filter(({ id }) => documentsOf.has(id));

	const seated = named(wanted, gone, state.workshop.language);
	const all = [...seated, ...gone.map((one) => ({ ...one, left: true as const }))];
	if (all.length > LIMITS.peopleEverAtTable) return refusal("full", "people");
	const more = seated.length - headsOf(person);
	if (more > 0 && headsIn(lookups(state).participants.values()) + more > LIMITS.participants) return refusal("full");
	const people = all.length === 1 ? [] : all;
	const participants = state.participants.map((one) => (one.id === participant ? { ...one, people } : one));
	return step({ ...state, participants }, { type: "people-set", participant });
}

/** The device goes on to the next. Saying it twice is no mistake. */
export function passTurn(state: SessionState, participant: string, { document: id, phase }: PassTurn): Decision {
	const document = lookups(state).documents.get(id);
	const person = lookups(state).participants.get(participant);
	if (document === undefined || person === undefined) return refusal("not-found", "document");
	const isTheirs = headsOf(person) > 1 && peopleAt(person).includes(document.scope.id ?? "");
	if (!isTheirs) return refusal("wrong-state", "the sheet does not go round");
	if (!phasesOf(state, document).includes(phase)) return refusal("not-found", "phase");
	if (state.turns.some((turn) => turn.document === id && turn.phase === phase)) return step(state);
	const turns = [...state.turns, { document: id, phase }];
	return step({ ...state, turns }, { type: "turn-passed", document: id });
}

/** Who has no name gets the next number that is free; two of one name stay apart, also from those who went. */
function named(people: readonly Person[], gone: readonly Person[], language: Language): Person[] {
	const taken = new Set([...people, ...gone].map(({ name }) => name.toLowerCase()));
	const given = new Set(gone.map(({ name }) => name.toLowerCase()));
	return people.map(({ id, name }, index) => {
		let free = name;
		if (name === "") {
			for (let number = index + 1; free === "" || taken.has(free.toLowerCase()); number += 1) {
				free = `${NUMBERED[language]} ${number}`;
			}
		} else {
			for (let number = 2; given.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
		}
		taken.add(free.toLowerCase());
		given.add(free.toLowerCase());
		return { id, name: free };
	});
}
