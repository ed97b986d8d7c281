import { decisionOf } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import { lookups } from "./lookups.ts";
import { memoize } from "./memoize.ts";
import type { DocumentState, SessionState } from "./state.ts";
import type { BallotCounts } from "./view.ts";
import { ballotSheets } from "./votes.ts";

const NONE: BallotCounts = new Map();

/**
 * Who has voted in which documents, as the sync rooms report it: that somebody has, never what. Not stored, because it
 * can be looked up in the ballots.
 */
export class BallotBoard {
	readonly #definitions: ReadonlyMap<string, Worksheet>;
	/** By a participant's document: the documents on whose decisions it holds a vote. */
	#voted: ReadonlyMap<string, readonly string[]> = new Map();
	#last: { state: SessionState; voted: unknown; counts: BallotCounts } | null = null;

	constructor(definitions: ReadonlyMap<string, Worksheet>) {
		this.#definitions = definitions;
	}

	/** Takes a report; false where it says nothing new. */
	report(document: string, decisions: readonly string[]): boolean {
		const before = this.#voted.get(document);
		if (before !== undefined && same(before, decisions)) return false;
		this.#voted = new Map(this.#voted).set(document, decisions);
		return before !== undefined || decisions.length > 0;
	}

	/** Ballots of which nothing has been reported. */
	unknown(state: SessionState): string[] {
		return this.#decisions(state).flatMap((decision) =>
			ballotSheets(state, decision).flatMap((sheet) => (sheet === undefined || this.#voted.has(sheet) ? [] : [sheet])),
		);
	}

	/** A new map only where one of the counts has become another. */
	counts(state: SessionState): BallotCounts {
		if (this.#last?.state === state && this.#last.voted === this.#voted) return this.#last.counts;
		const counts = this.#count(state);
		const before = this.#last?.counts ?? NONE;
		const kept = sameCounts(before, counts) ? before : counts;
		this.#last = { state, voted: this.#voted, counts: kept };
		return kept;
	}

	#count(state: SessionState): BallotCounts {
		return new Map(
			this.#decisions(state).map((decision) => {
				const sheets = ballotSheets(state, decision);
				const voted = sheets.filter((sheet) => this.#voted.get(sheet ?? "")?.includes(decision.id) === true);
				return [decision.id, { eligible: sheets.length, voted: voted.length }];
			}),
		);
	}

	/** The sheets in which something is decided. */
	readonly #decisions = memoize((state: SessionState): DocumentState[] =>
		[...lookups(state).documents.values()].filter(({ worksheet, scope }) => {
			const definition = this.#definitions.get(worksheet);
			return scope.kind !== "participant" && definition !== undefined && decisionOf(definition) !== undefined;
		}),
	);
}

function same(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((item) => other.includes(item));
}

function sameCounts(one: BallotCounts, other: BallotCounts): boolean {
	return (
		one.size === other.size &&
		[...one].every(([id, { eligible, voted }]) => {
			const counts = other.get(id);
			return counts?.eligible === eligible && counts.voted === voted;
		})
	);
}
