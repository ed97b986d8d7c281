import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { authorOf } from "../access/actor.ts";
import type { Snapshot, Storage } from "../storage/storage.ts";
import { type Bench, openBench, openStore, type Store } from "./bench.ts";
import { EMPTY_STEP2, enter, RawClient, read, Writer } from "./bench-client.ts";
import { encodeAwareness, encodeStep1, encodeStep2 } from "./codec.ts";
import { contentOf } from "./content.ts";

let store: Store;
beforeAll(async () => {
	store = await openStore();
});
afterAll(() => store.close());

const stored = (bench: Bench) => store.storage.loadDocument(bench.documents[0] ?? "");
const documentOf = (bench: Bench) => bench.documents[0] ?? "";

/** Types `count` updates and waits until they are saved. */
async function type(bench: Bench, count: number): Promise<Writer> {
	const writer = new Writer();
	const client = await enter(bench, bench.person().token);
	for (let index = 0; index < count; index += 1) {
		client.update(writer.type(`${index} `));
	}
	await client.saved(count);
	client.socket.close();
	await client.closed;
	return writer;
}

describe("the log", () => {
	it("is replaced by a verified snapshot when it has grown long", async () => {
		const bench = await openBench(store, { limits: { compactRows: 20 } });
		const writer = await type(bench, 30);
		await vi.waitUntil(async () => (await stored(bench))?.snapshot !== null);
		const compacted = await stored(bench);
		expect((compacted?.snapshot?.seq ?? 0) + (compacted?.updates.length ?? 0)).toBe(30);
		await bench.restart();
		expect((await read(bench)).getText("line").toString()).toBe(writer.text.toString());
		await type(bench, 3);
		await bench.close();
	});

	it("survives a compaction that fails, and the next one succeeds", async () => {
		let failures = 1;
		const snapshots: Snapshot[] = [];
		const through = (storage: Storage) => ({
			loadDocument: storage.loadDocument,
			appendUpdate: storage.appendUpdate,
			compact: async (id: string, snapshot: Snapshot) => {
				failures -= 1;
				if (failures >= 0) {
					throw new Error("no space for a snapshot");
				}
				snapshots.push(snapshot);
				await storage.compact(id, snapshot);
			},
		});
		const bench = await openBench(store, { limits: { compactRows: 10 }, through });
		await type(bench, 20);
		await vi.waitUntil(() => failures === 0);
		await type(bench, 20);
		await vi.waitUntil(() => snapshots.length > 0);
		const before = contentOf(await read(bench));
		await bench.restart();
		expect(contentOf(await read(bench))).toBe(before);
		await bench.close();
	});

	it("is left alone while something in it waits for what it depends on", async () => {
		const bench = await openBench(store, { limits: { compactRows: 2 } });
		const client = await enter(bench, bench.person().token);
		const writer = new Writer();
		const lost = writer.type("lost ");
		for (let count = 1; count <= 6; count += 1) {
			client.update(writer.type("x"));
		}
		await client.saved(6);
		await bench.sync.documents.copy(documentOf(bench));
		expect((await stored(bench))?.snapshot).toBeNull();
		client.update(lost);
		await client.saved(7);
		expect((await read(bench)).getText("line").toString()).toBe("lost xxxxxx");
		await bench.close();
	});
});

describe("what waits for what it depends on", () => {
	it("comes back from who was told of it without harm, and forged content beside it does not pass", async () => {
		const bench = await openBench(store);
		const [anna, ben] = [await enter(bench, bench.person().token), bench.person()];
		const writer = new Writer();
		const first = writer.type("first ");
		const gap = writer.type("second ");
		const later = writer.step((text) => text.delete(2, 8));
		anna.update(gap);
		anna.update(later);
		await anna.saved(2);
		const told = await enter(bench, ben.token);
		told.send(encodeStep1(Uint8Array.of(0)));
		const { bytes } = await told.until(
			(message): message is typeof message & { bytes: Uint8Array } => message.type === "step2",
		);
		const browser = new Writer();
		Y.applyUpdate(browser.doc, bytes);
		expect(browser.doc.store.pendingStructs).not.toBeNull();
		browser.type("mine ");
		told.send(encodeStep2(Y.encodeStateAsUpdate(browser.doc)));
		await told.saved(1);

		// Nor is it forgery in what is to stay beside the document.
		const late = new Writer();
		Y.applyUpdate(late.doc, bytes);
		const words = late.type("late ");
		const beside = Y.mergeUpdates([words, bytes]);
		const examined = await bench.sync.documents.examine(documentOf(bench), beside, authorOf(ben.actor));
		expect(examined.ok && Y.decodeUpdate(examined.value.update).structs.map(({ id }) => id.client)).toEqual([
			late.doc.clientID,
		]);

		// The owner's part comes at last; nothing of what came back is there twice.
		anna.update(first);
		await anna.saved(3);
		Y.applyUpdate(browser.doc, first);
		expect(contentOf(await read(bench))).toBe(contentOf(browser.doc));
		expect((await read(bench)).getText("line").toString()).toContain("mine ");

		const forger = await enter(bench, ben.token);
		const next = Y.getState(writer.doc.store, writer.doc.clientID);
		writer.type("lost ");
		anna.update(writer.type("waits"));
		await anna.saved(4);
		const forgery = new Writer(writer.doc.clientID);
		forgery.type("x".repeat(next + 20));
		forger.send(encodeStep2(Y.encodeStateAsUpdate(forgery.doc)));
		expect(await forger.closed).toBe(4403);
		await bench.close();
	});
});

describe("a document nobody is in", () => {
	it("is unloaded after a while, compacted when that is worth while, and loads as it was", async () => {
		const bench = await openBench(store, { limits: { unloadAfterMs: 20, compactRowsAtUnload: 5 } });
		const writer = await type(bench, 8);
		await vi.waitUntil(() => bench.sync.stats().documents === 0);
		expect((await stored(bench))?.snapshot?.seq).toBe(8);
		expect((await stored(bench))?.updates).toEqual([]);
		const copy = await read(bench);
		expect(contentOf(copy)).toBe(contentOf(writer.doc));
		await type(bench, 2);
		expect((await stored(bench))?.updates.map(({ seq }) => seq)).toEqual([9, 10]);
		await bench.close();
	});

	it("stays open for whoever comes back in time", async () => {
		let loads = 0;
		const through = (storage: Storage) => ({
			loadDocument: (id: string) => {
				loads += 1;
				return storage.loadDocument(id);
			},
			appendUpdate: storage.appendUpdate,
			compact: storage.compact,
		});
		const bench = await openBench(store, { limits: { unloadAfterMs: 60_000 }, through });
		await type(bench, 1);
		const { token } = bench.person();
		await Promise.all([1, 2, 3].map(() => enter(bench, token)));
		expect(loads).toBe(1);
		await bench.close();
	});
});

describe("a row that cannot be applied", () => {
	it("does not keep anybody from the rest", async () => {
		const bench = await openBench(store, { limits: { compactRowsAtUnload: 1e9 } });
		await type(bench, 2);
		const poison = Uint8Array.of(1, 1, 99, 0, 0x84, 99, 50, 1, 0x78, 0);
		const [id, author] = [documentOf(bench), "p"];
		await store.storage.appendUpdate({ documentId: id, seq: 3, update: poison, author, at: 1, claims: [] });
		await bench.restart();
		expect((await read(bench)).getText("line").toString()).toBe("0 1 ");
		await type(bench, 1);
		expect((await stored(bench))?.updates.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
		await bench.close();
	});
});

describe("pace", () => {
	it("whoever sends too fast is read more slowly and loses nothing", async () => {
		const bench = await openBench(store, { limits: { framesPerSecond: 200, framesBurst: 10 } });
		const client = await enter(bench, bench.person().token);
		const writer = new Writer();
		for (let index = 0; index < 60; index += 1) {
			client.update(writer.type("x"));
		}
		await client.saved(60);
		expect((await read(bench)).getText("line").length).toBe(60);
		await bench.close();
	});

	it("whoever fills the backlog meanwhile is closed", async () => {
		const bench = await openBench(store, { limits: { framesPerSecond: 20, framesBurst: 2, backlogBytes: 12 } });
		const client = await enter(bench, bench.person().token);
		for (let index = 0; index < 60; index += 1) {
			client.send(EMPTY_STEP2);
		}
		expect(await client.closed).toBe(4529);
		await bench.close();
	});

	it("a catch-up has a budget of its own", async () => {
		const bench = await openBench(store, { limits: { bytesPerSecond: 1, bytesBurst: 1 } });
		const client = await enter(bench, bench.person().token);
		client.send(encodeStep2(new Writer().type("x".repeat(100_000))));
		client.update(new Writer().type("y"));
		await client.saved(2);
		await bench.close();
	});

	it("a reader that does not keep up goes without presence and is closed in the end", async () => {
		const bench = await openBench(store, {
			limits: { slowMs: 10, egressBytes: 64 * 1024, documentBytes: 1e9, catchUpBurst: 1e9 },
		});
		const slow = await enter(bench, bench.person().token);
		slow.socket.pause();
		const fast = await enter(bench, bench.person().token);
		for (let index = 1; index <= 100; index += 1) {
			fast.send(encodeStep2(new Writer().type("x".repeat(200_000))));
		}
		await fast.saved(100);
		await vi.waitUntil(() => bench.sync.stats().connections === 1, { timeout: 10_000 });
		expect(slow.received.length).toBeLessThan(5);
		slow.socket.resume();
		expect([1006, 4508]).toContain(await slow.closed);
		fast.update(new Writer().type("y"));
		await fast.saved(101);
		await bench.close();
	});

	it("a reader that fell behind is told in one go what it missed, and hears everything after it", async () => {
		const bench = await openBench(store, {
			limits: { slowMs: 600_000, egressBytes: 64 * 1024, documentBytes: 1e9, catchUpBurst: 1e9 },
		});
		const slow = await enter(bench, bench.person().token);
		const fast = await enter(bench, bench.person().token);
		const writer = new Writer();
		slow.socket.pause();
		for (let index = 1; index <= 100; index += 1) {
			fast.send(encodeStep2(writer.type("x".repeat(200_000))));
		}
		await fast.saved(100);
		slow.socket.resume();
		const copy = new Y.Doc();
		let applied = 0;
		const follow = () => {
			const updates = slow.received.flatMap((message) => (message.type === "update" ? [message.bytes] : []));
			for (const update of updates.slice(applied)) {
				Y.applyUpdate(copy, update);
			}
			applied = updates.length;
			return copy.getText("line").length;
		};
		await vi.waitUntil(() => follow() === 20_000_000, { timeout: 15_000 });
		expect(applied).toBeLessThan(90);
		fast.update(writer.type("end"));
		await vi.waitUntil(() => follow() === 20_000_003);
		expect(copy.store.pendingStructs).toBeNull();
		await bench.close();
	});

	it("whoever asks for everything again and again without reading it gets it once there is room, or is cut off", async () => {
		const bench = await openBench(store, { limits: { slowMs: 600_000 } });
		const { token } = bench.person();
		const greedy = await enter(bench, token);
		greedy.send(encodeStep2(new Writer().type("x".repeat(2_000_000))));
		await greedy.saved(1);
		greedy.socket.pause();
		for (let asked = 0; asked < 30; asked += 1) {
			greedy.send(encodeStep1(Uint8Array.of(0)));
		}
		// Every frame before this one has been handled when the other line has its answer.
		await bench.sync.progress(documentOf(bench));
		greedy.socket.resume();
		greedy.send(EMPTY_STEP2);
		await greedy.saved(2);
		const answers = () => greedy.received.filter(({ type: kind }) => kind === "step2").length;
		await vi.waitUntil(() => answers() > 0);
		expect(answers()).toBeLessThan(30);
		await bench.close();
		const strict = await openBench(store, { limits: { slowMs: 10, slowestBytesPerSecond: 1e9 } });
		const again = await enter(strict, strict.person().token);
		again.send(encodeStep2(new Writer().type("x".repeat(2_000_000))));
		await again.saved(1);
		again.socket.pause();
		for (let asked = 0; asked < 30; asked += 1) {
			again.send(encodeStep1(Uint8Array.of(0)));
		}
		await vi.waitUntil(() => strict.sync.stats().connections === 0, { timeout: 10_000 });
		again.socket.resume();
		expect([1006, 4508]).toContain(await again.closed);
		await strict.close();
	});

	it("a line that answers no ping is taken for dead", async () => {
		const bench = await openBench(store, { limits: { pingEveryMs: 50, deadAfterMs: 100 } });
		const mute = await enter(bench, bench.person().token);
		mute.socket.pause();
		await vi.waitUntil(() => bench.sync.stats().connections === 0, { timeout: 10_000 });
		mute.socket.resume();
		expect(await mute.closed).toBe(1006);
		await bench.close();
	});

	it("a document that is full says so", async () => {
		const bench = await openBench(store, { limits: { documentBytes: 5_000 } });
		const client = await enter(bench, bench.person().token);
		client.update(new Writer().type("x".repeat(4_000)));
		await client.saved(1);
		client.update(new Writer().type("x".repeat(4_000)));
		expect(await client.closed).toBe(4413);
		await bench.close();
	});

	it("what waits for its dependencies cannot grow without bound", async () => {
		const bench = await openBench(store, { limits: { gaps: 3 } });
		const { token } = bench.person();
		const client = await enter(bench, token);
		const writer = new Writer();
		writer.type("lost ");
		for (let index = 0; index < 4; index += 1) {
			client.update(writer.type("x"));
		}
		expect(await client.closed).toBe(4503);
		const again = new RawClient(`${bench.url}/${documentOf(bench)}`, token);
		await again.until(({ type: kind }) => kind === "step1");
		again.send(encodeStep2(Y.encodeStateAsUpdate(writer.doc)));
		await again.saved(1);
		expect((await read(bench)).getText("line").toString()).toBe("lost xxxx");
		await bench.close();
	});
});

describe("presence", () => {
	it("goes with its connection", async () => {
		const bench = await openBench(store);
		const [anna, ben] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
		anna.send(encodeAwareness([{ client: 5, clock: 1, state: "{}" }]));
		await ben.until(({ type: kind }) => kind === "awareness");
		anna.socket.terminate();
		const removal = encodeAwareness([{ client: 5, clock: 1, state: "null" }]);
		await ben.until(
			(message) => message.type === "awareness" && Buffer.from(message.bytes).equals(removal.subarray(2)),
		);
		await bench.close();
	});
});
