import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { asBrowserSocket } from "../../test/harness/browser-socket.ts";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import type { Bench } from "./bench.ts";
import { encodeStep1, encodeStep2, encodeUpdate } from "./codec.ts";

/** What a server sent, taken apart. */
export type ServerMessage =
	| { type: "step1" | "step2" | "update" | "awareness"; bytes: Uint8Array }
	| { type: "denied"; reason: string }
	| { type: "saved"; count: number };

const SYNC_TYPES = ["step1", "step2", "update"] as const;

/** Throws where it is none. */
export function readServerMessage(frame: Uint8Array): ServerMessage {
	const decoder = decoding.createDecoder(frame);
	switch (decoding.readVarUint(decoder)) {
		case MESSAGE.sync: {
			const type = SYNC_TYPES[decoding.readVarUint(decoder)] ?? "update";
			return { type, bytes: decoding.readVarUint8Array(decoder) };
		}
		case MESSAGE.awareness:
			return { type: "awareness", bytes: decoding.readVarUint8Array(decoder) };
		case MESSAGE.auth:
			decoding.readVarUint(decoder);
			return { type: "denied", reason: decoding.readVarString(decoder) };
		case MESSAGE.saved:
			return { type: "saved", count: decoding.readVarUint(decoder) };
		default:
			throw new Error("an unknown message from the server");
	}
}

/** A bare socket that speaks frames: for everything a well-behaved provider would not send. */
export class RawClient {
	readonly socket: WebSocket;
	readonly received: ServerMessage[] = [];
	readonly closed: Promise<number>;
	#watchers = new Set<() => void>();

	constructor(url: string, token: string | null) {
		this.socket = new WebSocket(url, token === null ? {} : { headers: { authorization: `Bearer ${token}` } });
		this.socket.on("message", (data) => {
			if (data instanceof Uint8Array) {
				this.received.push(readServerMessage(data));
				this.#look();
			}
		});
		this.closed = new Promise((resolve) => this.socket.on("close", (code) => resolve(code)));
		this.socket.on("close", () => this.#look());
		this.socket.on("error", () => this.#look());
	}

	/** Resolves with the first message that fits, received already or still to come; throws when the line ends. */
	async until<Found extends ServerMessage>(fits: (message: ServerMessage) => message is Found): Promise<Found>;
	async until(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>;
	async until(fits: (message: ServerMessage) => boolean): Promise<ServerMessage> {
		for (;;) {
			const found = this.received.find(fits);
			if (found !== undefined) {
				return found;
			}
			if (this.socket.readyState >= WebSocket.CLOSING) {
				throw new Error("closed while waiting");
			}
			await new Promise<void>((resolve) => this.#watchers.add(resolve));
		}
	}

	/** Resolves when so many of this connection's document messages are reported as saved. */
	async saved(count: number): Promise<void> {
		await this.until((message) => message.type === "saved" && message.count >= count);
	}

	get savedCounts(): number[] {
		return this.received.flatMap((message) => (message.type === "saved" ? [message.count] : []));
	}

	send(frame: Uint8Array): void {
		this.socket.send(frame);
	}

	update(update: Uint8Array): void {
		this.send(encodeUpdate(update));
	}

	#look(): void {
		for (const wake of this.#watchers) {
			wake();
		}
		this.#watchers.clear();
	}
}

/** A raw client that the server has let in: its step 1 has arrived. */
export async function enter(bench: Bench, token: string, documentId = bench.documents[0]): Promise<RawClient> {
	const client = new RawClient(`${bench.url}/${documentId}`, token);
	await client.until(({ type }) => type === "step1");
	return client;
}

/** What the server holds, as a client with nothing gets it. */
export async function read(bench: Bench, documentId = bench.documents[0]): Promise<Y.Doc> {
	const client = await enter(bench, bench.person().token, documentId);
	client.send(encodeStep1(Uint8Array.of(0)));
	const answer = await client.until(
		(message): message is ServerMessage & { bytes: Uint8Array } => message.type === "step2",
	);
	const doc = new Y.Doc();
	Y.applyUpdate(doc, answer.bytes);
	client.socket.close();
	await client.closed;
	return doc;
}

/** A document of one's own, and what each change to it would put on the wire. */
export class Writer {
	readonly doc = new Y.Doc();

	constructor(client?: number) {
		if (client !== undefined) {
			this.doc.clientID = client;
		}
	}

	get text(): Y.Text {
		return this.doc.getText("line");
	}

	step(change: (text: Y.Text) => void): Uint8Array {
		const before = Y.encodeStateVector(this.doc);
		const updates: Uint8Array[] = [];
		const collect = (update: Uint8Array) => updates.push(update);
		this.doc.on("update", collect);
		change(this.text);
		this.doc.off("update", collect);
		return updates.length === 1 ? (updates[0] ?? Uint8Array.of(0, 0)) : Y.encodeStateAsUpdate(this.doc, before);
	}

	type(letters: string): Uint8Array {
		return this.step((text) => text.insert(text.length, letters));
	}
}

export const EMPTY_STEP2 = encodeStep2(Uint8Array.of(0, 0));

/** An unmodified y-websocket provider with the token as bearer; `messageHandlers[100]` is its own seam. */
export function provide(bench: Bench, token: string, doc: Y.Doc, documentId = bench.documents[0]): WebsocketProvider {
	class BearerSocket extends WebSocket {
		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols ?? [], { headers: { authorization: `Bearer ${token}` } });
		}
	}
	return new WebsocketProvider(bench.url, `${documentId}`, doc, {
		WebSocketPolyfill: asBrowserSocket(BearerSocket),
		disableBc: true,
	});
}
