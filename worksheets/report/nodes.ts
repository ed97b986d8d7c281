import type { Distribution } from "../assessment/distribution.ts";

/**
 * What a writer (PDF, Markdown, JSON, later DOCX and XLSX) can put on paper. Blocks turn answers into these nodes;
 * writers know nothing else, so the same number cannot differ between two formats. All texts are plain and in one
 * language already.
 */
export type ReportNode =
	| { kind: "heading"; level: 1 | 2 | 3 | 4; text: string }
	| { kind: "paragraph"; text: string }
	/** Muted: hints, „keine Antwort“. */
	| { kind: "note"; text: string }
	| { kind: "rich-text"; blocks: RichBlock[] }
	| { kind: "list"; ordered: boolean; items: string[] }
	/** `share` are relative column widths, one a column. The first row is the head. */
	| { kind: "table"; caption: string; head: string[]; rows: string[][]; share?: number[] }
	| HeatmapNode
	| DistributionsNode
	/** Label and value side by side: „Stand: 3 umgesetzt“. */
	| { kind: "facts"; items: { label: string; value: string }[] };

/** What groups say of the same thing side by side. Writers that cannot shade its cells make a table of it (undrawn.ts). */
export interface HeatmapNode {
	kind: "heatmap";
	caption: string;
	/** What its values come to. */
	sentence: string;
	/** Of the modules, of the groups, then of each column of cells. */
	head: [module: string, group: string, ...dimensions: string[]];
	modules: { label: string; rows: { label: string; cells: HeatCell[] }[] }[];
	/** What the signs in the cells mean. */
	legend: (HeatCell & { label: string })[];
}

/** `level`: which of the five colours, from 1; null where there is no point of the scale. */
export interface HeatCell {
	text: string;
	level: number | null;
	/** How far people are apart whose median it is, and how many they are. */
	spread?: string;
}

/** How people are spread over the parts of one question. Writers that cannot draw make a table of it (undrawn.ts). */
export interface DistributionsNode {
	kind: "distributions";
	caption: string;
	head: string[];
	share: number[];
	parts: {
		/** Its row in the table; the part's name comes first. */
		row: string[];
		distribution: Distribution;
		/** „Median 3, Spannweite 2–5, n = 5“: goes with its name. */
		said: string;
		/** How many chose what, for those who do not see the drawing. */
		alternative: string;
		/** What the lowest and the highest point are called. */
		ends: [lowest: string, highest: string];
	}[];
}

export type RichBlock =
	| { kind: "paragraph"; runs: RichRun[] }
	| { kind: "list"; ordered: boolean; items: RichBlock[][] };

/** `href` is http, https or mailto; anything else was dropped when the text was read. `text` may be "\n". */
export type RichRun = { text: string; bold?: true; italic?: true; href?: string };
