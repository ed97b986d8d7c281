import { type RatingResult, toldOutside } from "../../worksheets/assessment/rating-result.ts";
import { steers } from "../../worksheets/contract/roles.ts";
import type { DocumentView, RatingView, Role, VoteView } from "../../worksheets/contract/snapshot.ts";
import { memoize } from "../../worksheets/memoize.ts";
import type { AnswerCounts } from "./boards.ts";
import type { SessionState } from "./state.ts";

/** What is told of that which people answer each for themselves: how many have, and once it is counted the result. */

/** For who may open these documents; the same list as long as nothing of it has changed, so that comparing stays cheap. */
type Views<View> = (
	state: SessionState,
	documents: readonly DocumentView[],
	counts: AnswerCounts,
	role: Role,
) => View[];

/** `closed` is what has become of it in the session: replaced when it changes. */
function views<View>(
	closed: (state: SessionState) => unknown,
	build: (state: SessionState, document: DocumentView, counts: Counts, role: Role) => View[],
): Views<View> {
	const none: View[] = [];
	const seen = new WeakMap<readonly DocumentView[], { closed: unknown; counts: AnswerCounts; list: View[] }>();
	return (state, documents, counts, role) => {
		if (counts.size === 0) return none;
		const known = seen.get(documents);
		if (known !== undefined && known.closed === closed(state) && known.counts === counts) return known.list;
		const list = documents.flatMap((document) => {
			const of = counts.get(document.id);
			return of === undefined ? [] : build(state, document, of, role);
		});
		seen.set(documents, { closed: closed(state), counts, list });
		return list;
	};
}

type Counts = NonNullable<ReturnType<AnswerCounts["get"]>>;

export const votesFor = views(
	({ votes }) => votes,
	({ votes }, { id }, { eligible, answered }): VoteView[] => {
		const closed = votes.find(({ document }) => document === id);
		// A sheet decides one thing, or nothing yet.
		const [voted = 0] = answered.values();
		return [{ id, closed: closed !== undefined, eligible, voted, ...withResult(closed?.result) }];
	},
);

export const ratingsFor = views(
	({ reveals }) => reveals,
	({ reveals }, { id: document, outside }, { eligible, answered }, role): RatingView[] => {
		const told = outside && !steers(role) ? outsideOnce : (result: RatingResult) => result;
		const revealed = new Map(
			reveals.filter((reveal) => reveal.document === document).map((reveal) => [reveal.question, reveal]),
		);
		// What was revealed stays known where the sheet no longer asks it.
		return [...new Set([...answered.keys(), ...revealed.keys()])].map((question) => ({
			id: `${document}#${question}`,
			document,
			question,
			revealed: revealed.has(question),
			eligible,
			submitted: answered.get(question) ?? 0,
			...withResult(mapped(revealed.get(question)?.result, told)),
		}));
	},
);

/** Once per result: the same for all outside of the group, so that comparing stays cheap. */
const outsideOnce = memoize(toldOutside);

function mapped<Value>(value: Value | null | undefined, change: (value: Value) => Value): Value | null | undefined {
	return value === null || value === undefined ? value : change(value);
}

function withResult<Result>(result: Result | null | undefined): { result?: Result } {
	return result === null || result === undefined ? {} : { result };
}
