import { expect, it } from "vitest";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { runCopies } from "./copies.ts";
import { FAILING_COPIES } from "./failing-seeds.ts";

const FRAMES = amount(10_000, 2_000_000);
/** Frames at one document, so that what hostile people may well write into it never fills it. */
const ROUND = 1_000;

async function run(seeds: readonly number[]): Promise<string[]> {
	const failed: string[] = [];
	for (const seed of seeds) {
		const differences = await runCopies(seed, ROUND).catch((error: unknown) => [String(error)]);
		failed.push(...differences.map((difference) => `seed ${seed}: ${difference}`));
	}
	return failed;
}

it("seeds that once found copies that differ find none", { timeout: within(60_000) }, async () => {
	expect(await run(FAILING_COPIES)).toEqual([]);
});

it(`${FRAMES} malformed updates leave all copies of a document the same`, { timeout: within(120_000) }, async () => {
	const first = firstSeed(1);
	const failed: string[] = [];
	let rounds = 0;
	for (; rounds * ROUND < FRAMES && !timeIsUp(); rounds += 1) failed.push(...(await run([first + rounds])));
	figure("copies", `malformed updates, seeds ${first} to ${first + rounds - 1}`, rounds * ROUND);
	figure("copies", "copies that differed", failed.length);
	expect(failed).toEqual([]);
});
