import { dealRandomly, type Person } from "./deal.ts";
import { headsOf } from "./heads.ts";
import type { GroupState } from "./state.ts";

/** How often the search may begin anew, for a room of so many people. A room of 300 is one search of some 30 ms. */
const WORK = 400;
/** A pair that meets again costs this much; each further time one more, so that nobody meets the same one for ever. */
const AGAIN = 100;

type Groups = readonly { readonly members: readonly string[] }[];

/**
 * Random groups, sizes differing as little as in `dealRandomly`, in which as few as possible sit together who did in an earlier
 * grouping: several random beginnings, each improved by exchanging two people as long as that helps.
 */
export function dealAnew(
	groups: readonly GroupState[],
	people: readonly Person[],
	earlier: readonly Groups[],
	random: () => number,
): GroupState[] {
	const ids = people.map((person) => person.id);
	const cost = costs(ids, earlier);
	const heads = people.map(headsOf);
	const placeOf = new Map(ids.map((id, place) => [id, place]));
	let best: { groups: GroupState[]; cost: number } | null = null;
	const tries = Math.max(1, Math.floor(WORK / Math.max(1, people.length)));
	for (let round = 0; round < tries && best?.cost !== 0; round += 1) {
		const dealt = dealRandomly(groups, people, random).map((group) => ({
			...group,
			members: group.members.map((id) => placeOf.get(id) ?? 0),
		}));
		const seats = dealt.map((group) => group.members);
		improve(seats, cost, heads);
		const found = total(seats, cost);
		if (best !== null && best.cost <= found) continue;
		best = {
			cost: found,
			groups: groups.map((group, index) => ({
				...group,
				members: (seats[index] ?? []).map((place) => ids[place] ?? ""),
			})),
		};
	}
	return best?.groups ?? [];
}

type Cost = (one: number, other: number) => number;

/** What it costs that two people, by their place in the list, sit together. */
function costs(ids: readonly string[], earlier: readonly Groups[]): Cost {
	const placeOf = new Map(ids.map((id, place) => [id, place]));
	const table = new Uint16Array(ids.length * ids.length);
	for (const { members } of earlier.flat()) {
		const places = members.flatMap((id) => placeOf.get(id) ?? []);
		for (const one of places) {
			for (const other of places) {
				const known = table[one * ids.length + other] ?? 0;
				if (one !== other) table[one * ids.length + other] = known === 0 ? AGAIN : known + 1;
			}
		}
	}
	return (one, other) => table[one * ids.length + other] ?? 0;
}

/** Exchanges two of different groups that are equally many wherever that costs less, until no exchange does. */
function improve(seats: number[][], cost: Cost, heads: readonly number[]): void {
	const count = seats.flat().length;
	const groupOf = new Uint16Array(count);
	seats.forEach((members, group) => {
		for (const person of members) groupOf[person] = group;
	});
	/** What a person costs beside all members of a group, by person and group. */
	const beside = new Int32Array(count * seats.length);
	const at = (person: number, group: number) => person * seats.length + group;
	for (let person = 0; person < count; person += 1) {
		for (let other = 0; other < count; other += 1) {
			const place = at(person, groupOf[other] ?? 0);
			beside[place] = (beside[place] ?? 0) + cost(person, other);
		}
	}
	const price = (person: number, group: number) => beside[at(person, group)] ?? 0;
	let better = true;
	while (better) {
		better = false;
		for (let one = 0; one < count; one += 1) {
			for (let other = one + 1; other < count; other += 1) {
				const [from, to] = [groupOf[one] ?? 0, groupOf[other] ?? 0];
				if (from === to || heads[one] !== heads[other]) continue;
				const now = price(one, from) + price(other, to);
				if (price(one, to) + price(other, from) - 2 * cost(one, other) >= now) continue;
				better = true;
				groupOf[one] = to;
				groupOf[other] = from;
				for (let person = 0; person < count; person += 1) {
					const change = cost(person, other) - cost(person, one);
					beside[at(person, from)] = price(person, from) + change;
					beside[at(person, to)] = price(person, to) - change;
				}
			}
		}
	}
	for (const members of seats) members.length = 0;
	for (const [person, group] of groupOf.entries()) seats[group]?.push(person);
}

function total(seats: readonly (readonly number[])[], cost: Cost): number {
	let sum = 0;
	for (const members of seats) {
		for (const one of members) for (const other of members) if (one < other) sum += cost(one, other);
	}
	return sum;
}
