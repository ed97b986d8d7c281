import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { asBrowserSocket } from "./browser-socket.ts";

export interface SheetClient extends AsyncDisposable {
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** How many of this connection's document messages the server has on disk. */
	saved(): number;
	/** Resolves when the server has at least so many on disk. */
	untilSaved(count: number): Promise<void>;
	/** Resolves as soon as the copy of the document here fulfils the condition. */
	until(condition: (doc: Y.Doc) => boolean): Promise<void>;
	/** The code with which the server closes the line. */
	closed: Promise<number>;
}

/** A person at one worksheet: an unmodified y-websocket provider with a bearer token. */
export async function openSheet(url: string, documentId: string, token: string): Promise<SheetClient> {
	class BearerSocket extends WebSocket {
		constructor(address: string | URL) {
			super(address, { headers: { Authorization: `Bearer ${token}` } });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(`${url.replace(/^http/, "ws")}/sync`, documentId, doc, {
		disableBc: true,
		WebSocketPolyfill: asBrowserSocket(BearerSocket),
	});
	let saved = 0;
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
	provider.messageHandlers[100] = (_encoder, decoder) => {
		saved = readVarUint(decoder.arr, decoder.pos);
		look();
	};
	doc.on("update", look);
	const closed = new Promise<number>((resolve) => {
		provider.on("connection-close", (event) => event && resolve(event.code));
	});
	await new Promise<void>((resolve) => {
		if (provider.synced) resolve();
		else provider.once("sync", () => resolve());
	});
	return {
		doc,
		provider,
		saved: () => saved,
		untilSaved: (count) => wait(() => saved >= count),
		until: (condition) => wait(() => condition(doc)),
		closed,
		async [Symbol.asyncDispose]() {
			provider.destroy();
			doc.destroy();
		},
	};
}

function readVarUint(bytes: Uint8Array, position: number): number {
	let value = 0;
	let factor = 1;
	for (let index = position; ; index++) {
		const byte = bytes[index] ?? 0;
		value += (byte & 127) * factor;
		if (byte < 128) return value;
		factor *= 128;
	}
}
