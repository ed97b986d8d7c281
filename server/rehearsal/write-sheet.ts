import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { decodeMessage, encodeStep1, encodeStep2, encodeUpdate } from "../sync/codec.ts";
import type { SyncServer } from "../sync/server.ts";
import { NearLine } from "./near-line.ts";

/** A sheet that does not answer by then is let go. */
const PATIENCE_MS = 10_000;

/**
 * Does to a sheet what `edit` does, as somebody's browser would: let in by their token, bounded like everybody, saved
 * before it counts. Resolves with whether it is on disk; false where they may not, or nothing was changed.
 */
export function writeSheet(
	sync: Pick<SyncServer, "accept">,
	documentId: string,
	token: string,
	edit: (doc: Y.Doc) => void,
): Promise<boolean> {
	return new Promise((resolve, reject) => {
		const doc = new Y.Doc();
		let said = 0;
		let wrote = false;
		const line = new NearLine((message) => {
			try {
				hear(message);
			} catch (error) {
				finish();
				reject(error);
			}
		});
		const timer = setTimeout(() => finish(), PATIENCE_MS);

		function finish(saved = false): void {
			clearTimeout(timer);
			line.close();
			doc.destroy();
			resolve(saved);
		}

		function say(message: Uint8Array): void {
			said += 1;
			line.say(message);
		}

		function write(): void {
			const before = Y.encodeStateVector(doc);
			doc.transact(() => edit(doc));
			wrote = true;
			if (isSame(before, Y.encodeStateVector(doc))) finish();
			else say(encodeUpdate(Y.encodeStateAsUpdate(doc, before)));
		}

		function hear(message: Uint8Array): void {
			if (message[0] === MESSAGE.saved) {
				const saved = decoding.readVarUint(decoding.createDecoder(message.subarray(1)));
				if (wrote && saved >= said) finish(true);
				return;
			}
			const heard = decodeMessage(message);
			if (!heard.ok) return;
			switch (heard.value.kind) {
				case "step1":
					say(encodeStep2(Y.encodeStateAsUpdate(doc, heard.value.stateVector)));
					break;
				case "step2":
					Y.applyUpdate(doc, heard.value.update);
					write();
					break;
				case "update":
					Y.applyUpdate(doc, heard.value.update);
			}
		}

		void line.closed.then(() => {
			finish();
		});
		sync.accept(line, documentId, token);
		line.say(encodeStep1(Y.encodeStateVector(doc)));
	});
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
	return Buffer.from(one).equals(Buffer.from(other));
}
