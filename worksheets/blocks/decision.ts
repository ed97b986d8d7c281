import type * as Y from "yjs";
import type { z } from "zod";
import { type Ballot, METHODS, type Method, type Proposal, soundValue, type Vote } from "../assessment/methods.ts";
import { REASON_CODE_POINTS } from "../assessment/tally.ts";
import { idSchema } from "../contract/ids.ts";
import type { decisionAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { MOST_OPTIONS, OPTION_COLUMN } from "./decision-options.ts";
import type { BlockOf } from "./definitions.ts";
import type { ObservedName } from "./observed.ts";
import { type Row, readRows } from "./rows.ts";
import { arrayAt, mapAt, stringOf, textAt } from "./y-types.ts";

/**
 * A decision has two sides. What is decided on stands in the plenary's document or a group's; how a person votes
 * stands in that person's own document of the same worksheet, which nobody else can open.
 *
 * Stored, where it is decided: `doc.getText(<block>/question)`; `doc.getArray(<block>)` the options as rows (rows.ts)
 * with the text column `option`; `doc.getMap(<block>/set-up)` `{ method?, points? }`.
 *
 * Stored, in a participant's document: `doc.getMap(<block>/ballot)`. Every key begins with the id of the document in
 * which it is decided, so that a group's vote and the plenary's never mix, and says the method, so that a number never
 * gets another meaning when the method is changed: `<document>:<method>:<option>` → 0 to 10 (resistance), 0 to 20
 * (points), 1 to 4 (mood), or `none`, `concern`, `grave` (consent); `<document>:reason:<option>` → the reason of a
 * concern or an objection; `<document>:<method>` → `abstain`. Options go by their row's id, or by `.as-it-is` and
 * `.question` (assessment/methods.ts).
 */
export type Definition = BlockOf<"decision">;

/** What a ballot answers: the document in which it is decided, and how. */
export interface BallotKey {
	decision: string;
	method: Method;
}

/** A ballot as a person's document holds it, whether or not what it answers is still asked. */
export type StoredBallot = DecisionAnswer["ballots"][number];

export type DecisionAnswer = z.infer<typeof decisionAnswerSchema>;

export const QUESTION_CODE_POINTS = 500;
/** Options times methods, several times over. */
const MOST_ENTRIES = 2_000;

export const decisionKeys = {
	question: ({ id }: Definition) => nameOf(id, "question"),
	setUp: ({ id }: Definition) => nameOf(id, "set-up"),
	ballot: ({ id }: Definition) => nameOf(id, "ballot"),
};

export const decisionBlock: BlockType<"decision", Definition, DecisionAnswer> = {
	type: "decision",
	read: (doc, block) => ({
		proposal: readProposal(doc, block),
		ballots: readBallots(mapAt(doc, decisionKeys.ballot(block))),
		result: null,
		asked: [],
	}),
	isEmpty: ({ proposal, ballots, result }) =>
		proposal.question === "" && proposal.options.length === 0 && ballots.length === 0 && result === null,
	// What people wrote; results and one's own votes are told by decision-report.ts, which the page does not carry along.
	report: (_block, { proposal, ballots }) => {
		const reasons = ballots.flatMap(({ votes }) => votes.flatMap(({ reason }) => (reason === "" ? [] : [reason])));
		const items = [...proposal.options.map(({ label }) => label), ...reasons];
		return [
			...(proposal.question === "" ? [] : [{ kind: "paragraph" as const, text: proposal.question }]),
			...(items.length === 0 ? [] : [{ kind: "list" as const, ordered: false, items }]),
		];
	},
};

/** The options' rows, also those without a name yet. */
export function optionRows(doc: Y.Doc, block: Definition): Row[] {
	return readRows(arrayAt(doc, block.id), [OPTION_COLUMN]);
}

function readProposal(doc: Y.Doc, block: Definition): DecisionAnswer["proposal"] {
	const setUp = mapAt(doc, decisionKeys.setUp(block));
	const points = soundValue("points", setUp?.get("points"));
	return {
		method: METHODS.find((method) => method === setUp?.get("method")) ?? block.method ?? null,
		question: line(textAt(doc, decisionKeys.question(block)), QUESTION_CODE_POINTS),
		points: typeof points === "number" && points > 0 ? points : block.points,
		options: optionRows(doc, block)
			.map(({ id, cells }) => ({ id, label: line(String(cells[OPTION_COLUMN.id] ?? ""), QUESTION_CODE_POINTS) }))
			// Names with a dot in front are ours.
			.filter(({ id, label }) => label !== "" && !id.startsWith("."))
			.slice(0, MOST_OPTIONS),
	};
}

/** What is said in a result, which everybody's page holds; the document keeps all of it. */
function line(text: string, most: number): string {
	return [...text.replace(/\s+/g, " ").trim()].slice(0, most).join("");
}

function readBallots(map: Y.Map<unknown> | null): StoredBallot[] {
	const ballots = new Map<string, { decision: string; method: Method; abstained: boolean; votes: Vote[] }>();
	for (const key of [...(map?.keys() ?? [])].sort().slice(0, MOST_ENTRIES)) {
		const [, decision = "", method, option] = keyPattern.exec(key) ?? [];
		const known = METHODS.find((candidate) => candidate === method);
		if (known === undefined || !idSchema.safeParse(decision).success) continue;
		const value = map?.get(key);
		const ballot = ballots.get(`${decision}:${known}`) ?? { decision, method: known, abstained: false, votes: [] };
		if (option === undefined) {
			if (value !== ABSTAIN) continue;
			ballot.abstained = true;
		} else {
			const sound = soundValue(known, value);
			if (sound === null) continue;
			const reason = known === "consent" ? stringOf(map?.get(keyOf(decision, "reason", option))) : "";
			ballot.votes.push({ option, value: sound, reason: [...reason].slice(0, REASON_CODE_POINTS).join("") });
		}
		ballots.set(`${decision}:${known}`, ballot);
	}
	return [...ballots.values()];
}

export const ABSTAIN = "abstain";
const keyPattern = /^([A-Za-z0-9_-]{22}):([a-z]+)(?::(.{1,80}))?$/s;

export function keyOf(decision: string, ...parts: string[]): string {
	return [decision, ...parts].join(":");
}

/** What is put to the vote; null while the method is open. */
export function proposalOf({ proposal }: Pick<DecisionAnswer, "proposal">): Proposal | null {
	const { method } = proposal;
	return method === null ? null : { ...proposal, method };
}

/** The ballot for what is decided in that document, in that way; an empty one where there is none. */
export function ballotFor(ballots: readonly StoredBallot[], decision: string, method: Method): Ballot {
	return (
		ballots.find((ballot) => ballot.decision === decision && ballot.method === method) ?? {
			abstained: false,
			votes: [],
		}
	);
}

/** The names beside the block's own. */
export function decisionNames(block: Definition): ObservedName[] {
	return [
		{ name: decisionKeys.question(block), type: "text" },
		{ name: decisionKeys.setUp(block), type: "map" },
		{ name: decisionKeys.ballot(block), type: "map" },
	];
}
