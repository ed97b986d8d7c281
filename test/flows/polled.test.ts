import { randomBytes, randomUUID } from "node:crypto";
import type { Socket } from "socket.io-client";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { liveNamespace } from "../../app/live-line.ts";
import { EMPTY_STEP2 } from "../../server/sync/bench-client.ts";
import { encodeStep1, encodeStep2, encodeUpdate } from "../../server/sync/codec.ts";
import { CLOSE, MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { PART_BYTES, WINDOW } from "../../worksheets/contract/polled-line.ts";
import { documentOf, toGroupWork } from "../harness/group-work.ts";
import { polledClass, polledNamespace, RawPolled } from "../harness/polled-client.ts";
import { type ProxyHabits, startProxy } from "../harness/proxy.ts";
import { addParagraph, dataFolder, found, openWorkshop, type Stage, sharedStage, sheet, stage } from "./stage.ts";

const current = sharedStage();

/** Two people in one group at its sheet. */
async function oneGroup(on = current()) {
	const workshop = await openWorkshop(on, { people: 2 });
	await workshop.run(...toGroupWork(1, "check-in", "group-structures"));
	const tokens = workshop.people.map(({ token }) => token);
	const [anna = "", ben = ""] = tokens;
	const snapshot = await on.api.snapshot(workshop.id, anna);
	const own = documentOf(await on.api.snapshot(workshop.id, ben), "participant");
	return { workshop, anna, ben, shared: documentOf(snapshot, "group"), ownOfBen: own };
}

/** A line of bare frames that ends with the test. */
function raw(document: string, token?: string, options: { deaf?: boolean; headers?: Record<string, string> } = {}) {
	const socket = polledNamespace(current().url, token, options.headers);
	onTestFinished(() => void socket.disconnect());
	return new RawPolled(socket, document, options);
}

/** A raw line that the server has let in. */
async function enter(document: string, token: string, options: { deaf?: boolean } = {}): Promise<RawPolled> {
	const client = raw(document, token, options);
	await client.until(({ type }) => type === "step1");
	return client;
}

interface PolledSheet {
	socket: Socket;
	doc: Y.Doc;
	provider: WebsocketProvider;
	sent(): number;
	until(condition: (doc: Y.Doc) => boolean): Promise<void>;
	/** Resolves when the server has on disk all that this connection sent. */
	allSaved(): Promise<void>;
}

/** An unmodified provider on a polled line. */
function polledSheet(url: string, document: string, token: string): PolledSheet {
	const socket = polledNamespace(url, token);
	const doc = new Y.Doc();
	let sent = 0;
	let saved = 0;
	class Counting extends polledClass(socket) {
		constructor(...args: ConstructorParameters<typeof WebSocket>) {
			super(...args);
			sent = 0;
			saved = 0;
		}
		override send(data: Uint8Array<ArrayBuffer>): void {
			super.send(data);
			if (data[0] === MESSAGE.sync && data[1] !== 0) sent += 1;
		}
	}
	const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync`, document, doc, {
		disableBc: true,
		WebSocketPolyfill: Counting,
		maxBackoffTime: 300,
	});
	const waiting = new Set<() => void>();
	const look = () => {
		for (const check of [...waiting]) check();
	};
	const wait = (condition: () => boolean) =>
		new Promise<void>((resolve) => {
			const check = () => {
				if (!condition()) return;
				waiting.delete(check);
				resolve();
			};
			waiting.add(check);
			check();
		});
	provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
		let factor = 1;
		saved = 0;
		for (const byte of decoder.arr.subarray(decoder.pos)) {
			saved += (byte & 127) * factor;
			factor *= 128;
		}
		look();
	};
	doc.on("update", look);
	provider.on("sync", look);
	onTestFinished(() => {
		provider.destroy();
		socket.disconnect();
	});
	return {
		socket,
		doc,
		provider,
		sent: () => sent,
		until: (condition) => wait(() => condition(doc)),
		allSaved: () => wait(() => provider.synced && sent > 0 && saved === sent),
	};
}

const textOf = (doc: Y.Doc) => doc.getXmlFragment("plenary").toString();

function paragraph(text: string): Uint8Array {
	const doc = new Y.Doc();
	addParagraph(doc, "plenary", text);
	return Y.encodeStateAsUpdate(doc);
}

describe("a sheet over long polling", () => {
	test("shows others' words and saves one's own, as over a WebSocket", async () => {
		const { anna, ben, shared } = await oneGroup();
		const polled = polledSheet(current().url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		addParagraph(polled.doc, "plenary", "über HTTP");
		await polled.allSaved();
		await socket.until((doc) => textOf(doc).includes("über HTTP"));
		addParagraph(socket.doc, "plenary", "über WebSocket");
		await polled.until((doc) => textOf(doc).includes("über WebSocket"));
		expect(textOf(polled.doc)).toBe(textOf(socket.doc));
	});

	test("tells presence both ways, with the name that the server knows", async () => {
		const { anna, ben, shared } = await oneGroup();
		const polled = polledSheet(current().url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		polled.provider.awareness.setLocalState({ user: { color: "#112233" } });
		socket.provider.awareness.setLocalState({ user: { color: "#332211" } });
		const names = (provider: WebsocketProvider) =>
			[...provider.awareness.getStates().values()].map((state) => state.user?.name);
		await expect.poll(() => names(polled.provider)).toContain("Person 2");
		await expect.poll(() => names(socket.provider)).toContain("Person 1");
	});

	test("carries several sheets on one line", async () => {
		const { ben, shared, ownOfBen } = await oneGroup();
		const socket = polledNamespace(current().url, ben);
		onTestFinished(() => void socket.disconnect());
		const group = new RawPolled(socket, shared, { line: 1 });
		const own = new RawPolled(socket, ownOfBen, { line: 2 });
		await Promise.all([group, own].map((line) => line.until(({ type }) => type === "step1")));
		group.send(encodeUpdate(paragraph("für alle")));
		own.send(EMPTY_STEP2, EMPTY_STEP2);
		await group.saved(1);
		await own.saved(2);
	});
});

describe("whoever may not open a sheet is told by the same codes", () => {
	test("without a token, or with one nobody gave out", async () => {
		const { shared } = await oneGroup();
		for (const token of [undefined, randomBytes(32).toString("base64url")]) {
			const client = raw(shared, token);
			expect(await client.closed).toBe(CLOSE.unauthenticated);
			expect(client.parts).toEqual([]);
		}
	});

	test("somebody else's sheet, none, one of another workshop, an address that can be none", async () => {
		const { anna, ownOfBen } = await oneGroup();
		const other = await oneGroup();
		for (const [document, code] of [
			[ownOfBen, CLOSE.forbidden],
			[randomBytes(16).toString("base64url"), CLOSE.notFound],
			[other.shared, CLOSE.notFound],
			["a/b", CLOSE.malformed],
			["x".repeat(65), CLOSE.malformed],
		] as const) {
			const client = raw(document, anna);
			expect(await client.closed).toBe(code);
			expect(client.parts).toEqual([]);
		}
	});

	test("a cookie counts from our own pages, the right one of several, and from nowhere else", async () => {
		const { workshop, anna, shared } = await oneGroup();
		const other = await oneGroup();
		const cookie = `arena-${other.workshop.id}=${other.anna}; arena-${workshop.id}=${anna}`;
		const ours = raw(shared, undefined, { headers: { cookie, origin: current().url } });
		await ours.until(({ type }) => type === "step1");
		const foreign = raw(shared, undefined, { headers: { cookie, origin: "https://elsewhere.example" } });
		expect(await foreign.closed).toBe(CLOSE.unauthenticated);
	});

	test("who is locked out keeps the line and is not counted; who is moved away loses it", async () => {
		const { workshop, anna, shared } = await oneGroup();
		const client = await enter(shared, anna);
		client.send(EMPTY_STEP2);
		await client.saved(1);
		await workshop.run({ type: "worksheet.lock", document: shared });
		client.send(encodeUpdate(paragraph("zu spät")));
		await client.until(({ type }) => type === "denied");
		await workshop.run({ type: "worksheet.unlock", document: shared });
		expect(await client.closed).toBe(CLOSE.restart);
		expect(client.received.filter((message) => message.type === "saved").map(({ count }) => count)).toEqual(
			expect.not.arrayContaining([2]),
		);
	});
});

test("an unmodified provider gives up on a sheet that is not theirs any more", async () => {
	const workshop = await openWorkshop(current(), { people: 2 });
	await workshop.run(...toGroupWork(2, "group-structures"));
	const { token = "", participantId } = workshop.people[0] ?? {};
	const snapshot = await current().api.snapshot(workshop.id, token);
	const polled = polledSheet(current().url, documentOf(snapshot, "group"), token);
	await polled.allSaved();
	const closed = new Promise<number>((resolve) => polled.provider.on("closed", ({ code }) => resolve(code)));
	const other = workshop.lead.snapshot().participants.find(({ id }) => id !== participantId)?.group;
	await workshop.run({ type: "groups.move", participant: participantId, group: other });
	expect(await closed).toBe(CLOSE.forbidden);
	expect(polled.provider.shouldConnect).toBe(false);
});

describe("frames that end a polled line", () => {
	test.each<[string, number, () => Uint8Array]>([
		["garbage", CLOSE.malformed, () => Uint8Array.of(0, 2, 9, 9)],
		["an empty frame", CLOSE.malformed, () => new Uint8Array()],
		[
			"too large an update",
			CLOSE.tooLarge,
			() => {
				const doc = new Y.Doc();
				doc.getText("plenary").insert(0, "x".repeat(300_000));
				return encodeUpdate(Y.encodeStateAsUpdate(doc));
			},
		],
		["a frame larger than frames may be", CLOSE.tooLarge, () => encodeStep2(new Uint8Array(6 * 1024 * 1024))],
	])("%s", async (_name, code, frame) => {
		const { anna, shared } = await oneGroup();
		const client = await enter(shared, anna);
		client.send(frame());
		expect(await client.closed).toBe(code);
		expect(client.received.filter(({ type }) => type === "saved")).toEqual([]);
	});

	test("a part that a proxy has swallowed ends it with „come again“; one it has doubled does nothing", async () => {
		const { anna, shared } = await oneGroup();
		const client = await enter(shared, anna);
		client.send(EMPTY_STEP2);
		const [first] = client.sent;
		client.force(1, found(first, "part").data);
		client.send(EMPTY_STEP2);
		await client.saved(2);
		client.force(4, found(first, "part").data);
		expect(await client.closed).toBe(CLOSE.restart);
		expect(client.received.some((message) => message.type === "saved" && message.count > 2)).toBe(false);
	});

	test("taking what was never sent", async () => {
		const { anna, shared } = await oneGroup();
		const client = await enter(shared, anna);
		client.socket.emit("taken", { line: 1, number: 1_000 });
		expect(await client.closed).toBe(CLOSE.malformed);
	});

	test("messages of no shape, or that nobody knows, end the whole socket; others stay", async () => {
		const { anna, ben, shared } = await oneGroup();
		const other = await enter(shared, ben);
		for (const message of [
			["part", { line: 1, number: 1, data: "%%%" }],
			["part", { line: 1, number: 1, data: "A".repeat(65 * 1024) }],
			["open", { line: "1" }],
			["open"],
			["constructor", {}],
			["dance", { line: 1 }],
		] as const) {
			const client = await enter(shared, anna);
			const gone = new Promise((resolve) => client.socket.on("disconnect", resolve));
			client.socket.emit(...(message as [string, unknown]));
			await gone;
		}
		other.send(EMPTY_STEP2);
		await other.saved(1);
	});

	test("too many lines on one socket", async () => {
		const { anna, shared } = await oneGroup();
		const socket = polledNamespace(current().url, anna);
		onTestFinished(() => void socket.disconnect());
		const codes: (number | undefined)[] = [];
		socket.on("close", ({ code }) => codes.push(code));
		for (let line = 1; line <= 17; line += 1) socket.emit("open", { line, document: shared });
		// Twelve are more than one person may have in a document, the last is more than a socket carries.
		await expect.poll(() => codes.length).toBe(12);
		expect(new Set(codes)).toEqual(new Set([CLOSE.tooFast]));
	});
});

describe("large things in small parts", () => {
	test("a catch-up of a megabyte goes up and comes down whole", async () => {
		const { anna, ben, shared } = await oneGroup();
		const words = new Y.Doc();
		for (let index = 0; index < 40; index += 1) addParagraph(words, "plenary", `${index} ${"Bildung ".repeat(3_200)}`);
		const whole = Y.encodeStateAsUpdate(words);
		expect(whole.length).toBeGreaterThan(1_000_000);

		const writer = await enter(shared, anna);
		writer.send(encodeStep2(whole));
		await writer.saved(1);
		expect(writer.sent.length).toBeGreaterThan(whole.length / PART_BYTES);

		const reader = await enter(shared, ben);
		reader.send(encodeStep1(Uint8Array.of(0)));
		const answer = await reader.until(({ type }) => type === "step2");
		const doc = new Y.Doc();
		if (answer.type === "step2") Y.applyUpdate(doc, answer.bytes);
		expect(textOf(doc)).toBe(textOf(words));
		for (const { data } of [...writer.sent, ...reader.parts]) expect(data.length).toBeLessThan(64 * 1024);
	});

	test("who takes nothing is sent no more than a window, and gets everything once they take again", async () => {
		const { anna, ben, shared } = await oneGroup();
		const reader = await enter(shared, ben, { deaf: true });
		const writer = await enter(shared, anna);
		const words = new Y.Doc();
		const text = "Bildung ".repeat(20_000);
		for (let index = 0; index < 8; index += 1) {
			const before = Y.encodeStateVector(words);
			addParagraph(words, "plenary", `${index} ${text}`);
			writer.send(encodeUpdate(Y.encodeStateAsUpdate(words, before)));
		}
		await writer.saved(8);
		const got = () => reader.parts.reduce((sum, { data }) => sum + data.length, 0);
		await expect.poll(got).toBeGreaterThan(((WINDOW.bytes - PART_BYTES) / 3) * 4);
		expect(got()).toBeLessThanOrEqual((WINDOW.bytes / 3) * 4 + WINDOW.parts * 4);

		reader.deaf = false;
		reader.socket.emit("taken", { line: 1, number: reader.parts.length });
		const doc = new Y.Doc();
		await reader.when(() => {
			for (const message of reader.received.splice(0)) {
				if (message.type === "update" || message.type === "step2") Y.applyUpdate(doc, message.bytes);
			}
			return textOf(doc) === textOf(words);
		});
	});
});

describe("a server that goes", () => {
	test("says 1012, and the words are there on the next one, each once", async () => {
		const dataDir = await dataFolder();
		const before = await stage({ dataDir });
		const proxy = await startProxy(before.url);
		onTestFinished(() => proxy[Symbol.asyncDispose]());
		const { anna, ben, shared } = await oneGroup(before);
		const writer = polledSheet(proxy.url, shared, anna);
		addParagraph(writer.doc, "plenary", "vorher");
		await writer.allSaved();
		const codes: (number | undefined)[] = [];
		writer.provider.on("connection-close", (event) => codes.push(event?.code));
		await before.server.close();
		await expect.poll(() => codes.length).toBeGreaterThan(0);
		expect(codes[0]).toBe(CLOSE.restart);
		addParagraph(writer.doc, "plenary", "dazwischen");

		const after = await stage({ dataDir });
		proxy.lead(after.url);
		await writer.allSaved();
		addParagraph(writer.doc, "plenary", "nachher");
		await writer.allSaved();
		const { doc } = await sheet(after.url, shared, ben);
		expect(textOf(doc)).toBe(
			"<paragraph>vorher</paragraph><paragraph>dazwischen</paragraph><paragraph>nachher</paragraph>",
		);
	});

	test("stops in time while people poll", async () => {
		const on = await stage();
		const { anna, shared } = await oneGroup(on);
		const idle = polledSheet(on.url, shared, anna);
		await idle.allSaved();
		const closed = new Promise((resolve) => idle.provider.on("connection-close", resolve));
		await on.server.close();
		await closed;
	});
});

/** What a proxy does to people who have nothing but polling, and to the session's line. */
describe("behind a proxy", () => {
	async function behind(habits: Parameters<typeof startProxy>[1], on: Stage = current()) {
		const proxy = await startProxy(on.url, habits);
		onTestFinished(() => proxy[Symbol.asyncDispose]());
		return proxy;
	}

	test("that cuts idle connections, everything arrives once", async () => {
		const { anna, ben, shared } = await oneGroup();
		const proxy = await behind({ idleMs: 2_000 });
		const polled = polledSheet(proxy.url, shared, anna);
		const socket = await sheet(current().url, shared, ben);
		let cuts = 0;
		polled.provider.on("connection-close", () => {
			cuts += 1;
		});
		for (const word of ["eins", "zwei"]) {
			const before = cuts;
			addParagraph(polled.doc, "plenary", word);
			await polled.allSaved();
			await expect.poll(() => cuts, { timeout: 10_000 }).toBeGreaterThan(before);
		}
		await socket.until((doc) => textOf(doc).includes("zwei"));
		await polled.allSaved();
		expect(textOf(socket.doc)).toBe("<paragraph>eins</paragraph><paragraph>zwei</paragraph>");
	}, 60_000);

	test("that holds answers back until they are whole, nothing is different", async () => {
		const { anna, ben, shared } = await oneGroup();
		const proxy = await behind({ buffers: true, upgrades: "swallow" });
		const one = polledSheet(proxy.url, shared, anna);
		const other = polledSheet(proxy.url, shared, ben);
		addParagraph(one.doc, "plenary", "eins");
		await other.until((doc) => textOf(doc).includes("eins"));
		addParagraph(other.doc, "plenary", "zwei");
		await one.until((doc) => textOf(doc).includes("zwei"));
		await Promise.all([one.allSaved(), other.allSaved()]);
	});

	test("that answers everything with a page of its own, nothing counts as saved and nobody asks in a loop", async () => {
		const { anna, shared } = await oneGroup();
		const proxy = await behind({});
		const polled = polledSheet(proxy.url, shared, anna);
		addParagraph(polled.doc, "plenary", "vorher");
		await polled.allSaved();
		let saved = false;
		proxy.be({ state: "portal" });
		await expect.poll(() => polled.provider.wsconnected, { timeout: 10_000 }).toBe(false);
		addParagraph(polled.doc, "plenary", "im WLAN des Hotels");
		void polled.allSaved().then(() => {
			saved = true;
		});
		const asked = proxy.requests();
		let tries = 0;
		polled.socket.io.on("reconnect_attempt", () => {
			tries += 1;
		});
		await expect.poll(() => tries, { timeout: 20_000 }).toBeGreaterThan(5);
		expect(saved).toBe(false);
		// One request a try, and the tries keep their distance.
		expect(proxy.requests() - asked).toBeLessThanOrEqual(tries + 1);
		proxy.be({ state: "through" });
		await polled.allSaved();
		const { doc } = await sheet(current().url, shared, anna);
		expect(textOf(doc)).toContain("im WLAN des Hotels");
	});

	test.each<[string, Partial<ProxyHabits>, string]>([
		["refuses upgrades", { upgrades: { refuse: 403 } }, "polling"],
		["swallows upgrades", { upgrades: "swallow" }, "polling"],
		["holds answers back", { upgrades: "swallow", buffers: true }, "polling"],
		["cuts every WebSocket", { upgrades: { cutAfterMs: 300 } }, "polling"],
		["does nothing", {}, "websocket"],
	])("that %s, the session's line opens, settles and takes commands", async (_name, habits, settlesOn) => {
		const { workshop } = await oneGroup();
		const proxy = await behind(habits);
		const socket = liveNamespace(proxy.url, "/session", {
			auth: { token: workshop.facilitatorToken },
			reconnectionDelay: 100,
		});
		onTestFinished(() => void socket.disconnect());
		await new Promise((resolve) => socket.once("snapshot", resolve));
		// Settled: a line that knows where it stays, once the upgrades that are cut are no longer tried.
		const cuts = typeof habits.upgrades === "object" && "cutAfterMs" in habits.upgrades ? 2 : 0;
		let closes = 0;
		socket.on("disconnect", () => {
			closes += 1;
		});
		await expect.poll(() => closes, { timeout: 15_000 }).toBe(cuts);
		await expect.poll(() => socket.connected && socket.io.engine.transport.name, { timeout: 15_000 }).toBe(settlesOn);
		const answer: unknown = await socket.emitWithAck("command", {
			id: randomUUID(),
			type: "broadcast",
			text: "Hören Sie uns?",
		});
		expect(answer).toMatchObject({ ok: true });
		expect(closes).toBe(cuts);
	});

	test("lines are never idle for longer than proxies allow", async () => {
		const answer = await fetch(`${current().url}/socket.io/?EIO=4&transport=polling`);
		const handshake = JSON.parse((await answer.text()).slice(1));
		expect(handshake.pingInterval).toBeLessThanOrEqual(25_000);
		expect(handshake.maxPayload).toBe(64 * 1024);
	});
});
