import { memoize } from "../../worksheets/memoize.ts";
import type { AnswerCounts } from "./boards.ts";
import { ownSheetsFor } from "./own-sheets.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** A sheet in which something is asked, and of what its side names the part that is. */
export interface Asking {
	document: DocumentState;
	isAsked(name: string): boolean;
}

const NONE: AnswerCounts = new Map();

/**
 * What is asked in which documents, and whose own sheets answer it, as the sync rooms report it: that they do, never
 * what they say. Not stored, because it can be looked up in the documents.
 */
export class AnswerBoard {
	readonly #asking: (state: SessionState) => readonly (Asking & { sheets: readonly (string | undefined)[] })[];
	/** By document: what it asks, or what a participant's answers. */
	readonly #sides = new Map<string, ReadonlySet<string>>();
	#reports = 0;
	#last: { state: SessionState; reports: number; counts: AnswerCounts } | null = null;

	constructor(asking: (state: SessionState) => readonly Asking[]) {
		this.#asking = memoize((state: SessionState) =>
			asking(state).map((one) => ({ ...one, sheets: ownSheetsFor(state, one.document) })),
		);
	}

	report(document: string, side: readonly string[]): void {
		const before = this.#sides.get(document);
		// Also in the same order: that of a shared sheet is seen.
		if (before !== undefined && [...before].join("\n") === side.join("\n")) return;
		this.#sides.set(document, new Set(side));
		this.#reports += 1;
	}

	/** Sheets with one of the two sides of which nothing has been reported. */
	unknown(state: SessionState): string[] {
		return this.#asking(state).flatMap(({ document, sheets }) =>
			[document.id, ...sheets].flatMap((sheet) => (sheet === undefined || this.#sides.has(sheet) ? [] : [sheet])),
		);
	}

	/** A new map only where one of the counts has become another. */
	counts(state: SessionState): AnswerCounts {
		if (this.#last?.state === state && this.#last.reports === this.#reports) return this.#last.counts;
		const counts = this.#count(state);
		const before = this.#last?.counts ?? NONE;
		const kept = sameCounts(before, counts) ? before : counts;
		this.#last = { state, reports: this.#reports, counts: kept };
		return kept;
	}

	#count(state: SessionState): AnswerCounts {
		return new Map(
			this.#asking(state).map(({ document, isAsked, sheets }) => {
				const asked = [...(this.#sides.get(document.id) ?? [])].filter(isAsked);
				const people = (name: string) => sheets.filter((sheet) => this.#sides.get(sheet ?? "")?.has(name)).length;
				const answered = new Map(asked.map((name) => [name, people(name)]));
				return [document.id, { eligible: sheets.length, answered }];
			}),
		);
	}
}

function sameCounts(one: AnswerCounts, other: AnswerCounts): boolean {
	return (
		one.size === other.size &&
		[...one].every(([id, { eligible, answered }]) => {
			const counts = other.get(id);
			return counts?.eligible === eligible && sameEntries(answered, counts.answered);
		})
	);
}

/** Also in the same order, which is the sheet's. */
function sameEntries(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
	const entries = [...other];
	return (
		one.size === other.size &&
		[...one].every(([name, people], index) => entries[index]?.[0] === name && entries[index]?.[1] === people)
	);
}
