import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { authorOf } from "../access/actor.ts";
import type { Snapshot, Storage } from "../storage/storage.ts";
import { type Bench, openBench } from "./bench.ts";
import { enter, read, Writer } from "./bench-client.ts";
import { encodeAwareness, encodeStep1, encodeStep2 } from "./codec.ts";
import { contentOf } from "./content.ts";
import { sharedStore } from "./testing/shared-store.ts";

const store = sharedStore();

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

	it("is known by its last change and by who wrote in it, also when its rows are gone", async () => {
		const times: number[] = [];
		const through = (storage: Storage): Pick<Storage, "loadDocument" | "appendUpdate" | "compact"> => ({
			loadDocument: storage.loadDocument,
			appendUpdate: (entry) => {
				times.push(entry.at);
				return storage.appendUpdate(entry);
			},
			compact: storage.compact,
		});
		const bench = await openBench(store, { limits: { compactRowsAtUnload: 0, unloadAfterMs: 50 }, through });
		const reader = await enter(bench, bench.person().token);
		await type(bench, 3);
		reader.socket.close();
		await vi.waitUntil(async () => (await stored(bench))?.snapshot?.seq === 3);
		expect(await stored(bench)).toMatchObject({ updates: [], snapshot: { at: times[2] } });
		const credited = await bench.sync.documents.credited(documentOf(bench));
		expect(credited).toMatchObject({ changedAt: times[2] });
		expect(credited?.writers).toHaveLength(1);
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
