import * as decoding from "lib0/decoding";
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { asBrowserSocket } from "./browser-socket.ts";
import { Conditions } from "./conditions.ts";

export interface SheetClient extends AsyncDisposable {
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** How many of this connection's document messages the server has on disk. */
	saved(): number;
	/** Resolves when the server has at least so many on disk. */
	untilSaved(count: number): Promise<void>;
	/** Changes the document here, in one message, and resolves when the server has it on disk. */
	write(change: (doc: Y.Doc) => void): Promise<void>;
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
	const conditions = new Conditions();
	provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
		saved = decoding.readVarUint(decoder);
		conditions.look();
	};
	doc.on("update", conditions.look);
	const closed = new Promise<number>((resolve) => {
		provider.on("connection-close", (event) => event && resolve(event.code));
	});
	await new Promise<void>((resolve) => {
		if (provider.synced) resolve();
		else provider.once("sync", () => resolve());
	});
	const untilSaved = (count: number) => conditions.until(() => saved >= count);
	return {
		doc,
		provider,
		saved: () => saved,
		untilSaved,
		async write(change) {
			// The first message that the server keeps is the greeting.
			await untilSaved(1);
			const before = saved;
			doc.transact(() => change(doc));
			await untilSaved(before + 1);
		},
		until: (condition) => conditions.until(() => condition(doc)),
		closed,
		async [Symbol.asyncDispose]() {
			provider.destroy();
			doc.destroy();
		},
	};
}
