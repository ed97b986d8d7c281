import type { Column } from "../schema/parts.ts";

/** The one column of a decision's options. */
export const OPTION_COLUMN: Column = {
	id: "option",
	kind: "text",
	label: { de: "Möglichkeit", en: "Option" },
};

export const MOST_OPTIONS = 20;
