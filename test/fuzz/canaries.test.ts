import { afterAll, beforeAll, expect, it } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { type Bench, openBench, openStore, type Store } from "../../server/sync/bench.ts";
import { EMPTY_STEP2, Writer } from "../../server/sync/bench-client.ts";
import { encodeAwareness, encodeStep1, encodeUpdate } from "../../server/sync/codec.ts";
import { Conditions } from "../harness/conditions.ts";
import { type LogLine, recordingLogger } from "../harness/log-lines.ts";
import { Random } from "../harness/random.ts";
import { amount, figure, firstSeed, timeIsUp, within } from "../harness/scale.ts";
import { FRAME_KINDS, hostileFrame } from "./hostile-frames.ts";

const ROOMS = 200;
/** Hostile frames in each room. */
const FRAMES = amount(10, 1_000);

let store: Store;
let bench: Bench;
const log: LogLine[] = [];
beforeAll(async () => {
	store = await openStore();
	bench = await openBench(store, { documents: ROOMS, logger: recordingLogger(log) });
});
afterAll(async () => {
	await bench.close();
	await store.close();
});

const arrivals = new Conditions();
const CANARY = /canary-(\d+)-/g;

/** Counts all that one line is told, and keeps the words of other rooms among it. */
class Listener {
	readonly #room: number;
	readonly #url: string;
	readonly #token: string;
	socket: WebSocket | null = null;
	frames = 0;
	own = 0;
	readonly foreign: string[] = [];

	constructor(room: number) {
		this.#room = room;
		this.#url = `${bench.url}/${bench.documents[room]}`;
		this.#token = bench.person().token;
	}

	/** An open line; one that ended is opened anew. */
	async line(): Promise<WebSocket> {
		if (this.socket?.readyState === WebSocket.OPEN) return this.socket;
		const socket = new WebSocket(this.#url, { headers: { authorization: `Bearer ${this.#token}` } });
		this.socket = socket;
		socket.on("message", (data) => {
			this.frames += 1;
			this.#look(data.toString());
			arrivals.look();
		});
		socket.on("close", (_code, reason) => this.#look(reason.toString()));
		socket.on("error", () => undefined);
		await new Promise((resolve) => socket.once("message", resolve));
		return socket;
	}

	#look(told: string): void {
		for (const [word, room] of told.matchAll(CANARY)) {
			if (Number(room) === this.#room) this.own += 1;
			else this.foreign.push(word);
		}
	}
}

it(`words of ${ROOMS} rooms under hostile frames: none outside its room, and none in the log`, {
	timeout: within(120_000),
}, async () => {
	const random = new Random(firstSeed(1));
	const rooms = Array.from({ length: ROOMS }, (_, room) => ({
		room,
		writer: new Writer(),
		listeners: [new Listener(room), new Listener(room), new Listener(room)] as const,
	}));
	/** Frames that carry other rooms' ids, names and clocks, as somebody might have got hold of them; not their words. */
	const foreignIds = rooms.map(({ writer }) => writer.doc.clientID);
	let hostileFrames = 0;
	for (let sent = 0; sent < FRAMES && !timeIsUp(); sent += 1) {
		for (let from = 0; from < ROOMS; from += 20) {
			await Promise.all(
				rooms.slice(from, from + 20).map(async ({ room, writer, listeners: [honest, reader, hostile] }) => {
					await reader.line();
					const word = `canary-${room}-${sent} `;
					const line = await honest.line();
					line.send(encodeUpdate(writer.type(word)));
					line.send(
						encodeAwareness([{ client: writer.doc.clientID, clock: sent + 1, state: JSON.stringify({ word }) }]),
					);
					(await hostile.line()).send(attack(random, foreignIds));
					(await hostile.line()).send(EMPTY_STEP2);
					hostileFrames += 1;
				}),
			);
		}
	}
	const listeners = rooms.flatMap((room) => room.listeners);
	await arrivals.until(() => rooms.every(({ listeners: [, reader] }) => reader.own >= Math.min(FRAMES, 3)));
	const texts = await Promise.all((bench.documents ?? []).map((id) => bench.sync.documents.copy(id)));
	for (const [room, doc] of texts.entries()) {
		const words = doc?.getText("line").toString() ?? "";
		expect([...words.matchAll(CANARY)].filter(([, of]) => Number(of) !== room)).toEqual([]);
		doc?.destroy();
	}
	for (const { socket } of listeners) socket?.terminate();

	const delivered = listeners.reduce((sum, { frames }) => sum + frames, 0);
	const foreign = listeners.flatMap((listener) => listener.foreign);
	const logged = log.filter((line) =>
		/canary/.test(JSON.stringify(line, (_, value) => String(value?.stack ?? "") || value)),
	);
	figure("canaries", `frames delivered in ${ROOMS} rooms, from seed ${random.seed}`, delivered);
	figure("canaries", "hostile frames among what was sent", hostileFrames);
	figure("canaries", "words outside their room", foreign.length);
	figure("canaries", "words in the log", logged.length);
	expect(foreign).toEqual([]);
	expect(logged).toEqual([]);
	expect(delivered).toBeGreaterThan(ROOMS * 10);
});

function attack(random: Random, ids: readonly number[]): Uint8Array | string {
	const id = random.pick(ids);
	switch (random.weighted({ fuzz: 6, ask: 1, query: 1, presence: 1, behind: 1 })) {
		case "fuzz":
			return hostileFrame(random.pick(FRAME_KINDS), random);
		case "ask":
			return encodeStep1(Y.encodeStateVector(new Map([[id, random.int(2 ** 31)]])));
		case "query":
			return Uint8Array.of(3);
		case "presence":
			return encodeAwareness([{ client: id, clock: random.int(99), state: '{"cursor":null}' }]);
		default: {
			// A letter behind another room's first one.
			const doc = new Y.Doc();
			doc.getText("line").insert(0, "x");
			return encodeUpdate(Y.encodeStateAsUpdate(doc).map((byte, at) => (at === 4 ? random.int(256) : byte)));
		}
	}
}
