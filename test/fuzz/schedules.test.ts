import { expect, it } from "vitest";
import { openBench } from "../../server/sync/bench.ts";
import { sharedStore } from "../../server/sync/testing/shared-store.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { FAILING_SEEDS } from "./failing-seeds.ts";
import { runSchedule, type World } from "./schedule.ts";

const SCHEDULES = amount(200, 50_000);
/** Schedules that share a server, and those of them that run at the same time. */
const BATCH = 50;
const AT_ONCE = 10;

const store = sharedStore();

/** Small enough that every schedule meets compactions and unloading. */
async function openWorld(documents: number): Promise<World & { restarts: number }> {
	const bench = await openBench(store, {
		documents,
		limits: { compactRows: 25, compactRowsAtUnload: 5, unloadAfterMs: 8 },
	});
	let restarting: Promise<void> | null = null;
	const world = {
		bench,
		restarts: 0,
		restart: async () => {
			restarting ??= bench.restart().finally(() => {
				restarting = null;
				world.restarts += 1;
			});
			await restarting;
		},
	};
	return world;
}

/** Runs these seeds on one server; gives back those that failed, with their reasons. */
async function runBatch(seeds: readonly number[]): Promise<{ failed: string[]; restarts: number; refused: number }> {
	const world = await openWorld(seeds.length);
	const failed: string[] = [];
	let refused = 0;
	const queue = seeds.map((seed, index) => ({ seed, documentId: world.bench.documents[index] ?? "" }));
	const runner = async () => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const { seed, documentId } = next;
			try {
				refused += await runSchedule(seed, documentId, world);
			} catch (error) {
				failed.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
			}
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, runner));
	await world.bench.close();
	return { failed, restarts: world.restarts, refused };
}

it("seeds that once found a fault find none", { timeout: within(60_000) }, async () => {
	expect((await runBatch(FAILING_SEEDS)).failed).toEqual([]);
});

it(`${SCHEDULES} random schedules end with everybody, the server and the disk holding the same`, {
	timeout: within(240_000),
}, async () => {
	const first = firstSeed(1);
	let [done, restarts, refused] = [0, 0, 0];
	const failed: string[] = [];
	while (done < SCHEDULES && !timeIsUp()) {
		const seeds = Array.from({ length: Math.min(BATCH, SCHEDULES - done) }, (_, index) => first + done + index);
		const result = await runBatch(seeds);
		failed.push(...result.failed);
		restarts += result.restarts;
		refused += result.refused;
		done += seeds.length;
	}
	figure("schedules", "schedules", `${done}, seeds ${first} to ${first + done - 1}`);
	figure("schedules", "server restarts in them", restarts);
	figure("schedules", "forgeries in them that ended their line", refused);
	figure("schedules", "divergences or losses, or forgeries that passed", failed.length);
	expect(failed).toEqual([]);

	expect(refused).toBeGreaterThan(done / 10);
});
