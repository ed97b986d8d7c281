import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

export interface SheetClient extends AsyncDisposable {
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** How many of this connection's document messages the server has on disk. */
	saved(): number;
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
		WebSocketPolyfill: BearerSocket as unknown as typeof globalThis.WebSocket,
	});
	let saved = 0;
	provider.messageHandlers[100] = (_encoder, decoder) => {
		saved = readVarUint(decoder.arr, decoder.pos);
	};
	await new Promise<void>((resolve) => {
		if (provider.synced) resolve();
		else provider.once("sync", () => resolve());
	});
	return {
		doc,
		provider,
		saved: () => saved,
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
