import type * as Y from "yjs";
import type { ScopeKind } from "../contract/snapshot.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { ratedBlocks, ratedQuestions, submittedQuestions } from "./ratings.ts";
import { decisionOf, voteSide } from "./votes.ts";

/**
 * A document's side of what people answer each for themselves: what is asked in a sheet that people share, or what is
 * answered in somebody's own. By name, without a word of what anybody answers.
 */
export interface Side {
	votes: readonly string[];
	ratings: readonly string[];
}

/** Whether a worksheet's documents have a side at all. */
export function hasSides(worksheet: Worksheet): boolean {
	return decisionOf(worksheet) !== undefined || ratedBlocks(worksheet).length > 0;
}

export function readSide(doc: Y.Doc, worksheet: Worksheet, document: string, scope: ScopeKind): Side {
	const decision = decisionOf(worksheet);
	return {
		votes: decision === undefined ? [] : voteSide(doc, decision, document, scope),
		ratings: scope === "participant" ? submittedQuestions(doc, worksheet) : ratedQuestions(doc, worksheet),
	};
}
