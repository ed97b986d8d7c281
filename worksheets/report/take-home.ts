import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "./nodes.ts";
import { type Results, reportResults, resultsFacts } from "./results.ts";

/** A file to take home, whatever it tells: what every format is written from. */
export interface TakeHome {
	title: string;
	/** Of whom it speaks, for the file's name; empty for the workshop as a whole. */
	of: string;
	language: Language;
	/** Whether the workshop was still going on. */
	interim: boolean;
	/** Epoch milliseconds: the workshop's day. */
	at: number;
	/** Label and value pairs for the title page. */
	facts: { label: string; value: string }[];
	nodes: ReportNode[];
	/** The same as data. */
	content: unknown;
}

/** Everything that one person may take home of a workshop. */
export function resultsToTakeHome(results: Results, timeZone: string): TakeHome {
	const { workshop, language, interim } = results;
	return {
		title: workshop.title,
		of: "",
		language,
		interim,
		at: workshop.startsAt ?? results.exportedAt,
		facts: resultsFacts(results, timeZone),
		nodes: reportResults(results, timeZone),
		content: results,
	};
}
