import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** A browser that cannot open its database within this time goes without a journal, in milliseconds. */
const PATIENCE_MS = 4_000;

/** Where the journal notes that it holds text which no server has confirmed. */
const UNSENT = "unsent";

export interface Journal {
	/** Whether text of an earlier visit waits in it that was never confirmed. */
	heldUnsent: boolean;
	/** Notes whether it holds unconfirmed text now. */
	noteUnsent(unsent: boolean): void;
}

const NO_JOURNAL: Journal = { heldUnsent: false, noteUnsent: () => {} };

/**
 * Reads the journal into the document and keeps it up to date until the document is destroyed. Resolves when it
 * has been read, or without one where the browser has no usable database (private windows, blocked by policy).
 */
export async function openJournal(name: string, doc: Y.Doc): Promise<Journal> {
	if (!(await databaseWorks())) return NO_JOURNAL;
	const persistence = new IndexeddbPersistence(name, doc);
	if (!(await withPatience(persistence.whenSynced.then(() => true)))) return NO_JOURNAL;
	return {
		heldUnsent: (await persistence.get(UNSENT)) === 1,
		noteUnsent(unsent) {
			// A note that cannot be written (the disk is full) costs a warning later, never the text.
			persistence.set(UNSENT, unsent ? 1 : 0).catch(() => {});
		},
	};
}

/** Whether a journal holds unconfirmed text, without opening its document. The journal has to exist. */
export async function journalHoldsUnsent(name: string): Promise<boolean> {
	const database = await new Promise<IDBDatabase | null>((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => resolve(null);
	});
	if (database === null) return false;
	try {
		if (!database.objectStoreNames.contains("custom")) return false;
		return await new Promise<boolean>((resolve) => {
			const request = database.transaction("custom").objectStore("custom").get(UNSENT);
			request.onsuccess = () => resolve(request.result === 1);
			request.onerror = () => resolve(false);
		});
	} finally {
		database.close();
	}
}

/** y-indexeddb leaves a failing open unhandled, so the database is tried out first. */
function databaseWorks(): Promise<boolean> {
	const tried = new Promise<boolean>((resolve) => {
		try {
			const request = indexedDB.open("arena-probe");
			request.onerror = () => resolve(false);
			request.onblocked = () => resolve(false);
			request.onsuccess = () => {
				request.result.close();
				resolve(true);
			};
		} catch {
			// Some browsers throw instead of answering when storage is switched off.
			resolve(false);
		}
	});
	return withPatience(tried);
}

function withPatience(answer: Promise<boolean>): Promise<boolean> {
	const patience = new Promise<boolean>((resolve) => {
		setTimeout(() => resolve(false), PATIENCE_MS);
	});
	return Promise.race([answer, patience]);
}

/** Whether a change came out of the journal rather than from the person at the keyboard. */
export function fromJournal(origin: unknown): boolean {
	return origin instanceof IndexeddbPersistence;
}
