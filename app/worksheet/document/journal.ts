import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";
import { type JournalNotes, LATE, type LateNote, readNotes, TOUCHED, UNSENT } from "./journal-notes.ts";

/** A browser that cannot open its database within this time goes without a journal, in milliseconds. */
const PATIENCE_MS = 4_000;
const PROBE = "arena-probe";

export interface Journal {
	/** False where this browser keeps nothing: private windows, a policy, a full disk. */
	readonly works: boolean;
	/** What an earlier visit left. */
	readonly left: JournalNotes;
	/** Notes that it holds unconfirmed text, written when `confirmed` (a state vector) was safe; null: nothing of the kind. */
	noteUnsent(confirmed: Uint8Array | null): void;
	/** Notes a late contribution before it is sent, so that a reload sends the very same one again. */
	noteLate(late: LateNote): Promise<void>;
}

const NOTHING: JournalNotes = { unsent: false, confirmed: null, late: null, touched: null };
const NO_JOURNAL: Journal = { works: false, left: NOTHING, noteUnsent: () => {}, noteLate: async () => {} };

/**
 * Reads the journal into the document and keeps it up to date until the document is destroyed: every edit is written at
 * once, in a transaction of its own. Resolves when it has been read, or without one where the browser has no usable
 * database. `broken` is called when it stops taking what is written.
 */
export async function openJournal(name: string, doc: Y.Doc, broken: () => void): Promise<Journal> {
	if (!(await databaseWorks())) return NO_JOURNAL;
	const persistence = new IndexeddbPersistence(name, doc);
	if (!(await withPatience(persistence.whenSynced.then(() => true)))) return NO_JOURNAL;
	const note = (key: string, value: number | Uint8Array | LateNote) =>
		// The store takes any value that can be cloned; y-indexeddb's types know only some.
		persistence.set(key, value as number).catch(broken);
	const left = readNotes(await Promise.all([UNSENT, LATE, TOUCHED].map((key) => persistence.get(key))));
	void note(TOUCHED, Date.now());
	return {
		works: true,
		left,
		noteUnsent: (confirmed) => void note(UNSENT, confirmed ?? 0),
		noteLate: async (late) => void (await note(LATE, late)),
	};
}

/** y-indexeddb leaves a failing open unhandled, so the database is tried out first. */
function databaseWorks(): Promise<boolean> {
	const tried = new Promise<boolean>((resolve) => {
		try {
			const request = indexedDB.open(PROBE);
			request.onerror = () => resolve(false);
			request.onblocked = () => resolve(false);
			request.onsuccess = () => {
				request.result.close();
				indexedDB.deleteDatabase(PROBE);
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
