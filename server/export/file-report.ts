import { longDate } from "../../worksheets/report/dates.ts";
import { withoutEchoes } from "../../worksheets/report/echoes.ts";
import type { ReportNode } from "../../worksheets/report/nodes.ts";
import { resultsWords } from "../../worksheets/report/results-words.ts";
import type { TakeHome } from "../../worksheets/report/take-home.ts";

/** What the writers of pages (PDF, Word) are given: the report, and what stands around it on each page. */
export interface FileReport {
	title: string;
	language: string;
	product: string;
	interim: string | null;
	headerRight: string;
	footer: string;
	pageWord: string;
	ofWord: string;
	contentsWord: string;
	facts: { label: string; value: string }[];
	nodes: ReportNode[];
}

/** `timeZone`: an IANA name, in which days are told. */
export function fileReport(
	{ title, of, language, interim, at, facts, nodes }: Omit<TakeHome, "info" | "tables" | "content">,
	timeZone: string,
): FileReport {
	const words = resultsWords[language];
	const day = longDate(at, language, timeZone);
	return {
		title,
		language,
		product: of || words.results,
		interim: interim ? words.interim : null,
		headerRight: interim ? `${day} · ${words.interim}` : day,
		footer: words.madeWith,
		pageWord: words.page,
		ofWord: words.of,
		contentsWord: words.contents,
		facts,
		nodes: withoutEchoes(nodes),
	};
}
