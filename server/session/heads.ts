import { memoize } from "../../worksheets/memoize.ts";
import type { ParticipantState } from "./state.ts";

/** Several people may sit at one participant's device (table.ts): where people count, these do. */

type Device = Pick<ParticipantState, "id" | "people">;

/** Under whose ids the own sheets of those at a device go, in the order in which they rate. */
export const peopleAt = memoize(({ id, people }: Device): readonly string[] => {
	const here = people.flatMap((person) => (person.left ? [] : [person.id]));
	return here.length === 0 ? [id] : here;
});

/** The same with those who sit there no longer: what they rated can still be read there. */
export function everAt({ id, people }: Device): readonly string[] {
	return people.length === 0 ? [id] : people.map((person) => person.id);
}

/** How many people a participant is. */
export function headsOf(participant: Device): number {
	return peopleAt(participant).length;
}

/** How many people all of them are. */
export function headsIn(participants: Iterable<Device>): number {
	let heads = 0;
	for (const participant of participants) heads += headsOf(participant);
	return heads;
}
