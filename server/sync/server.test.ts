import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { type Bench, openBench } from "./bench.ts";
import { EMPTY_STEP2, enter, provide, RawClient, read, Writer } from "./bench-client.ts";
import { encodeAwareness, encodeStep1, encodeStep2 } from "./codec.ts";
import { sharedStore } from "./testing/shared-store.ts";

const store = sharedStore();
let bench: Bench;
beforeEach(async () => {
	bench = await openBench(store, { documents: 2, limits: { heartbeatMs: 300, progressEveryMs: 10 } });
});
afterEach(() => bench.close());

const rowsOf = async (documentId = bench.documents[0]) =>
	(await bench.storage.loadDocument(documentId ?? ""))?.updates ?? [];

describe("a connection", () => {
	it("is asked for what it has at once, and told what it lacks when it asks", async () => {
		const { token } = bench.person();
		const client = new RawClient(`${bench.url}/${bench.documents[0]}`, token);
		const first = await client.until(() => true);
		expect(first).toEqual({ type: "step1", bytes: Uint8Array.of(0) });
		client.send(encodeStep1(Uint8Array.of(0)));
		expect(await client.until(({ type }) => type === "step2")).toEqual({ type: "step2", bytes: Uint8Array.of(0, 0) });
	});

	it("hears others' updates once, never its own, and what it hears is on disk", async () => {
		const [anna, ben] = [await enter(bench, bench.person().token), await enter(bench, bench.person().token)];
		const writer = new Writer();
		const update = writer.type("hello");
		anna.update(update);
		expect(await ben.until(({ type }) => type === "update")).toEqual({ type: "update", bytes: update });
		expect((await rowsOf()).map((row) => row.update)).toEqual(
			[Buffer.from(update)].map((bytes) => new Uint8Array(bytes)),
		);
		await anna.saved(1);
		anna.update(writer.type("!"));
		await anna.saved(2);
		expect(anna.received.filter(({ type }) => type === "update")).toEqual([]);
		expect(ben.received.filter(({ type }) => type === "update")).toHaveLength(2);
	});

	it("counts what is saved in order of arrival: updates, catch-ups, empty ones and repetitions", async () => {
		const client = await enter(bench, bench.person().token);
		const update = new Writer().type("abc");
		client.send(EMPTY_STEP2);
		await client.saved(1);
		client.update(update);
		client.update(update);
		client.send(encodeStep2(update));
		await client.saved(4);
		expect(await rowsOf()).toHaveLength(1);
		const counts = client.savedCounts;
		expect(counts).toEqual([...counts].sort((one, other) => one - other));
		expect(counts.at(-1)).toBe(4);
	});

	it("does not count presence or questions", async () => {
		const client = await enter(bench, bench.person().token);
		client.send(encodeStep1(Uint8Array.of(0)));
		client.send(Uint8Array.of(3));
		client.send(EMPTY_STEP2);
		await client.saved(1);
		expect(Math.max(...client.savedCounts)).toBe(1);
	});

	it("gets the number again as a sign of life", async () => {
		const client = await enter(bench, bench.person().token);
		client.send(EMPTY_STEP2);
		await client.saved(1);
		await vi.waitUntil(() => client.savedCounts.filter((count) => count === 1).length >= 2, { timeout: 5_000 });
	});

	it("is asked again for what its update depends on", async () => {
		const client = await enter(bench, bench.person().token);
		const writer = new Writer();
		writer.type("lost ");
		client.update(writer.type("kept"));
		await client.saved(1);
		await vi.waitUntil(() => client.received.filter(({ type }) => type === "step1").length === 2);
		client.send(encodeStep2(Y.encodeStateAsUpdate(writer.doc)));
		await client.saved(2);
		expect((await read(bench)).getText("line").toString()).toBe("lost kept");
	});
});

describe("a document", () => {
	it("is the same after a restart", async () => {
		const client = await enter(bench, bench.person().token);
		const writer = new Writer();
		client.update(writer.type("before"));
		await client.saved(1);
		await bench.restart();
		expect(await client.closed).toBe(1012);
		expect((await read(bench)).getText("line").toString()).toBe("before");
		const again = await enter(bench, bench.person().token);
		again.update(new Writer().type("after "));
		await again.saved(1);
		expect((await rowsOf()).map(({ seq }) => seq)).toEqual([2]);
	});

	it("keeps its owners over a restart", async () => {
		const anna = await enter(bench, bench.person().token);
		const writer = new Writer(4711);
		anna.update(writer.type("mine"));
		await anna.saved(1);
		await bench.restart();
		const ben = await enter(bench, bench.person().token);
		ben.update(writer.type("!"));
		expect(await ben.closed).toBe(4403);
	});

	it("can be copied and measured without being opened, and while it is open", async () => {
		const documentId = bench.documents[0] ?? "";
		expect(await bench.sync.documents.copy("AAAAAAAAAAAAAAAAAAAAAA")).toBeNull();
		expect(await bench.sync.progress("AAAAAAAAAAAAAAAAAAAAAA")).toBeNull();
		expect((await bench.sync.progress(documentId))?.lastChangeAt).toBeNull();
		expect(bench.sync.stats().documents).toBe(0);
		const client = await enter(bench, bench.person().token);
		client.update(new Writer().type("hello"));
		await client.saved(1);
		expect((await bench.sync.documents.copy(documentId))?.getText("line").toString()).toBe("hello");
		const progress = await bench.sync.progress(documentId);
		expect(progress?.questions.find(({ name }) => name === "line")?.state).toBe("started");
		await vi.waitUntil(() => bench.access.reported.length > 0);
		expect(bench.access.reported[0]).toEqual(progress);
	});

	it("releases its workshop when everybody has left", async () => {
		const client = await enter(bench, bench.person().token);
		expect(bench.access.pins).toBe(1);
		client.socket.close();
		await vi.waitUntil(() => bench.access.pins === 0);
		expect(bench.sync.stats()).toMatchObject({ connections: 0, documents: 1 });
	});
});

describe("unmodified y-websocket providers", () => {
	const synced = (provider: WebsocketProvider) =>
		new Promise<void>((resolve) => provider.on("sync", (is) => is && resolve()));

	it("converge, see each other and learn what is saved", async () => {
		const people = [bench.person(), bench.person()];
		const docs = people.map(() => new Y.Doc());
		const saved = [0, 0];
		const providers = people.map(({ token }, index) => {
			const provider = provide(bench, token, docs[index] ?? new Y.Doc());
			provider.messageHandlers[100] = (_encoder, decoder) => {
				saved[index] = decoder.arr[decoder.pos] ?? 0;
			};
			return provider;
		});
		await Promise.all(providers.map(synced));
		const [one, other] = docs;
		one?.getText("line").insert(0, "left ");
		other?.getText("line").insert(0, "right ");
		await vi.waitUntil(() => docs.every((doc) => doc.getText("line").length === 11));
		expect(one?.getText("line").toString()).toBe(other?.getText("line").toString());
		providers[0]?.awareness.setLocalStateField("user", { name: "somebody else", color: "#123456" });
		await vi.waitUntil(() => providers[1]?.awareness.getStates().get(one?.clientID ?? 0)?.user?.color === "#123456");
		expect(providers[1]?.awareness.getStates().get(one?.clientID ?? 0)?.user).toEqual({
			id: people[0]?.actor.participantId,
			name: `Name of ${people[0]?.actor.participantId}`,
			role: "participant",
			color: "#123456",
		});
		await vi.waitUntil(() => saved[0] === 2 && saved[1] === 2);
		for (const provider of providers) {
			provider.destroy();
		}
	});

	it("come back by themselves after a restart and bring what was typed meanwhile", async () => {
		const doc = new Y.Doc();
		const provider = provide(bench, bench.person().token, doc);
		provider.messageHandlers[100] = () => undefined;
		await synced(provider);
		doc.getText("line").insert(0, "before ");
		const back = new Promise<void>((resolve) => provider.once("connection-close", () => resolve()));
		await bench.restart();
		await back;
		doc.getText("line").insert(7, "meanwhile");
		await synced(provider);
		await vi.waitUntil(async () => (await read(bench)).getText("line").toString() === "before meanwhile");
		provider.destroy();
	});

	it("only grumble about the message they do not know", async () => {
		const grumbles = vi.spyOn(globalThis.console, "error");
		const provider = provide(bench, bench.person().token, new Y.Doc());
		await synced(provider);
		await vi.waitUntil(() => grumbles.mock.calls.length > 0);
		expect(provider.synced).toBe(true);
		expect(new Set(grumbles.mock.calls.flat())).toEqual(new Set(["Unable to compute message"]));
		provider.destroy();
		grumbles.mockClear();
	});
});

describe("presence", () => {
	it("leaves with what others have to be told, not with each word that something is saved", async () => {
		const own = await openBench(store, { limits: { presenceEveryMs: 600_000 } });
		const [anna, ben] = [await enter(own, own.person().token), await enter(own, own.person().token)];
		const writer = new Writer();
		anna.send(encodeAwareness([{ client: writer.doc.clientID, clock: 1, state: '{"cursor":null}' }]));
		anna.send(EMPTY_STEP2);
		await anna.saved(1);
		anna.update(writer.type("x"));
		await ben.until(({ type }) => type === "awareness");
		expect(ben.received.map(({ type }) => type)).toEqual(["step1", "update", "awareness"]);
		await own.close();
	});
});
