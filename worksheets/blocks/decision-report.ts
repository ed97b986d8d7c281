import type { Proposal } from "../assessment/methods.ts";
import { votedOn } from "../assessment/methods.ts";
import type { VoteResult } from "../assessment/vote-result.ts";
import type { Language } from "../contract/languages.ts";
import { decisionWords } from "../report/decision-words.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { DecisionAnswer, StoredBallot } from "./decision.ts";
import { optionName, resultSentence, resultTable, voteText } from "./decision-result.ts";

/**
 * What was asked, what the vote came to, and in a participant's own sheet how they voted. `interim`: while the workshop
 * goes on, an open vote may still be closed.
 */
export function reportDecision(answer: DecisionAnswer, language: Language, interim: boolean): ReportNode[] {
	const { proposal, result, ballots, asked } = answer;
	return [
		...(result === null ? openDecision(proposal, language, interim) : closedDecision(result, language)),
		...ballots.flatMap((ballot) => {
			const answered = asked.find(({ decision }) => decision === ballot.decision)?.proposal ?? null;
			return ownBallot(ballot, answered?.method === ballot.method ? answered : null, language);
		}),
	];
}

function openDecision(
	{ question, method, options }: DecisionAnswer["proposal"],
	language: Language,
	interim: boolean,
): ReportNode[] {
	const words = decisionWords[language];
	if (question === "" && options.length === 0) return [];
	return [
		{
			kind: "facts",
			items: [
				{ label: words.question, value: question === "" ? "–" : question },
				{ label: words.method, value: method === null ? "–" : words.methods[method] },
			],
		},
		...listOf(words.options, method === null ? options : votedOn({ method, options }), language),
		{ kind: "note", text: interim ? words.stillOpen : words.neverClosed },
	];
}

function listOf(title: string, options: Proposal["options"], language: Language): ReportNode[] {
	if (options.every(({ label }) => label === "")) return [];
	return [
		{ kind: "paragraph", text: `${title}:` },
		{ kind: "list", ordered: false, items: options.map((option) => optionName(option, language)) },
	];
}

/** A place needs little room, an option's name most; numbers share the rest. */
const COLUMN_SHARE = [2, 7];

function closedDecision(result: VoteResult, language: Language): ReportNode[] {
	const words = decisionWords[language];
	const { head, rows } = resultTable(result, language);
	return [
		{
			kind: "facts",
			items: [
				{ label: words.question, value: result.question },
				{ label: words.method, value: words.methods[result.method] },
			],
		},
		{ kind: "paragraph", text: resultSentence(result, language) },
		{
			kind: "table",
			caption: words.resultCaption,
			head,
			rows,
			share: head.map((_, column) => COLUMN_SHARE[column] ?? 3),
		},
		...reasonNodes(result, language),
	];
}

function reasonNodes(result: VoteResult, language: Language): ReportNode[] {
	const words = decisionWords[language];
	const { reasons, moreReasons, options } = result;
	if (reasons.length === 0) return [];
	const several = options.length > 1;
	const items = reasons.map(({ option: id, kind, text }) => {
		const option = options.find((candidate) => candidate.id === id);
		const about = several && option !== undefined ? ` (${optionName(option, language)})` : "";
		return `${kind === "grave" ? words.graveReason : words.concernReason}${about}: ${text}`;
	});
	return [
		{ kind: "paragraph", text: `${words.reasons}:` },
		{ kind: "list", ordered: false, items },
		...(moreReasons > 0 ? [{ kind: "note" as const, text: words.moreReasons(moreReasons) }] : []),
	];
}

function ownBallot(
	{ method, abstained, votes }: StoredBallot,
	proposal: Proposal | null,
	language: Language,
): ReportNode[] {
	const words = decisionWords[language];
	const asked: ReportNode[] = [
		{
			kind: "facts",
			items: [
				...(proposal === null ? [] : [{ label: words.question, value: proposal.question }]),
				{ label: words.method, value: words.methods[method] },
			],
		},
	];
	if (abstained) return [...asked, { kind: "paragraph", text: words.abstained }];
	const options = proposal === null ? [] : votedOn(proposal);
	const rows = votes.map(({ option: id, value, reason }) => {
		const option = options.find((candidate) => candidate.id === id);
		const text = voteText(value, method, language);
		return [
			option === undefined ? words.goneOption : optionName(option, language),
			// A reason that was written before stays in the ballot, and belongs to no vote without an objection.
			reason === "" || value === "none" ? text : `${text}: ${reason}`,
		];
	});
	if (rows.length === 0) return [];
	return [
		...asked,
		{ kind: "table", caption: words.ownBallot, head: [words.option, words.ownVote], rows, share: [3, 2] },
	];
}
