import type { RefusalCode } from "./refusals.ts";

/** The outcome of anything that may be refused. Expected refusals are values; bugs and IO failures are thrown. */
export type Result<Value> = { ok: true; value: Value } | Refusal;

export type Refusal = { ok: false; refused: RefusalCode; detail?: string };

export function accepted<Value>(value: Value): { ok: true; value: Value } {
	return { ok: true, value };
}

/** `detail` is shown to people and to programs: it names fields and limits, never content. */
export function refusal(refused: RefusalCode, detail?: string): Refusal {
	return detail === undefined ? { ok: false, refused } : { ok: false, refused, detail };
}
