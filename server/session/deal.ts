import { headsOf } from "./heads.ts";
import type { GroupState, ParticipantState } from "./state.ts";

/** `people`: those who sit at one device and so in one group (heads.ts). */
export type Person = Pick<ParticipantState, "id" | "organisation" | "people">;

/** Random groups whose sizes differ by at most one person, or by at most what sits at one device. */
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

/**
 * One after another into the group that has fewest, in turn where several do; which one begins is chance, or the first
 * would always be larger. Devices with more people come first, so that those who sit alone make up for them.
 */
function deal(groups: readonly GroupState[], people: readonly Person[], random: () => number): GroupState[] {
	const first = Math.floor(random() * groups.length);
	const inTurn = groups.map((_, index) => ({
		place: (first + index) % groups.length,
		heads: 0,
		members: [] as string[],
	}));
	const largestFirst = [...people].sort((one, other) => headsOf(other) - headsOf(one));
	for (const person of largestFirst) {
		const least = inTurn.reduce((least, group) => (group.heads < least.heads ? group : least));
		least.members.push(person.id);
		least.heads += headsOf(person);
	}
	const members = new Map(inTurn.map((group) => [group.place, group.members]));
	return groups.map((group, index) => ({ ...group, members: members.get(index) ?? [] }));
}

/** Fisher and Yates, drawing the next person out of those left. */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
	const left = [...items];
	const drawn: Item[] = [];
	while (left.length > 0) drawn.push(...left.splice(Math.floor(random() * left.length), 1));
	return drawn;
}
