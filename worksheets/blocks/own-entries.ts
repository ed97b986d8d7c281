import { cleanLine } from "../contract/text.ts";
import { stringOf } from "./y-types.ts";

/** Entries that people add to a list of options: their id is `own-` and a random part that the screen passes in. */
const OWN_ID = /^own-[A-Za-z0-9_-]{1,60}$/;

export function ownId(id: string): string {
	return `own-${id}`;
}

export function isOwnId(id: string): boolean {
	return OWN_ID.test(id);
}

/** An own entry's label as it may be shown in one line; empty when it is none. */
export function ownLabel(value: unknown): string {
	return cleanLine(stringOf(value));
}
