import { type ActionRow, isFilled } from "../blocks/actions.ts";
import { isEmptyCell } from "../blocks/cells.ts";
import type { Language } from "../contract/languages.ts";
import { reportWords } from "../report/words.ts";

/** Without these an action stays a wish. */
const NEEDED = ["responsible", "due", "firstStep"] as const;

export interface Missing {
	/** How many actions are still to be done. */
	open: number;
	/** How many of those lack what. */
	without: Record<(typeof NEEDED)[number], number>;
}

/** Counts what the actions that are neither done nor dropped still lack. */
export function missingIn(rows: readonly Pick<ActionRow, "id" | "cells">[]): Missing {
	const open = rows.filter((row) => isFilled(row) && row.cells.status !== "done" && row.cells.status !== "dropped");
	const without = (column: string) => open.filter(({ cells }) => isEmptyCell(cells[column])).length;
	return {
		open: open.length,
		without: { responsible: without("responsible"), due: without("due"), firstStep: without("firstStep") },
	};
}

/** „2 von 5 ohne Verantwortliche, 1 von 5 ohne Frist“; empty where nothing is missing. */
export function missingText({ open, without }: Missing, language: Language): string {
	const words = reportWords[language];
	return NEEDED.filter((column) => without[column] > 0)
		.map((column) => words.without(without[column], open, words.needed[column]))
		.join(", ");
}
