import type { DocumentProgress } from "../../worksheets/contract/snapshot.ts";
import type { Watched } from "./watch-board.ts";

/** Participants with a line at this moment. Replaced, never changed, so that views can be shared. */
export type Presence = ReadonlySet<string>;
/** How far the documents are, by document. Replaced, never changed. */
export type Progress = ReadonlyMap<string, DocumentProgress>;

/** How many late contributions the documents have, by document. Replaced, never changed. */
export type LateCounts = ReadonlyMap<string, number>;

/**
 * Of each document in which people are asked something, each for themselves: how many can answer, and how many have, by
 * what is asked. Replaced, never changed.
 */
export type AnswerCounts = ReadonlyMap<string, { eligible: number; answered: ReadonlyMap<string, number> }>;

/** What is known beside the state, and forgotten with the process. */
export interface Boards {
	presence: Presence;
	progress: Progress;
	late: LateCounts;
	ballots: AnswerCounts;
	/** By the questions that people rate. */
	ratings: AnswerCounts;
	watched: Watched;
}
