import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { type LogLine, recordingLogger } from "../../test/harness/log-lines.ts";
import type { Storage } from "../storage/storage.ts";
import { type Bench, openBench } from "./bench.ts";
import { EMPTY_STEP2, enter, RawClient, read, Writer } from "./bench-client.ts";
import { encodeStep1, encodeStep2 } from "./codec.ts";
import { PolledSocket } from "./polled-socket.ts";
import { sharedStore } from "./testing/shared-store.ts";

const store = sharedStore();

const documentOf = (bench: Bench) => bench.documents[0] ?? "";

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

	it("while the disk is behind nobody in the document is read beyond a bound, and then everybody", async () => {
		const writes: (() => void)[] = [];
		let isBehind = true;
		const through = (storage: Storage): Storage => ({
			...storage,
			appendUpdate: async (entry) => {
				if (isBehind) await new Promise<void>((resolve) => writes.push(resolve));
				return storage.appendUpdate(entry);
			},
		});
		const bench = await openBench(store, { documents: 2, limits: { waitingUpdates: 20 }, through });
		const people = await Promise.all([1, 2, 3].map(() => enter(bench, bench.person().token)));
		for (const person of people) {
			const writer = new Writer();
			for (let index = 0; index < 50; index += 1) {
				person.update(writer.type("x"));
			}
		}
		await vi.waitUntil(() => writes.length === 20);
		// What anybody sent in the meantime would have been handled by the time that another document answers.
		const elsewhere = await enter(bench, bench.person().token, bench.documents[1]);
		elsewhere.send(encodeStep1(Uint8Array.of(0)));
		await vi.waitUntil(() => elsewhere.received.filter(({ type }) => type === "step2").length > 0);
		expect(writes.length).toBe(20);
		isBehind = false;
		for (const done of writes) {
			done();
		}
		await Promise.all(people.map((person) => person.saved(50)));
		expect((await read(bench)).getText("line").length).toBe(150);
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
});

describe("a polled line", () => {
	/** A line whose other end answers pings or not; gives back what it was told in the end. */
	async function line(answers: boolean) {
		const bench = await openBench(store, { limits: { pingEveryMs: 50, deadAfterMs: 1_500 } });
		const told: (string | number | undefined)[] = [];
		const socket: PolledSocket = new PolledSocket(
			{
				part: () => {},
				taken: () => {},
				ping: () => {
					told.push("ping");
					if (answers) queueMicrotask(() => socket.pong());
				},
				close: (code) => told.push("close", code),
			},
			100_000,
		);
		bench.sync.accept(socket, documentOf(bench), bench.person().token);
		await vi.waitUntil(() => told.includes("close") || told.length >= 3, { timeout: 15_000 });
		const outcome = { told: [...told], open: socket.isOpen };
		await bench.close();
		return outcome;
	}

	it("that swallows pings is cut off without a word", async () => {
		const { told, open } = await line(false);
		expect(open).toBe(false);
		expect(told).toEqual([...told.slice(0, -2).map(() => "ping"), "close", undefined]);
		expect(told).toContain("ping");
	});

	it("that answers them stays", async () => {
		const { told, open } = await line(true);
		expect(open).toBe(true);
		expect(told).toEqual(["ping", "ping", "ping"]);
	});
});

describe("the bounds of a document", () => {
	it("a document that is full says so", async () => {
		const bench = await openBench(store, { limits: { documentBytes: 5_000 } });
		const client = await enter(bench, bench.person().token);
		client.update(new Writer().type("x".repeat(4_000)));
		await client.saved(1);
		client.update(new Writer().type("x".repeat(4_000)));
		expect(await client.closed).toBe(4413);
		await bench.close();
	});

	it("a document that has grown large is a word to the operator, once, and goes on being saved", async () => {
		const log: LogLine[] = [];
		const bench = await openBench(store, { limits: { documentWarnBytes: 1_000 }, logger: recordingLogger(log) });
		const grown = () => log.filter(({ message }) => message === "a document has grown large");
		const client = await enter(bench, bench.person().token);
		const writer = new Writer();
		client.update(writer.type("x".repeat(900)));
		await client.saved(1);
		expect(grown()).toEqual([]);
		for (let more = 0; more < 3; more += 1) client.update(writer.type("x".repeat(200)));
		await client.saved(4);
		expect(grown()).toEqual([
			expect.objectContaining({ level: "warn", fields: { document: documentOf(bench), bytes: expect.any(Number) } }),
		]);
		expect(JSON.stringify(grown())).not.toContain("xxx");
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
