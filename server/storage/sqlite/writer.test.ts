import { expect, it, onTestFinished, vi } from "vitest";
import type { WorkerEntry } from "../../worker-entry.ts";
import { StorageUnavailable } from "../errors.ts";
import { silent, update } from "../testing/fixtures.ts";
import { UnusableDatabase } from "./errors.ts";
import type { Operation } from "./protocol.ts";
import { Writer } from "./writer.ts";

const options = { file: "", gatherMs: 0 };
const append: Operation = { type: "append-update", entry: update("d", 1) };

/** The ids of all requests in a message. */
const IDS_OF = `const idsOf = (parcels) => parcels.flatMap((parcel) =>
	"id" in parcel ? [parcel.id] : parcel.documents.map((_, index) => parcel.firstId + index));`;

/** A worker thread with this body. */
function thread(body: string): WorkerEntry {
	const code = `import { parentPort } from "node:worker_threads"; ${IDS_OF} ${body}`;
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
		parentPort.on("message", ({ type, parcels }) => {
			if (type === "close") return parentPort.close();
			waiting.push(...idsOf(parcels));
			if (waiting.length < 2) return;
			const outcomes = waiting.map((id) => ({ id, ok: true, found: true }));
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
		parentPort.on("message", ({ parcels }) => {
			const ids = idsOf(parcels);
			const outcomes = ids.map((id) => ({ id, ok: true, found: ids.length === 3 }));
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
		parentPort.on("message", ({ type, parcels }) => {
			if (type === "close") return parentPort.close();
			count += 1;
			const ids = idsOf(parcels);
			const outcomes = ids.map((id) => ({ id, ok: true, found: count === 1 || ids.length === 3 }));
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

it("takes the answer in short where all went well", async () => {
	const brief = thread(`
		parentPort.on("message", ({ parcels }) => {
			const ids = idsOf(parcels);
			parentPort.postMessage({ type: "all-written", from: ids[0], to: ids.at(-1) });
			parentPort.close();
		});
		parentPort.postMessage({ type: "opened" });`);
	const writer = await Writer.open(brief, options, silent);
	expect(await Promise.all([1, 2, 3].map(() => writer.write(append)))).toEqual([true, true, true]);
	await writer.close();
});
