import type { BallotKey } from "../../worksheets/blocks/decision.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { BallotCounts } from "./boards.ts";
import { lookups } from "./lookups.ts";
import { memoize } from "./memoize.ts";
import type { DocumentState, SessionState } from "./state.ts";
import { ballotSheets } from "./votes.ts";

const NONE: BallotCounts = new Map();

/**
 * What is asked in which documents, and whose ballots answer it, as the sync rooms report it: that they do, never what
 * they say. Not stored, because it can be looked up in the documents.
 */
export class BallotBoard {
	readonly #definitions: ReadonlyMap<string, Worksheet>;
	/** By document: what it asks, or a participant's answers. */
	#sides: ReadonlyMap<string, readonly BallotKey[]> = new Map();
	#last: { state: SessionState; sides: unknown; counts: BallotCounts } | null = null;

	constructor(definitions: ReadonlyMap<string, Worksheet>) {
		this.#definitions = definitions;
	}

	/** Takes a report; false where it says nothing new. */
	report(document: string, side: readonly BallotKey[]): boolean {
		const before = this.#sides.get(document);
		if (before !== undefined && same(before, side)) return false;
		this.#sides = new Map(this.#sides).set(document, side);
		return before !== undefined || side.length > 0;
	}

	/** Sheets with one of the two sides of which nothing has been reported. */
	unknown(state: SessionState): string[] {
		return this.#decisions(state).flatMap((decision) =>
			[decision.id, ...ballotSheets(state, decision)].flatMap((sheet) =>
				sheet === undefined || this.#sides.has(sheet) ? [] : [sheet],
			),
		);
	}

	/** A new map only where one of the counts has become another. */
	counts(state: SessionState): BallotCounts {
		if (this.#last?.state === state && this.#last.sides === this.#sides) return this.#last.counts;
		const counts = this.#count(state);
		const before = this.#last?.counts ?? NONE;
		const kept = sameCounts(before, counts) ? before : counts;
		this.#last = { state, sides: this.#sides, counts: kept };
		return kept;
	}

	#count(state: SessionState): BallotCounts {
		return new Map(
			this.#decisions(state).map((decision) => {
				const sheets = ballotSheets(state, decision);
				const [asked] = this.#sides.get(decision.id) ?? [];
				// An answer to an earlier method is none to what is asked now.
				const voted = sheets.filter((sheet) => asked && this.#sides.get(sheet ?? "")?.some(isSame(asked)));
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

function same(one: readonly BallotKey[], other: readonly BallotKey[]): boolean {
	return one.length === other.length && one.every((asked) => other.some(isSame(asked)));
}

function isSame({ decision, method }: BallotKey): (other: BallotKey) => boolean {
	return (other) => other.decision === decision && other.method === method;
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
