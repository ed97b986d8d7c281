import type { z } from "zod";
import { type ActionRow, isFilled } from "../blocks/actions.ts";
import { isEmptyCell } from "../blocks/cells.ts";
import type { Language } from "../contract/languages.ts";
import type { missingSchema } from "../report/results-schema.ts";
import { reportWords } from "../report/words.ts";

/** Without these an action stays a wish. */
const NEEDED = ["responsible", "due", "firstStep"] as const;

export type Missing = z.infer<typeof missingSchema>;

/** Counts what the actions that are neither done nor dropped still lack. */
export function missingIn(rows: readonly Pick<ActionRow, "id" | "cells">[]): Missing {
	const open = rows.filter(isOpen);
	const without = (column: string) => open.filter(({ cells }) => isEmptyCell(cells[column])).length;
	return {
		open: open.length,
		without: { responsible: without("responsible"), due: without("due"), firstStep: without("firstStep") },
	};
}

/** Whether an action is neither done nor dropped, and more than an empty row. */
export function isOpen(row: Pick<ActionRow, "id" | "cells">): boolean {
	return isFilled(row) && row.cells.status !== "done" && !isDropped(row);
}

export function isDropped({ cells }: Pick<ActionRow, "cells">): boolean {
	return cells.status === "dropped";
}

/** Without these an open action is marked in its own row. */
const MARKED = ["responsible", "due"] as const;

/** „Verantwortliche, Frist“: what one open action lacks most; empty where it lacks neither. */
export function lackText(row: Pick<ActionRow, "id" | "cells">, language: Language): string {
	if (!isOpen(row)) return "";
	const words = reportWords[language];
	return MARKED.filter((column) => isEmptyCell(row.cells[column]))
		.map((column) => words.lacks[column])
		.join(", ");
}

/** „2 von 5 ohne Verantwortliche, 1 von 5 ohne Frist“; empty where nothing is missing. */
export function missingText({ open, without }: Missing, language: Language): string {
	const words = reportWords[language];
	return NEEDED.filter((column) => without[column] > 0)
		.map((column) => words.without(without[column], open, words.needed[column]))
		.join(", ");
}
