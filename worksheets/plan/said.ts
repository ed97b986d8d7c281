import { actionText } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import type { Step } from "../contract/steps.ts";

/** A step's main points in one line: „Einladen · Bildungsbüro · 30.04.2026“. */
export function saidOf(
	cells: Step["cells"],
	language: Language,
	columns: readonly string[] = ["what", "responsible", "due", "firstStep", "status"],
): string {
	return columns
		.map((column) => actionText({ cells }, column, language))
		.filter((text) => text !== "")
		.join(" · ");
}
