import { longDate } from "../../../worksheets/report/dates.ts";
import type { ReportNode } from "../../../worksheets/report/nodes.ts";
import { type Results, reportResults, resultsFacts } from "../../../worksheets/report/results.ts";
import { resultsWords } from "../../../worksheets/report/results-words.ts";

/** What report.typ reads. Every string is data; the template sets it as text. */
export interface PdfReport {
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

export function pdfReport(results: Results, timeZone: string): PdfReport {
	const words = resultsWords[results.language];
	const day = longDate(results.workshop.startsAt ?? results.exportedAt, results.language, timeZone);
	return {
		title: results.workshop.title,
		language: results.language,
		product: words.results,
		interim: results.interim ? words.interim : null,
		headerRight: results.interim ? `${day} · ${words.interim}` : day,
		footer: words.madeWith,
		pageWord: words.page,
		ofWord: words.of,
		contentsWord: words.contents,
		facts: resultsFacts(results, timeZone),
		nodes: reportResults(results, timeZone),
	};
}
