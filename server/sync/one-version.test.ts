import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createLogger } from "../logger.ts";
import type { NewUpdate, Storage } from "../storage/storage.ts";
import { type Bench, openBench } from "./bench.ts";
import { enter, read, Writer } from "./bench-client.ts";
import { encodeStep2 } from "./codec.ts";
import { contentOf } from "./content.ts";
import { loadDocument } from "./load.ts";
import { onlyNews } from "./news.ts";
import { sharedStore } from "./testing/shared-store.ts";
import { decodeUpdate } from "./update-decode.ts";

const store = sharedStore();

const HAS_RIGHT_ORIGIN = 0x40;
const STRING = 4;
const NOBODY = { client: 999, clock: 6 };

interface Text {
	client: number;
	clock: number;
	letters?: string;
	/** Of a hole, as remains of what was deleted; instead of letters. */
	hole?: number;
	/** Without one it stands at the top of „line“. */
	before?: { client: number; clock: number };
}

/** An update of texts, each of a client of its own, as somebody can write it by hand. */
function handmade(...texts: Text[]): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, texts.length);
		for (const { client, clock, letters = "", hole, before } of texts) {
			for (const value of [1, client, clock]) encoding.writeVarUint(encoder, value);
			if (hole !== undefined) {
				encoding.writeUint8(encoder, 0);
				encoding.writeVarUint(encoder, hole);
				continue;
			}
			encoding.writeUint8(encoder, before === undefined ? STRING : STRING | HAS_RIGHT_ORIGIN);
			if (before !== undefined) {
				encoding.writeVarUint(encoder, before.client);
				encoding.writeVarUint(encoder, before.clock);
			} else {
				encoding.writeVarUint(encoder, 1);
				encoding.writeVarString(encoder, "line");
			}
			encoding.writeVarString(encoder, letters);
		}
		encoding.writeVarUint(encoder, 0);
	});
}

/**
 * Expects each clock to have one content in the log, and the same document with somebody who was there all along, the
 * server, a newcomer and whoever reads it from the disk. Gives its content.
 */
async function expectOneVersion(bench: Bench, witness: Y.Doc): Promise<string> {
	expect(await writtenTwice(bench)).toEqual([]);
	const documentId = bench.documents[0] ?? "";
	const server = await bench.sync.documents.copy(documentId);
	const disk = await loadDocument(bench.storage, documentId, createLogger("silent"));
	const docs = [witness, server ?? new Y.Doc(), await read(bench), disk?.doc ?? new Y.Doc()];
	const [first, ...others] = docs.map((doc) => {
		doc.getText("line");
		return { content: contentOf(doc), clocks: Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(doc))) };
	});
	expect(others).toEqual(others.map(() => first));
	return first?.content ?? "";
}

/** Clocks that the log holds more than one content for. */
async function writtenTwice(bench: Bench): Promise<string[]> {
	const stored = await bench.storage.loadDocument(bench.documents[0] ?? "");
	const ids = (stored?.updates ?? [])
		.flatMap(({ update }) => decodeUpdate(update, 100).ranges)
		.flatMap(({ client, from, to }) => Array.from({ length: to - from }, (_, index) => `${client} ${from + index}`));
	return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** Follows a document from its beginning. */
async function follow(bench: Bench): Promise<{ doc: Y.Doc; heard(updates: number): Promise<void> }> {
	const doc = new Y.Doc();
	const client = await enter(bench, bench.person().token);
	let applied = 0;
	return {
		doc,
		async heard(updates) {
			const told = () => client.received.filter(({ type }) => type === "update");
			await client.until(() => told().length >= updates);
			for (const message of told().slice(applied)) if ("bytes" in message) Y.applyUpdate(doc, message.bytes);
			applied = told().length;
		},
	};
}

describe("a client id and clock", () => {
	it("have one content for everybody, where one version waits and another comes", async () => {
		const bench = await openBench(store);
		const witness = await follow(bench);
		const eve = await enter(bench, bench.person().token);
		eve.update(handmade({ client: 7, clock: 0, letters: "one", before: NOBODY }));
		await eve.saved(1);
		eve.update(handmade({ client: 7, clock: 0, hole: 2 }));
		eve.update(handmade({ client: 7, clock: 2, letters: "behind it" }));
		await eve.saved(3);
		await witness.heard(2);
		await expectOneVersion(bench, witness.doc);
		await bench.close();
	});

	it("have one content for everybody, where both versions are on their way at once", async () => {
		let write = () => {};
		const waits = new Promise<void>((resolve) => {
			write = resolve;
		});
		const through = ({ loadDocument, appendUpdate, compact }: Storage) => ({
			loadDocument,
			compact,
			appendUpdate: async (row: NewUpdate) => {
				await waits;
				await appendUpdate(row);
			},
		});
		const bench = await openBench(store, { through });
		const witness = await follow(bench);
		const eve = await enter(bench, bench.person().token);
		eve.update(handmade({ client: 7, clock: 2, letters: "xy", before: NOBODY }));
		eve.update(handmade({ client: 7, clock: 0, letters: "ab" }));
		eve.update(handmade({ client: 7, clock: 2, hole: 2 }));
		eve.send(Uint8Array.of(3));
		await eve.until(({ type }) => type === "awareness");
		write();
		await eve.saved(3);
		eve.update(handmade({ client: 7, clock: 4, letters: "behind it" }));
		await eve.saved(4);
		await witness.heard(3);
		await expectOneVersion(bench, witness.doc);
		await bench.close();
	});

	it("keep what their owner wrote, when somebody sends it along in another version", async () => {
		const bench = await openBench(store);
		const witness = await follow(bench);
		const anna = await enter(bench, bench.person().token);
		anna.update(handmade({ client: 8, clock: 0, hole: 11 }));
		anna.update(handmade({ client: 8, clock: 11, letters: "Annas words" }));
		await anna.saved(2);
		const eve = await enter(bench, bench.person().token);
		eve.send(
			encodeStep2(
				handmade(
					{ client: 8, clock: 0, letters: "never said.", before: NOBODY },
					{ client: 7, clock: 0, letters: "Eves. " },
				),
			),
		);
		await eve.saved(1);
		await witness.heard(3);
		expect(await expectOneVersion(bench, witness.doc)).toContain("Annas words");
		await bench.close();
	});
});

describe("what an update brings", () => {
	const held = (known: Record<number, number>, ...structs: { client: number; from: number; to: number }[]) => ({
		known: (client: number) => known[client] ?? 0,
		waiting: { structs, deletes: [] },
	});
	const news = (update: Uint8Array, has: ReturnType<typeof held>) => onlyNews(update, decodeUpdate(update, 100), has);
	const ranges = (update: Uint8Array) => decodeUpdate(update, 100).ranges;

	it("is the same bytes where all of it is new", () => {
		const update = handmade({ client: 7, clock: 3, letters: "abc" });
		expect(news(update, held({ 7: 3 }, { client: 7, from: 6, to: 9 }))).toBe(update);
	});

	it("begins behind what is there, and leaves out what waits", () => {
		const update = handmade({ client: 7, clock: 0, letters: "abcdefgh" }, { client: 6, clock: 0, letters: "z" });
		const rest = news(update, held({ 7: 2 }, { client: 7, from: 4, to: 6 }));
		expect(ranges(rest)).toEqual([
			{ client: 7, from: 2, to: 4 },
			{ client: 7, from: 6, to: 8 },
			{ client: 6, from: 0, to: 1 },
		]);
		// Beside what is left out it gives the whole again.
		const doc = new Y.Doc();
		Y.applyUpdate(doc, handmade({ client: 7, clock: 0, letters: "ab" }));
		Y.applyUpdate(doc, rest);
		Y.applyUpdate(doc, Y.diffUpdate(handmade({ client: 7, clock: 0, letters: "abcdef" }), Y.encodeStateVector(doc)));
		expect(doc.getText("line").toString()).toContain("abcdefgh");
	});

	it("keeps its deletions, also where nothing else is left", () => {
		const writer = new Writer(7);
		writer.type("abc");
		writer.step((text) => text.delete(1, 1));
		const rest = news(Y.encodeStateAsUpdate(writer.doc), held({ 7: 3 }));
		expect(decodeUpdate(rest, 100)).toMatchObject({ ranges: [], deletes: [{ client: 7, from: 1, to: 2 }] });
	});
});
