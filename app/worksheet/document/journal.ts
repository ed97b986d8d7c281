import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** A browser that cannot open its database within this time goes without a journal, in milliseconds. */
const PATIENCE_MS = 4_000;

/**
 * The browser's own copy of a sheet, for the time without a line. Named by person and document: on a shared device
 * nobody's unsent text goes out under somebody else's name.
 */
export function journalName(workshopId: string, author: string, documentId: string): string {
	return `arena-${workshopId}-${author}-${documentId}`;
}

/**
 * Reads the journal into the document and keeps it up to date until the document is destroyed. Resolves when it
 * has been read, or without one where the browser has no usable database (private windows, blocked by policy).
 */
export async function openJournal(name: string, doc: Y.Doc): Promise<void> {
	if (!(await databaseWorks())) return;
	const journal = new IndexeddbPersistence(name, doc);
	await withPatience(journal.whenSynced.then(() => true));
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
