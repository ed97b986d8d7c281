import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { questionAmong } from "../../worksheets/document/ratings.ts";
import { lookups } from "./lookups.ts";
import { ratedFirst } from "./rated-first.ts";
import type { RevealState, SessionState } from "./state.ts";
import { type Context, type Decision, type RatingPublish, step } from "./step.ts";

/**
 * Ratings that people give by themselves before their group, or the plenary, agrees on a value. Nobody hears of them
 * until they are revealed, question by question; the result follows when they have been counted. A reveal that is still
 * being counted can be done again, so that a count which failed can be done once more.
 */

type Reveal = Extract<Command, { type: "rating.reveal" }>;
type Reopen = Extract<Command, { type: "rating.reopen" }>;
type Place = Pick<RevealState, "document" | "question">;

const isAt =
	({ document, question }: Place) =>
	(one: Place): boolean =>
		one.document === document && one.question === question;

/** `wrong-state` where the question is not rated by each person first, or has been revealed already. */
export function revealRatings(state: SessionState, { document: id, question }: Reveal, context: Context): Decision {
	const document = lookups(state).documents.get(id);
	if (document === undefined) return refusal("not-found", "document");
	const before = state.reveals.find(isAt({ document: id, question }));
	if (before?.result === null) return step(state);
	if (before !== undefined) return refusal("wrong-state", "the ratings are revealed");
	const blocks = ratedFirst(state, document, context.worksheet(document.worksheet));
	if (questionAmong(blocks, question) === null) return refusal("wrong-state", "nobody rates that by themselves");
	const sameSheet = state.reveals.filter((one) => one.document === id);
	if (sameSheet.length >= LIMITS.revealsPerDocument) return refusal("full", "question");
	const reveals = [...state.reveals, { document: id, question, result: null, counted: null, at: context.now }];
	return step({ ...state, reveals }, { type: "ratings-revealed", document: id, question });
}

/** What was revealed stays as it was, whatever people rate afterwards. */
export function publishRatings(state: SessionState, command: RatingPublish): Decision {
	const { document, question, result, counted } = command;
	const isHere = isAt({ document, question });
	if (state.reveals.find(isHere)?.result !== null) return refusal("wrong-state", "the ratings are not being counted");
	const reveals = state.reveals.map((one) => (isHere(one) ? { ...one, result, counted } : one));
	return step({ ...state, reveals }, { type: "ratings-published", document, question });
}

/** Takes the result away; what people have rated is still there, and is counted anew at the next reveal. */
export function reopenRatings(state: SessionState, { document, question }: Reopen): Decision {
	if (!lookups(state).documents.has(document)) return refusal("not-found", "document");
	const isHere = isAt({ document, question });
	const reveals = state.reveals.filter((one) => !isHere(one));
	if (reveals.length === state.reveals.length) return refusal("wrong-state", "the ratings are not revealed");
	return step({ ...state, reveals }, { type: "ratings-reopened", document, question });
}
