import { equalityDeep } from "lib0/function";

/** Formats by name, as they stand at one place of a text. */
export type Marks = Readonly<Record<string, unknown>>;

/** What has to be put on where `now` stands to make it `wanted`, null taking a mark away; null where nothing has. */
export function differing(wanted: Marks, now: Marks): Record<string, unknown> | null {
	if (wanted === now) return null;
	const names = [...new Set([...Object.keys(wanted), ...Object.keys(now)])];
	const different = names.filter((name) => !equalityDeep(wanted[name], now[name]));
	return different.length === 0 ? null : Object.fromEntries(different.map((name) => [name, wanted[name] ?? null]));
}
