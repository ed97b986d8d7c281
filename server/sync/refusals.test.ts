import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { NewUpdate } from "../storage/storage.ts";
import { type Bench, newId, openBench } from "./bench.ts";
import { EMPTY_STEP2, enter, RawClient, read, Writer } from "./bench-client.ts";
import { encodeAwareness, encodeStep2, encodeUpdate } from "./codec.ts";
import { sharedStore } from "./testing/shared-store.ts";

const store = sharedStore();
let bench: Bench;
/** Faults to come, for the store under the server. */
const faults = { append: 0, load: 0 };

beforeEach(async () => {
	faults.append = 0;
	faults.load = 0;
	bench = await openBench(store, {
		documents: 2,
		through: (storage) => ({
			loadDocument: async (id) => {
				if (faults.load > 0) {
					faults.load -= 1;
					throw new Error("disk gone");
				}
				return await storage.loadDocument(id);
			},
			appendUpdate: async (entry: NewUpdate) => {
				if (faults.append > 0) {
					faults.append -= 1;
					throw new Error("disk full");
				}
				await storage.appendUpdate(entry);
			},
			compact: (id, snapshot) => storage.compact(id, snapshot),
		}),
	});
});
afterEach(() => bench.close());

const url = (document = bench.documents[0]) => `${bench.url}/${document}`;

describe("whoever may not come in is told why and nothing else", () => {
	it.each([
		["without a token", 4401, () => new RawClient(url(), null)],
		["with an unknown token", 4401, () => new RawClient(url(), newId())],
		["to no such document", 4404, () => new RawClient(url(newId()), bench.person().token)],
		["to an id that is none", 4400, () => new RawClient(url("x"), bench.person().token)],
		[
			"to somebody else's document",
			4403,
			() => {
				const { actor, token } = bench.person();
				bench.access.set(actor, bench.documents[0] ?? "", "none");
				return new RawClient(url(), token);
			},
		],
		[
			"from another workshop",
			4404,
			() => new RawClient(url(), bench.access.token({ workshopId: newId(), role: "facilitator" })),
		],
	])("%s", async (_name, code, connect) => {
		const client = connect();
		expect(await client.closed).toBe(code);
		expect(client.received).toEqual([]);
		expect(bench.access.pins).toBe(0);
	});

	it("when the document cannot be loaded, and the next attempt loads it", async () => {
		faults.load = 1;
		const client = new RawClient(url(), bench.person().token);
		expect(await client.closed).toBe(4503);
		expect(client.received).toEqual([]);
		await enter(bench, bench.person().token);
	});

	it("with too many connections of one participant", async () => {
		const { token } = bench.person();
		const five = await Promise.all([1, 2, 3, 4, 5].map(() => enter(bench, token)));
		const sixth = new RawClient(url(), token);
		expect(await sixth.closed).toBe(4529);
		five[0]?.socket.close();
		await five[0]?.closed;
		await vi.waitUntil(() => bench.sync.stats().connections === 4);
		await enter(bench, token);
	});

	it("whatever it sent before", async () => {
		const client = new RawClient(url(), null);
		client.socket.on("open", () => client.update(new Writer().type("x")));
		expect(await client.closed).toBe(4401);
		expect((await read(bench)).getText("line").toString()).toBe("");
	});
});

describe("frames that end a connection, and nobody else's", () => {
	const bytes = (...values: number[]) => Uint8Array.from(values);
	const other = () => {
		const doc = new Y.Doc();
		doc.getText("elsewhere").insert(0, "x");
		return Y.encodeStateAsUpdate(doc);
	};
	const v2 = () => {
		const doc = new Y.Doc();
		doc.getText("line").insert(0, "x");
		return Y.encodeStateAsUpdateV2(doc);
	};
	const tower = () => {
		const doc = new Y.Doc();
		let parent: Y.XmlFragment = doc.getXmlFragment("note");
		for (let level = 0; level < 100; level += 1) {
			const element = new Y.XmlElement("li");
			parent.insert(0, [element]);
			parent = element;
		}
		return Y.encodeStateAsUpdate(doc);
	};

	it.each<[string, number, () => Uint8Array | string]>([
		["nothing", 4400, () => bytes()],
		["text", 4400, () => "hello"],
		["an unknown type", 4400, () => bytes(9, 1)],
		["a length beyond the frame", 4400, () => bytes(0, 2, 100, 1)],
		["a state vector that ends early", 4400, () => bytes(0, 0, 1, 5)],
		["garbage for an update", 4400, () => encodeUpdate(bytes(5, 200, 1, 9))],
		["the V2 encoding", 4400, () => encodeUpdate(v2())],
		["a name the worksheet does not have", 4400, () => encodeUpdate(other())],
		["a tower of types", 4400, () => encodeUpdate(tower())],
		["awareness that ends early", 4400, () => bytes(1, 1, 5)],
		["too large an update", 4413, () => encodeUpdate(new Writer().type("x".repeat(270_000)))],
		["too large a catch-up", 4413, () => encodeStep2(new Writer().type("x".repeat(5 * 1024 * 1024)))],
		["a frame beyond all bounds", 4413, () => new Uint8Array(6 * 1024 * 1024)],
		[
			"too much presence",
			4413,
			() => encodeAwareness([{ client: 1, clock: 1, state: JSON.stringify({ a: "x".repeat(5_000) }) }]),
		],
	])("%s", async (_name, code, frame) => {
		const [hostile, bystander] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
		hostile.socket.send(frame());
		expect(await hostile.closed).toBe(code);
		expect(hostile.savedCounts).toEqual([]);
		bystander.update(new Writer().type("still here"));
		await bystander.saved(1);
		expect((await read(bench)).getText("line").toString()).toBe("still here");
	});

	it("forged client ids of every kind, whose owner's text stays whole", async () => {
		const victim = await enter(bench, bench.person().token);
		const writer = new Writer(77);
		victim.update(writer.type("abc"));
		await victim.saved(1);
		const clock = (at: number) => (at < 128 ? [at] : [(at & 127) | 128, at >> 7]);
		const hole = (at: number, length: number) => bytes(1, 1, 77, ...clock(at), 0, length, 0);
		const skipped = (at: number) => bytes(1, 2, 77, ...clock(at), 10, 3, 0, 5, 0);
		const letters = (at: number) => bytes(1, 1, 77, ...clock(at), 0x84, 77, 1, 2, 0x68, 0x69, 0);
		const deletion = (at: number) => bytes(0, 1, 77, 1, ...clock(at), 100);
		const forgeries = [2, 3, 50, 1_000].flatMap((at) => [hole(at, 9), skipped(at), letters(at), deletion(at)]);
		for (const forgery of forgeries) {
			const hostile = await enter(bench, bench.person().token);
			hostile.update(forgery);
			expect(await hostile.closed).toBe(4403);
		}
		victim.update(writer.type("def"));
		await victim.saved(2);
		expect((await read(bench)).getText("line").toString()).toBe("abcdef");
	});

	it("an id seen in presence before its first word", async () => {
		const [victim, hostile] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
		const state = JSON.stringify({ cursor: null });
		victim.send(encodeAwareness([{ client: 77, clock: 1, state }]));
		await hostile.until(({ type }) => type === "awareness");
		hostile.update(bytes(1, 1, 77, 0, 0, 100, 0));
		expect(await hostile.closed).toBe(4403);
		victim.update(new Writer(77).type("mine"));
		await victim.saved(1);
	});
});

describe("access is asked again with every frame", () => {
	it("a locked sheet answers „permission denied“, skips and does not count", async () => {
		const { actor, token } = bench.person();
		const client = await enter(bench, token);
		const writer = new Writer();
		client.update(writer.type("before"));
		await client.saved(1);
		bench.access.set(actor, bench.documents[0] ?? "", "read");
		client.update(writer.type(" after"));
		expect(await client.until(({ type }) => type === "denied")).toEqual({
			type: "denied",
			reason: "permission denied",
		});
		client.send(EMPTY_STEP2);
		await client.saved(2);
		expect((await read(bench)).getText("line").toString()).toBe("before");
	});

	it("a sheet unlocked again asks whoever was refused to start anew", async () => {
		const { actor, token } = bench.person();
		const client = await enter(bench, token);
		bench.access.set(actor, bench.documents[0] ?? "", "read");
		client.update(new Writer().type("x"));
		await client.until(({ type }) => type === "denied");
		bench.access.set(actor, bench.documents[0] ?? "", "write");
		expect(await client.closed).toBe(1012);
	});

	it("who is moved away is closed at once and hears nothing more", async () => {
		const [moved, stays] = [bench.person(), bench.person()];
		const gone = await enter(bench, moved.token);
		const here = await enter(bench, stays.token);
		bench.access.set(moved.actor, bench.documents[0] ?? "", "none");
		expect(await gone.closed).toBe(4403);
		here.update(new Writer().type("secret"));
		await here.saved(1);
		expect(gone.received.filter(({ type }) => type === "update")).toEqual([]);
	});
});

describe("a fault of ours", () => {
	it("in handling a frame costs its line, and the server goes on", async () => {
		const { token } = bench.person();
		const client = await enter(bench, token);
		const { documentAccessNow } = bench.access;
		bench.access.documentAccessNow = () => {
			throw new Error("a bug");
		};
		client.update(new Writer().type("x"));
		expect(await client.closed).toBe(4503);
		bench.access.documentAccessNow = documentAccessNow;
		const again = await enter(bench, token);
		again.update(new Writer().type("y"));
		await again.saved(1);
	});

	it("in counting progress keeps nobody from writing", async () => {
		const client = await enter(bench, bench.person().token);
		const counting = new Promise<void>((resolve) => {
			bench.access.reportProgress = () => {
				resolve();
				throw new Error("a bug");
			};
		});
		const writer = new Writer();
		client.update(writer.type("x"));
		await counting;
		client.update(writer.type("y"));
		await client.saved(2);
	});
});

describe("a store that fails", () => {
	it("shows nobody the edit, and everybody comes back to what is on disk", async () => {
		const [anna, ben] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
		const writer = new Writer();
		anna.update(writer.type("safe"));
		await anna.saved(1);
		faults.append = 1;
		anna.update(writer.type(" lost?"));
		expect(await anna.closed).toBe(4503);
		expect(await ben.closed).toBe(4503);
		expect(ben.received.filter(({ type }) => type === "update")).toHaveLength(1);
		expect(Math.max(...anna.savedCounts)).toBe(1);
		expect((await read(bench)).getText("line").toString()).toBe("safe");
	});

	it("gets the edit again from its author", async () => {
		const { token } = bench.person();
		const client = await enter(bench, token);
		const writer = new Writer();
		faults.append = 1;
		client.update(writer.type("once"));
		expect(await client.closed).toBe(4503);
		const again = await enter(bench, token);
		again.send(encodeStep2(Y.encodeStateAsUpdate(writer.doc)));
		await again.saved(1);
		expect((await read(bench)).getText("line").toString()).toBe("once");
	});
});

describe("the end", () => {
	it("closes everyone with 1012 and leaves everything durable", async () => {
		const clients = await Promise.all([1, 2, 3].map(() => enter(bench, bench.person().token)));
		for (const [index, client] of clients.entries()) {
			client.update(new Writer(100 + index).type("word "));
		}
		await clients[2]?.saved(1);
		await bench.sync.close();
		await bench.sync.close();
		expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([1012, 1012, 1012]);
		const late = new RawClient(url(), bench.person().token);
		expect(await late.closed).toBe(1012);
		expect(late.received).toEqual([]);
	});

	it("does not wait for a peer that never answers", async () => {
		const client = await enter(bench, bench.person().token);
		client.socket.pause();
		await bench.sync.close();
		expect(client.socket.readyState).toBe(WebSocket.OPEN);
		client.socket.terminate();
	});

	it("does not wait for a peer that has said goodbye and then reads no further", async () => {
		const client = await enter(bench, bench.person().token);
		client.socket.pause();
		client.socket.close();
		await read(bench);
		await bench.sync.close();
		client.socket.terminate();
	});
});
