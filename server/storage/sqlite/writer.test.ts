import { expect, it, onTestFinished, vi } from "vitest";
import type { WorkerEntry } from "../../worker-entry.ts";
import { StorageUnavailable } from "../errors.ts";
import { silent, update } from "../testing/fixtures.ts";
import { UnusableDatabase } from "./errors.ts";
import type { Operation } from "./protocol.ts";
import { Writer } from "./writer.ts";

const options = { file: "", gatherMs: 0 };
const append: Operation = { type: "append-update", entry: update("d", 1) };

/** A worker thread with this body. */
function thread(body: string): WorkerEntry {
	const code = `import { parentPort } from "node:worker_threads"; ${body}`;
	return { url: new URL(`data:text/javascript,${encodeURIComponent(code)}`), execArgv: [] };
}

it("rejects everything, and is never ready again, when the thread ends", async () => {
	const error = vi.fn();
	const ends = thread('parentPort.on("message", () => process.exit(3)); parentPort.postMessage({ type: "opened" });');
	const writer = await Writer.open(ends, options, { ...silent, error });
	expect(writer.isReady()).toBe(true);
	const results = await Promise.allSettled([writer.write(append), writer.write(append)]);
	expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
	expect(writer.isReady()).toBe(false);
	expect(error).toHaveBeenCalledWith("the storage writer ended");
	await expect(writer.write(append)).rejects.toThrow(StorageUnavailable);
	await writer.close();
});

it("is not ready while the disk does not answer, and is again when it does", async () => {
	const slow = thread(`
		let waiting = [];
		parentPort.on("message", ({ type, requests }) => {
			if (type === "close") return parentPort.close();
			waiting.push(...requests);
			if (waiting.length < 2) return;
			const outcomes = waiting.map(({ id }) => ({ id, ok: true, found: true }));
			parentPort.postMessage({ type: "written", outcomes, health: "good" });
		});
		parentPort.postMessage({ type: "opened" });`);
	const writer = await Writer.open(slow, options, silent);
	const clock = vi.spyOn(performance, "now").mockReturnValue(0);
	onTestFinished(() => clock.mockRestore());
	const first = writer.write(append);
	clock.mockReturnValue(4_000);
	expect(writer.isReady()).toBe(true);
	clock.mockReturnValue(6_000);
	expect(writer.isReady()).toBe(false);
	await Promise.all([first, new Promise(setImmediate).then(() => writer.write(append))]);
	expect(writer.isReady()).toBe(true);
	await writer.close();
});

it("says that the database cannot be opened when the thread fails at once", async () => {
	await expect(Writer.open(thread("throw new Error()"), options, silent)).rejects.toThrow(UnusableDatabase);
});

it("sends what is asked in one turn as one message", async () => {
	const counts = thread(`
		parentPort.on("message", ({ requests }) => {
			const outcomes = requests.map(({ id }) => ({ id, ok: true, found: requests.length === 3 }));
			parentPort.postMessage({ type: "written", outcomes, health: "good" });
			parentPort.close();
		});
		parentPort.postMessage({ type: "opened" });`);
	const writer = await Writer.open(counts, options, silent);
	const together = await Promise.all([writer.write(append), writer.write(append), writer.write(append)]);
	expect(together).toEqual([true, true, true]);
	await writer.close();
});

it("lets nobody wait after a pause, and gathers under load", async () => {
	const messages = thread(`
		let count = 0;
		parentPort.on("message", ({ type, requests }) => {
			if (type === "close") return parentPort.close();
			count += 1;
			const outcomes = requests.map(({ id }) => ({ id, ok: true, found: count === 1 || requests.length === 3 }));
			parentPort.postMessage({ type: "written", outcomes, health: "good" });
		});
		parentPort.postMessage({ type: "opened" });`);
	const writer = await Writer.open(messages, { file: "", gatherMs: 200 }, silent);
	expect(await writer.write(append)).toBe(true);
	const spread = [1, 2, 3].map(async (turn) => {
		for (let turns = 0; turns < turn; turns += 1) await new Promise(setImmediate);
		return await writer.write(append);
	});
	expect(await Promise.all(spread)).toEqual([true, true, true]);
	await writer.close();
});

it("leaves the caller its bytes, and answers in short where all went well", async () => {
	const reads = thread(`
		parentPort.on("message", ({ requests }) => {
			const sums = requests.map(({ operation }) => operation.entry.update.reduce((sum, byte) => sum + byte, 0));
			if (sums[0] !== sums[1] || sums[0] === 0) return process.exit(1);
			parentPort.postMessage({ type: "all-written", from: requests[0].id, to: requests.at(-1).id });
			parentPort.close();
		});
		parentPort.postMessage({ type: "opened" });`);
	const writer = await Writer.open(reads, options, silent);
	const entry = update("d", 1);
	const before = [...entry.update];
	expect(await Promise.all([1, 2].map(() => writer.write({ type: "append-update", entry })))).toEqual([true, true]);
	expect([...entry.update]).toEqual(before);
	await writer.close();
});
