import type { Person, Snapshot } from "../../../worksheets/contract/snapshot.ts";

/** A line of the list; whoever has just come has no id yet. */
export interface Entry {
	key: string;
	id?: string | undefined;
	name: string;
}

/** Whoever has always been alone is the first of a table to be. */
export function peopleOf({ you }: Snapshot): readonly Person[] {
	return you.people ?? [{ id: you.participantId ?? "", name: you.name ?? "" }];
}

export function entryOf({ id, name }: Person): Entry {
	return { key: id, id, name };
}

/** Whether the same people sit there under the same names. */
export function isSame(one: readonly Person[], other: readonly Person[]): boolean {
	const said = (people: readonly Person[]) => JSON.stringify(people.map(({ id, name, left }) => [id, name, left]));
	return said(one) === said(other);
}

/**
 * What was typed, on the list as it is now: who came in between is added, who went in between is not; names that nobody
 * touched here are those of now.
 */
export function listedAnew(entries: readonly Entry[], before: readonly Person[], now: readonly Person[]): Entry[] {
	const known = new Map(before.map((person) => [person.id, person]));
	const here = now.filter(({ left }) => !left);
	const kept = entries.flatMap((entry) => {
		if (entry.id === undefined) return [entry];
		const was = known.get(entry.id);
		const is = now.find(({ id }) => id === entry.id);
		// Whoever is taken back here was gone before.
		if (is === undefined || (is.left && !was?.left)) return [];
		return entry.name === was?.name ? [{ ...entry, name: is.name }] : [entry];
	});
	const wasHere = (id: string) => known.has(id) && !known.get(id)?.left;
	const come = here.filter(({ id }) => !wasHere(id) && kept.every((entry) => entry.id !== id));
	return [...kept, ...come.map(entryOf)];
}
