import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { edit } from "../../test/fuzz/edits.ts";
import { Random } from "../../test/harness/random.ts";
import { createLogger } from "../logger.ts";
import type { StoredDocument } from "../storage/storage.ts";
import { openBench, openStore, type Store } from "./bench.ts";
import { EMPTY_STEP2, enter, read, Writer } from "./bench-client.ts";
import { encodeStep1 } from "./codec.ts";
import { verifiedSnapshot } from "./compaction.ts";
import { contentOf } from "./content.ts";
import { loadDocument } from "./load.ts";
import type { LoadedDocument } from "./loaded-document.ts";

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);

/** Three people's random changes, put together now and then. */
function randomDocument(seed: number): Y.Doc {
	const random = new Random(seed);
	const docs = [1, 2, 3].map((client) => {
		const doc = new Y.Doc();
		doc.clientID = seed * 10 + client;
		return doc;
	});
	const [whole = new Y.Doc()] = docs;
	for (let step = 0; step < 60; step += 1) {
		edit(random.pick(docs), random);
		if (random.chance(0.2)) meet(docs);
	}
	meet(docs);
	return whole;
}

function meet(docs: readonly Y.Doc[]): void {
	const all = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
	for (const doc of docs) Y.applyUpdate(doc, all);
}

function storedAs(doc: Y.Doc): StoredDocument {
	const snapshot = verifiedSnapshot(doc);
	if (!snapshot.ok) throw new Error("not to be stored");
	return {
		record: {
			id: "d",
			workshopId: "w",
			worksheet: "sheet",
			worksheetVersion: 1,
			scopeKind: "group",
			scopeId: "g",
			createdAt: 0,
		},
		snapshot: { seq: 5, at: 7, ...snapshot.value },
		updates: [],
		damaged: 0,
		owners: new Map(),
	};
}

async function load(stored: StoredDocument): Promise<LoadedDocument> {
	const loaded = await loadDocument({ loadDocument: async () => stored }, "d", createLogger("silent"));
	if (loaded === null) throw new Error("not there");
	return loaded;
}

describe("a document whose snapshot holds all of it", () => {
	it.each(SEEDS)("is told as it is stored just as it would be once it is built (%i)", async (seed) => {
		const written = randomDocument(seed);
		const loaded = await load(storedAs(written));
		const told = new Y.Doc();
		Y.applyUpdate(told, loaded.stored?.state ?? Uint8Array.of(0, 0));
		expect(contentOf(told)).toBe(contentOf(written));
		expect(loaded.stored?.stateVector).toEqual(Y.encodeStateVector(told));

		const built = new Y.Doc();
		Y.applyUpdate(built, Y.encodeStateAsUpdate(loaded.doc));
		expect(loaded.stored).toBeNull();
		expect(contentOf(built)).toBe(contentOf(told));
		expect(Y.encodeStateVector(built)).toEqual(Y.encodeStateVector(told));
		expect(built.store.pendingStructs).toBeNull();
	});

	it("is built once, and who waits for it sees it before it changes", async () => {
		const loaded = await load(storedAs(randomDocument(1)));
		const seen: Y.Doc[] = [];
		loaded.whenBuilt((doc) => seen.push(doc));
		expect(seen).toEqual([]);
		const { doc } = loaded;
		loaded.whenBuilt((later) => seen.push(later));
		expect(loaded.doc).toBe(doc);
		expect(seen).toEqual([doc, doc]);
	});
});

describe("a document that is more, or less, than its snapshot", () => {
	const whole = storedAs(randomDocument(2));
	const row = { seq: 6, update: new Writer().type("x"), author: "anna", at: 8 };
	it.each<[string, Partial<StoredDocument>]>([
		["rows follow", { updates: [row] }],
		["a row is damaged", { damaged: 1 }],
		["there is no snapshot", { snapshot: null }],
		[
			"nobody knows how far the snapshot goes",
			{ snapshot: { seq: 5, at: 7, state: whole.snapshot?.state ?? row.update } },
		],
	])("is told only as built: %s", async (_, differs) => {
		expect((await load({ ...whole, ...differs })).stored).toBeNull();
	});
});

describe("after a restart", () => {
	let store: Store;
	beforeAll(async () => {
		store = await openStore();
	});
	afterAll(() => store.close());

	it("readers are told what is stored, and nobody's next words are lost on those who were", async () => {
		const bench = await openBench(store);
		const author = bench.person();
		const writer = new Writer();
		const before = await enter(bench, author.token);
		for (let word = 0; word < 20; word += 1) before.update(writer.type(`${word} `));
		before.update(writer.step((text) => text.delete(3, 9)));
		await before.saved(21);
		await bench.restart();
		const [id = ""] = bench.documents;
		expect(await bench.storage.loadDocument(id)).toMatchObject({ updates: [], snapshot: { seq: 21 } });

		const reader = await enter(bench, bench.person().token);
		expect(reader.received[0]).toMatchObject({ type: "step1", bytes: Y.encodeStateVector(writer.doc) });
		reader.send(encodeStep1(Uint8Array.of(0)));
		reader.send(EMPTY_STEP2);
		await reader.saved(1);
		const copy = new Y.Doc();
		for (const message of reader.received) if (message.type === "step2") Y.applyUpdate(copy, message.bytes);
		expect(contentOf(copy)).toBe(contentOf(writer.doc));

		const again = await enter(bench, author.token);
		again.update(writer.type("and on"));
		await again.saved(1);
		const update = await reader.until((message) => message.type === "update");
		if (update.type === "update") Y.applyUpdate(copy, update.bytes);
		expect(copy.getText("line").toString()).toBe(writer.text.toString());
		expect(contentOf(await read(bench))).toBe(contentOf(writer.doc));
		await bench.close();
	});

	it("somebody else's client id is still somebody else's", async () => {
		const bench = await openBench(store);
		const writer = new Writer();
		const anna = await enter(bench, bench.person().token);
		anna.update(writer.type("mine"));
		await anna.saved(1);
		await bench.restart();
		const ben = await enter(bench, bench.person().token);
		ben.update(writer.type(" not yours"));
		expect(await ben.closed).toBe(4403);
		expect((await read(bench)).getText("line").toString()).toBe("mine");
		await bench.close();
	});
});
