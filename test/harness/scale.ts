import { randomInt } from "node:crypto";
import { appendFileSync } from "node:fs";
import { expect } from "vitest";
import { z } from "zod";

/** How large a soak is and where its figures go; `npm run soak` hands it on in the variable SOAK. */
const soakSchema = z.object({
	/** Part of the large numbers, above 0. */
	share: z.number().positive(),
	/** After which a test begins no further round. */
	minutes: z.number().positive(),
	seed: z.number().int().nullable(),
	/** A file that takes one JSON line a figure. */
	figures: z.string(),
});
export type Soak = z.infer<typeof soakSchema>;

const soak = soakSchema.nullable().parse(JSON.parse(process.env.SOAK ?? "null"));
const DAY_MS = 24 * 3_600_000;

export const isSoak = soak !== null;

/** How many rounds: few in `npm test`, many in a soak. */
export function amount(inTests: number, inSoak: number): number {
	return soak === null ? inTests : Math.max(1, Math.round(inSoak * soak.share));
}

let current: { test: string | undefined; since: number } | null = null;

/** Whether a soak's time for this test is over: rounds not begun by then are left out, and the figures say how many. */
export function timeIsUp(): boolean {
	if (soak === null) return false;
	const test = expect.getState().currentTestName;
	if (current?.test !== test) current = { test, since: Date.now() };
	return Date.now() - (current?.since ?? 0) > soak.minutes * 60_000;
}

/** A test's timeout in milliseconds; a soak takes as long as it takes. */
export function within(ms: number): number {
	return soak === null ? ms : DAY_MS;
}

/** Where random numbers begin: always the same in `npm test`, anew in each soak unless it was told. */
export function firstSeed(inTests: number): number {
	if (soak === null) return inTests;
	const seed = soak.seed ?? randomInt(2 ** 31);
	console.log(`first seed: ${seed}`);
	return seed;
}

/** Keeps a figure for the soak's table. */
export function figure(suite: string, what: string, value: number | string): void {
	if (soak !== null) appendFileSync(soak.figures, `${JSON.stringify({ suite, what, value })}\n`);
}
