import { questionAmong } from "../../worksheets/document/ratings.ts";
import { decisionOf } from "../../worksheets/document/votes.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { Asking } from "./answer-board.ts";
import { ratedFirst } from "./rated-first.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** Where people are asked something, each for themselves. */

type Definitions = ReadonlyMap<string, Worksheet>;

/** The sheets in which something is decided. */
export function decisionsIn(state: SessionState, definitions: Definitions): Asking[] {
	const isDecided = ({ worksheet, scope }: DocumentState) => {
		const definition = definitions.get(worksheet);
		return scope.kind !== "participant" && definition !== undefined && decisionOf(definition) !== undefined;
	};
	return state.documents.filter(isDecided).map((document) => ({ document, isAsked: () => true }));
}

/** The sheets in which something is rated by each person first. */
export function ratingsIn(state: SessionState, definitions: Definitions): Asking[] {
	return state.documents.flatMap((document) => {
		const blocks = ratedFirst(state, document, definitions.get(document.worksheet));
		if (blocks.length === 0) return [];
		return [{ document, isAsked: (question: string) => questionAmong(blocks, question) !== null }];
	});
}
