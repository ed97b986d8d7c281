import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Dimension } from "../../../worksheets/contract/snapshot.ts";
import { cleanLine, codePoints } from "../../../worksheets/contract/text.ts";

/** What structure modules are assessed by, while it is being written. Rows keep their ids, whatever they are called. */
export type Draft = readonly Dimension[];

/** A draft that was left, and what was stored when it was begun. */
export interface LeftDraft {
	draft: Draft;
	begun: Draft;
}

export interface Preset {
	id: string;
	title: string;
	dimensions: Draft;
}

/** What keeps a row from being stored, and in which of its fields. */
export interface Problem {
	id: string;
	part: "label" | "help";
	what: "missing" | "long" | "twice" | "helpLong";
}

export function moved(draft: Draft, id: string, by: -1 | 1): Draft {
	const from = draft.findIndex((row) => row.id === id);
	const row = draft[from];
	const to = from + by;
	if (row === undefined || to < 0 || to >= draft.length) return draft;
	return draft.toSpliced(from, 1).toSpliced(to, 0, row);
}

export function changed(draft: Draft, id: string, words: Partial<Pick<Dimension, "label" | "help">>): Draft {
	return draft.map((row) => (row.id === id ? { ...row, ...words } : row));
}

/** Ids are compared and words as they would be stored: blanks that nobody sees make no difference. */
export function sameDraft(one: Draft, other: Draft): boolean {
	return (
		one.length === other.length &&
		one.every((row, index) => {
			const twin = other[index];
			return (
				twin?.id === row.id &&
				cleanLine(twin.label) === cleanLine(row.label) &&
				cleanLine(twin.help) === cleanLine(row.help)
			);
		})
	);
}

/** The proposal that a draft is, word for word. */
export function presetOf(draft: Draft, presets: readonly Preset[]): Preset | undefined {
	return presets.find(({ dimensions }) => sameDraft(draft, dimensions));
}

/** All that keeps a draft from being stored, in the order of its rows. */
export function problemsOf(draft: Draft): Problem[] {
	const seen = new Set<string>();
	return draft.flatMap(({ id, label, help }): Problem[] => {
		const found: Problem[] = [];
		const name = cleanLine(label);
		if (name === "") found.push({ id, part: "label", what: "missing" });
		else if (codePoints(name) > LIMITS.dimensionCodePoints) found.push({ id, part: "label", what: "long" });
		else if (seen.has(name)) found.push({ id, part: "label", what: "twice" });
		seen.add(name);
		if (codePoints(cleanLine(help)) > LIMITS.dimensionHelpCodePoints)
			found.push({ id, part: "help", what: "helpLong" });
		return found;
	});
}

/** What can be taken up again: known once, each with its latest words, and not in the draft now. */
export function leftOut(draft: Draft, ...known: readonly Draft[]): Draft {
	const all = new Map(known.flat().map((row) => [row.id, row]));
	return [...all.values()].filter(({ id }) => !draft.some((row) => row.id === id));
}
