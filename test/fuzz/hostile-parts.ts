import * as encoding from "lib0/encoding";
import type { Random } from "../harness/random.ts";

/** What hostile frames are made of. */

export const EXTREMES = [0, 1, 2, 127, 128, 255, 16_383, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];
export const NAMES = [
	"line",
	"note",
	"each/answers",
	"each/x",
	"each/ranking",
	"elsewhere",
	"__proto__",
	"",
	"line\u0000",
];
export const STATES = [
	"null",
	"{}",
	"[]",
	"7",
	"{",
	'{"__proto__":{"role":"facilitator"}}',
	'{"user":{"name":"somebody else","role":"facilitator"},"cursor":{"anchor":{"item":{"client":-1}}}}',
	"[".repeat(3_000),
];

/** A varUint at one of the edges, or longer than any. */
export function hugeNumber(random: Random): Uint8Array {
	if (random.chance(0.1)) return Uint8Array.from({ length: 9 + random.int(12) }, () => 0x80 | random.int(128));
	return encoding.encode((encoder) => encoding.writeVarUint(encoder, random.pick(EXTREMES)));
}

export function few(random: Random): number {
	return random.chance(0.05) ? random.pick(EXTREMES) : 1 + random.int(3);
}

export function number(random: Random): number {
	return random.chance(0.2) ? random.pick(EXTREMES) : random.int(12);
}

export function rounds(count: number): number {
	return Math.min(count, 8);
}
