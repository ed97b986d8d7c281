import type { ActionRow } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import { isDropped } from "./missing.ts";

/** The body that is to decide on a measure or to hear of it, as written in it; empty where none is named. */
function bodyOf({ cells }: Pick<ActionRow, "cells">): string {
	return String(cells.body ?? "").trim();
}

/** The bodies that measures name which were not dropped, each once, in the order of the alphabet. */
export function bodiesIn(rows: readonly Pick<ActionRow, "cells">[], language: Language): string[] {
	const names = rows.filter((row) => !isDropped(row)).map(bodyOf);
	return [...new Set(names)].filter((name) => name !== "").sort(new Intl.Collator(language).compare);
}

/** What stands in the plan and was not dropped; with `body` only what names it. */
export function agreedFor<Row extends Pick<ActionRow, "cells">>(rows: readonly Row[], body: string | null): Row[] {
	const agreed = rows.filter((row) => !isDropped(row));
	return body === null ? agreed : agreed.filter((row) => bodyOf(row) === body.trim());
}
