import type { Language } from "../contract/languages.ts";
import type { DataTable } from "./data-table.ts";
import type { ReportNode } from "./nodes.ts";
import type { Results } from "./results.ts";
import type { UnitResults } from "./unit-results.ts";

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
	/** The same for files that are calculated with: what it is, then what can be counted. */
	info: DataTable;
	tables: DataTable[];
	/** The same as data. */
	content: Results | UnitResults;
}
