import * as decoding from "lib0/decoding";
import type { Socket } from "socket.io-client";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { documentMessage } from "../../app/worksheet/document/counting-socket.ts";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { Conditions } from "./conditions.ts";
import { polledClass, polledNamespace } from "./polled-client.ts";

export interface PolledSheet extends AsyncDisposable {
	socket: Socket;
	doc: Y.Doc;
	provider: WebsocketProvider;
	/** Resolves as soon as the copy of the document here fulfils the condition. */
	until(condition: (doc: Y.Doc) => boolean): Promise<void>;
	/** Resolves when the server has on disk all that this connection sent. */
	allSaved(): Promise<void>;
}

/** A person at one worksheet who has nothing but long polling: an unmodified provider on a polled line. */
export function openPolledSheet(url: string, documentId: string, token: string): PolledSheet {
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
			if (documentMessage(data) !== null) sent += 1;
		}
	}
	const provider = new WebsocketProvider(`${url.replace("http", "ws")}/sync`, documentId, doc, {
		disableBc: true,
		WebSocketPolyfill: Counting,
		maxBackoffTime: 300,
	});
	const conditions = new Conditions();
	provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
		saved = decoding.readVarUint(decoder);
		conditions.look();
	};
	doc.on("update", conditions.look);
	provider.on("sync", conditions.look);
	return {
		socket,
		doc,
		provider,
		until: (condition) => conditions.until(() => condition(doc)),
		allSaved: () => conditions.until(() => provider.synced && sent > 0 && saved === sent),
		async [Symbol.asyncDispose]() {
			provider.destroy();
			socket.disconnect();
		},
	};
}
