import * as Y from "yjs";
import type { PastDocument } from "../storage/storage.ts";

/** The document that the store gives back for a moment in the past; the caller's to destroy. */
export function openPast({ state, updates }: PastDocument): Y.Doc {
	const rows = state === null ? updates : [state, ...updates];
	const doc = new Y.Doc();
	try {
		doc.transact(() => {
			for (const row of rows) Y.applyUpdate(doc, row);
		});
		return doc;
	} catch {
		doc.destroy();
		return withoutUnreadable(rows);
	}
}

/** As when a document is loaded: a row that Yjs cannot apply does not keep anybody from the rest. */
function withoutUnreadable(rows: readonly Uint8Array[]): Y.Doc {
	let doc = new Y.Doc();
	for (const row of rows) {
		const before = Y.encodeStateAsUpdate(doc);
		try {
			Y.applyUpdate(doc, row);
		} catch {
			doc.destroy();
			doc = new Y.Doc();
			Y.applyUpdate(doc, before);
		}
	}
	return doc;
}
