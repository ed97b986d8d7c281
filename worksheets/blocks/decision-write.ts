import type * as Y from "yjs";
import { type Method, MOST_POINTS, soundValue, type Vote } from "../assessment/methods.ts";
import { ABSTAIN, type BallotKey, type Definition, decisionKeys, keyOf } from "./decision.ts";
import { setKey } from "./y-types.ts";

/** Writing both sides of a decision, in the shape that decision.ts describes. */

/** What the question's field binds to. */
export function questionOf(doc: Y.Doc, block: Definition): Y.Text {
	return doc.getText(decisionKeys.question(block));
}

/** Null leaves it to the definition. */
export function setMethod(doc: Y.Doc, block: Definition, method: Method | null): void {
	doc.transact(() => setKey(doc.getMap(decisionKeys.setUp(block)), "method", method));
}

/** From 1 to MOST_POINTS; anything else writes nothing. */
export function setPoints(doc: Y.Doc, block: Definition, points: number): void {
	if (!Number.isInteger(points) || points < 1 || points > MOST_POINTS) return;
	doc.transact(() => setKey(doc.getMap(decisionKeys.setUp(block)), "points", points));
}

/** Votes on an option; null takes the vote back. */
export function setVote(
	doc: Y.Doc,
	block: Definition,
	{ decision, method }: BallotKey,
	option: string,
	value: Vote["value"] | null,
): void {
	if (value !== null && soundValue(method, value) === null) return;
	doc.transact(() => setKey(doc.getMap(decisionKeys.ballot(block)), keyOf(decision, method, option), value));
}

export function setReason(doc: Y.Doc, block: Definition, decision: string, option: string, reason: string): void {
	doc.transact(() =>
		setKey(doc.getMap(decisionKeys.ballot(block)), keyOf(decision, "reason", option), reason === "" ? null : reason),
	);
}

/** Abstains, or takes that back; what was voted before is kept meanwhile. */
export function setAbstained(doc: Y.Doc, block: Definition, { decision, method }: BallotKey, abstained: boolean): void {
	doc.transact(() =>
		setKey(doc.getMap(decisionKeys.ballot(block)), keyOf(decision, method), abstained ? ABSTAIN : null),
	);
}
