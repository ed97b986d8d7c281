import type { GroupState, ParticipantState } from "./state.ts";

export type Person = Pick<ParticipantState, "id" | "organisation">;

/** Random groups whose sizes differ by at most one. */
export function dealRandomly(
	groups: readonly GroupState[],
	people: readonly Person[],
	random: () => number,
): GroupState[] {
	return deal(groups, shuffled(people, random), random);
}

/**
 * Spreads every organisation over the groups: its people are dealt one after another, so both the groups' sizes and
 * each organisation's seats per group differ by at most one. Who names no organisation fills up last.
 */
export function dealByOrganisation(
	groups: readonly GroupState[],
	people: readonly Person[],
	random: () => number,
): GroupState[] {
	const organisations = new Map<string, Person[]>();
	const unnamed: Person[] = [];
	for (const person of shuffled(people, random)) {
		if (person.organisation === undefined) {
			unnamed.push(person);
			continue;
		}
		const key = person.organisation.toLowerCase();
		organisations.set(key, [...(organisations.get(key) ?? []), person]);
	}
	return deal(groups, [...[...organisations.values()].flat(), ...unnamed], random);
}

/** One after another into one group after another; which group begins is chance, or the first would always be larger. */
function deal(groups: readonly GroupState[], people: readonly Person[], random: () => number): GroupState[] {
	const first = Math.floor(random() * groups.length);
	const members = groups.map((): string[] => []);
	people.forEach((person, index) => {
		members[(first + index) % groups.length]?.push(person.id);
	});
	return groups.map((group, index) => ({ ...group, members: members[index] ?? [] }));
}

/** Fisher and Yates, drawing the next person out of those left. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
	const left = [...items];
	const drawn: Item[] = [];
	while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
	return drawn;
}
