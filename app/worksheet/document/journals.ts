import { type JournalNotes, LATE, readNotes, STORES, TOUCHED, UNSENT } from "./journal-notes.ts";

/** The browser's journals from outside, without opening their documents: needs neither Yjs nor the editors. */

const OPEN_WITHIN_MS = 3_000;

/** Names of all journals that begin like this; none where the browser cannot say. */
export async function journalsBeginning(prefix: string): Promise<string[]> {
	if (typeof indexedDB === "undefined" || indexedDB.databases === undefined) return [];
	const databases = await indexedDB.databases();
	return databases.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}

/** What a journal that exists notes; null where it cannot be read. */
export async function journalNotes(name: string): Promise<JournalNotes | null> {
	return await withStore(name, STORES.notes, "readonly", async (store) =>
		readNotes(await Promise.all([UNSENT, LATE, TOUCHED].map((key) => answerOf(store.get(key))))),
	);
}

/** Empties a journal, also while a tab has it open, which would keep it from being deleted. */
export async function emptyJournal(name: string): Promise<void> {
	for (const store of Object.values(STORES)) {
		await withStore(name, store, "readwrite", async (opened) => void (await answerOf(opened.clear())));
	}
}

/** Empties and deletes a journal. Resolves when it is gone, or empty where an open tab still holds it. */
export async function deleteJournal(name: string): Promise<void> {
	await emptyJournal(name);
	await new Promise<void>((resolve) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => resolve();
		request.onblocked = () => resolve();
	});
}

async function withStore<Value>(
	name: string,
	store: string,
	mode: IDBTransactionMode,
	act: (store: IDBObjectStore) => Promise<Value>,
): Promise<Value | null> {
	const database = await openDatabase(name);
	if (database === null) return null;
	try {
		if (!database.objectStoreNames.contains(store)) return null;
		return await act(database.transaction(store, mode).objectStore(store));
	} catch {
		// Damaged, or deleted meanwhile: there is nothing to be had from it.
		return null;
	} finally {
		database.close();
	}
}

function openDatabase(name: string): Promise<IDBDatabase | null> {
	return new Promise((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => resolve(null);
		// It is not there any more: made here, it would lack the stores that its owner makes.
		request.onupgradeneeded = () => request.transaction?.abort();
		setTimeout(() => resolve(null), OPEN_WITHIN_MS);
	});
}

function answerOf<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error("the database did not answer"));
	});
}
