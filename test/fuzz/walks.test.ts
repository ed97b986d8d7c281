import fc from "fast-check";
import { expect, test } from "vitest";
import { brokenBy } from "../../server/session/testing/invariants.ts";
import { take, walk } from "../../server/session/testing/walk.ts";
import { Run } from "../../server/session/testing/workshop.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";

const WALKS = amount(1_000, 100_000);
/** Walks of one round: a soak may stop between two. */
const ROUND = 500;

test(`${WALKS} random walks over every command break nothing`, { timeout: within(60_000) }, () => {
	const first = firstSeed(1);
	let walks = 0;
	let steps = 0;
	for (let seed = first; walks < WALKS && !timeIsUp(); seed += 1) {
		const numRuns = Math.min(ROUND, WALKS - walks);
		fc.assert(
			fc.property(walk, ([chance, moves]) => {
				const run = new Run({ seed: chance });
				for (const move of moves) {
					const before = run.state;
					take(run, move);
					if (run.state !== before) expect(brokenBy(before, run.state)).toEqual([]);
				}
				steps += moves.length;
			}),
			{ seed, numRuns },
		);
		walks += numRuns;
	}
	figure("walks", `random walks, from seed ${first}`, `${walks}, ${steps} steps`);
});
