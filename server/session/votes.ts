import { refusal } from "../../worksheets/contract/result.ts";
import { lookups, PLENARY } from "./lookups.ts";
import type { DocumentState, SessionState } from "./state.ts";
import { type Decision, step, type VotePublish } from "./step.ts";

/**
 * Votes. What is decided on stands in the plenary's sheet or a group's, a ballot in its owner's sheet of the same
 * worksheet. Closing locks the ballots at once; the result follows when they have been counted. A vote that is already
 * being counted can be closed again, so that a count which failed can be done once more.
 */
export function closeVote(state: SessionState, document: string): Decision {
	if (!lookups(state).documents.has(document)) return refusal("not-found", "document");
	const vote = state.votes.find((candidate) => candidate.document === document);
	if (vote === undefined) {
		return step({ ...state, votes: [...state.votes, { document, result: null }] }, { type: "vote-closed", document });
	}
	return vote.result === null ? step(state) : refusal("wrong-state", "the vote is closed");
}

/** The result is frozen: only a vote that was opened again gets another one. */
export function publishVote(state: SessionState, { document, result }: VotePublish): Decision {
	const isCounting = state.votes.some((vote) => vote.document === document && vote.result === null);
	if (!isCounting) return refusal("wrong-state", "the vote is not being counted");
	const votes = state.votes.map((vote) => (vote.document === document ? { document, result } : vote));
	return step({ ...state, votes }, { type: "vote-published", document });
}

export function reopenVote(state: SessionState, document: string): Decision {
	if (!lookups(state).documents.has(document)) return refusal("not-found", "document");
	const votes = state.votes.filter((vote) => vote.document !== document);
	if (votes.length === state.votes.length) return refusal("wrong-state", "the vote is open");
	return step({ ...state, votes }, { type: "vote-reopened", document });
}

/**
 * Whether a sheet is a ballot that has been counted, or is being counted. With several votes on the same worksheet (a
 * group's and the plenary's) it stays open for as long as one of them does: the other's result is frozen anyway.
 */
export function isCounted(state: SessionState, { scope, worksheet }: DocumentState): boolean {
	if (state.votes.length === 0 || scope.kind !== "participant" || scope.id === undefined) return false;
	const { deviceOf, documentsOf, groupsOf } = lookups(state);
	const decisions = [PLENARY, ...(groupsOf.get(deviceOf.get(scope.id)?.id ?? "") ?? [])]
		.flatMap((owner) => documentsOf.get(owner) ?? [])
		.filter((document) => document.worksheet === worksheet);
	const isClosed = ({ id }: DocumentState) => state.votes.some(({ document }) => document === id);
	return decisions.length > 0 && decisions.every(isClosed);
}
