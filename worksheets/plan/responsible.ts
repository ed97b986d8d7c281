import type { ActionRow } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";

/** Who is responsible for a measure, as written in it; empty where nobody is. */
export function responsibleOf({ cells }: Pick<ActionRow, "cells">): string {
	return String(cells.responsible ?? "").trim();
}

/** Whether a measure has a day, which a calendar can show. */
export function hasDay({ cells }: Pick<ActionRow, "cells">): boolean {
	return Boolean(cells.due) || Boolean(cells.followUp);
}

/** Who is responsible for measures that have a day, each once, in the order of the alphabet. */
export function responsibleIn(rows: readonly Pick<ActionRow, "cells">[], language: Language): string[] {
	const names = rows.filter(hasDay).map(responsibleOf);
	return [...new Set(names)].filter((name) => name !== "").sort(new Intl.Collator(language).compare);
}
