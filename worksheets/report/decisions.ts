import type { DecisionAnswer } from "../blocks/decision.ts";
import { resultSentence } from "../blocks/decision-result.ts";
import type { Language } from "../contract/languages.ts";
import { decisionsIn } from "../document/votes.ts";
import { decisionWords } from "./decision-words.ts";
import type { ReportNode } from "./nodes.ts";
import type { Results } from "./results.ts";
import { resultsWords } from "./results-words.ts";

/** All that was put to the vote, in one table: numbers and reasons stand in the sheets. Nothing where nothing was. */
export function votedNodes({ sheets, language, interim }: Results): ReportNode[] {
	const words = resultsWords[language];
	const asked = decisionWords[language];
	const rows = sheets.flatMap(({ scope, title, answered }) =>
		scope.kind === "participant"
			? []
			: decisionsIn(answered)
					.flatMap(({ answers }) => answers)
					.filter(({ empty }) => !empty)
					.map(({ answer }) => [...decisionCells(answer, language, interim), `${scope.name}: ${title}`]),
	);
	if (rows.length === 0) return [];
	return [
		{ kind: "heading", level: 1, text: words.decisions },
		{
			kind: "table",
			caption: words.decisionsCaption,
			head: [asked.question, asked.method, words.decisionResult, words.decisionSheet],
			rows,
			share: [5, 2.6, 7, 3.4],
		},
	];
}

function decisionCells(
	{ proposal, result }: DecisionAnswer,
	language: Language,
	interim: boolean,
): [question: string, method: string, result: string] {
	const words = decisionWords[language];
	const method = result?.method ?? proposal.method;
	const open = interim ? words.stillOpen : words.neverClosed;
	return [
		result?.question ?? proposal.question,
		method === null ? "–" : words.methods[method],
		result === null ? open : resultSentence(result, language),
	];
}
