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
	/** Label and value side by side: „Stand: 3 umgesetzt“. */
	| { kind: "facts"; items: { label: string; value: string }[] };

export type RichBlock =
	| { kind: "paragraph"; runs: RichRun[] }
	| { kind: "list"; ordered: boolean; items: RichBlock[][] };

/** `href` is http, https or mailto; anything else was dropped when the text was read. `text` may be "\n". */
export type RichRun = { text: string; bold?: true; italic?: true; href?: string };
