import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { WebSocket } from "ws";
import type { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { keepLineAlive } from "../../app/worksheet/document/line.ts";
import { type Bench, openBench, openStore, type Store } from "../../server/sync/bench.ts";
import { enter, provide, type RawClient, read, Writer } from "../../server/sync/bench-client.ts";
import { decodeAwareness, encodeStep1, encodeStep2 } from "../../server/sync/codec.ts";
import type { SyncLimits } from "../../server/sync/limits.ts";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { BadLine } from "../harness/bad-line.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";

const CUTS = amount(20, 1_000);
/** A tenth of what they are otherwise, for page and server. */
const limitsOfLife = { heartbeatMs: 1_000, pingEveryMs: 500, deadAfterMs: 1_000 };
const SILENCE_MS = 1_500;
const WAIT = { timeout: 20_000 };

let store: Store;
beforeAll(async () => {
	// All that a page's line asks of its window.
	vi.stubGlobal("window", new EventTarget());
	store = await openStore();
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await store.close();
});

async function openLine(limits: Partial<SyncLimits> = {}): Promise<{ bench: Bench; line: BadLine; far: Bench }> {
	const bench = await openBench(store, { limits: { ...limitsOfLife, ...limits } });
	const line = await BadLine.to(Number(new URL(bench.url).port));
	onTestFinished(async () => {
		await line[Symbol.asyncDispose]();
		await bench.close();
	});
	return { bench, line, far: { ...bench, url: `ws://127.0.0.1:${line.port}/sync` } };
}

/** An unmodified provider that ends with the test. */
function openProvider(bench: Bench, token = bench.person().token, doc = new Y.Doc()): WebsocketProvider {
	const provider = provide(bench, token, doc);
	provider.messageHandlers[MESSAGE.saved] = () => undefined;
	onTestFinished(() => provider.destroy());
	return provider;
}

/** The same as the page has it: it gives a silent line up soon. */
function openPage(far: Bench): WebsocketProvider {
	const provider = openProvider(far);
	onTestFinished(keepLineAlive(provider, { silenceMs: SILENCE_MS, lookEveryMs: 100 }));
	return provider;
}

const text = (doc: Y.Doc) => doc.getText("line").toString();

/** The last that a client heard of somebody's presence. */
function presenceOf(client: RawClient, id: number): string | undefined {
	const entries = client.received.flatMap((message) => {
		const decoded = message.type === "awareness" ? decodeAwareness(message.bytes) : null;
		return decoded?.ok === true ? decoded.value : [];
	});
	return entries.findLast(({ client: of }) => of === id)?.state;
}

it("a line that swallows everything is given up by both sides, and what was typed into it arrives", async () => {
	const { bench, line, far } = await openLine();
	const ben = await enter(bench, bench.person().token);
	const provider = openPage(far);
	const { doc } = provider;
	await vi.waitUntil(() => provider.synced, WAIT);
	doc.getText("line").insert(0, "before ");
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("user"), WAIT);
	expect(bench.sync.stats().connections).toBe(2);

	line.swallow();
	const since = performance.now();
	doc.getText("line").insert(7, "into the void ");
	const comesBack = new Promise<void>((resolve) => provider.once("connection-close", () => resolve()));
	await comesBack;
	figure(
		"lines",
		`a page gives up a silent line (told: ${SILENCE_MS} ms)`,
		`${(performance.now() - since).toFixed(0)} ms`,
	);
	await vi.waitUntil(async () => text(await read(bench)) === "before into the void ", WAIT);
	// Its own new connection, Ben's, and the old one until the server gives it up.
	await vi.waitUntil(() => bench.sync.stats().connections === 2, WAIT);
	figure(
		"lines",
		`the server gives it up (told: ${limitsOfLife.deadAfterMs} ms after a ping)`,
		`${(performance.now() - since).toFixed(0)} ms`,
	);
	// Told that it is gone, the page says that it is not.
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("user"), WAIT);
});

it("a silent line alone is given up by the server, and the others see who is gone", async () => {
	const { bench, line, far } = await openLine();
	const ben = await enter(bench, bench.person().token);
	const { doc } = openProvider(far);
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("user"), WAIT);
	line.swallow();
	await vi.waitUntil(() => bench.sync.stats().connections === 1, WAIT);
	await vi.waitUntil(() => presenceOf(ben, doc.clientID) === "null", WAIT);
	expect(ben.socket.readyState).toBe(WebSocket.OPEN);
});

it("the late end of a replaced line does not touch the new one", async () => {
	// So patient that the old line is still there when it ends for good.
	const { bench, line, far } = await openLine({ deadAfterMs: 600_000 });
	const ben = await enter(bench, bench.person().token);
	const { token } = bench.person();
	const old = openProvider(far, token);
	const { doc } = old;
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("user"), WAIT);
	line.swallow();
	old.disconnect();
	const renewed = openProvider(bench, token, doc);
	for (let clock = 0; clock < 5; clock += 1) renewed.awareness.setLocalState({ here: true });
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("here"), WAIT);
	expect(bench.sync.stats().connections).toBe(3);

	line.cut();
	await vi.waitUntil(() => bench.sync.stats().connections === 2, WAIT);
	doc.getText("line").insert(0, "new line");
	await vi.waitUntil(async () => text(await read(bench)) === "new line", WAIT);
	await vi.waitUntil(() => presenceOf(ben, doc.clientID)?.includes("here"), WAIT);
	expect(renewed.wsconnected).toBe(true);
});

it(`${CUTS} cuts while two people type: nothing is lost or doubled`, { timeout: within(60_000) }, async () => {
	const { bench, line, far } = await openLine();
	const random = new Random(firstSeed(1));
	const pages = [openPage(far), openPage(far)];
	let [cuts, word] = [0, 0];
	for (; cuts < CUTS && !timeIsUp(); cuts += 1) {
		for (const { doc } of pages) {
			for (let words = random.int(4); words > 0; words -= 1) {
				word += 1;
				doc.getText("line").insert(0, `${word};`);
			}
		}
		await vi.waitUntil(() => pages.some(({ wsconnected }) => wsconnected), WAIT);
		if (random.chance(0.3)) await vi.waitUntil(() => pages.every(({ synced }) => synced), WAIT);
		if (random.chance(0.1)) line.swallow();
		else line.cut();
	}
	const expected = Array.from({ length: word }, (_, index) => index + 1);
	const words = (letters: string) =>
		letters
			.split(";")
			.filter(Boolean)
			.map(Number)
			.sort((one, other) => one - other);
	await vi.waitUntil(async () => words(text(await read(bench))).length === word, WAIT);
	await vi.waitUntil(() => pages.every(({ doc }) => words(text(doc)).length === word), WAIT);
	figure("lines", `cuts and swallowed lines, from seed ${random.seed}`, cuts);
	figure("lines", "words lost or doubled", 0);
	expect(words(text(await read(bench)))).toEqual(expected);
});

it("a large document comes through a thin line in one go", { timeout: within(60_000) }, async () => {
	const { bench, line, far } = await openLine({ slowMs: 500, catchUpBurst: 1e9 });
	const writer = await enter(bench, bench.person().token);
	for (let part = 1; part <= 4; part += 1) {
		writer.send(encodeStep2(new Writer().type(`${part}`.repeat(4_000_000))));
		await writer.saved(part);
	}
	line.throttle(6_000_000);
	const reader = await enter(far, far.person().token);
	reader.send(encodeStep1(Uint8Array.of(0)));
	const { bytes } = await reader.until(
		(message): message is typeof message & { bytes: Uint8Array } => message.type === "step2",
	);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, bytes);
	expect(text(doc)).toHaveLength(16_000_000);
});
