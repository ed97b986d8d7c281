import * as Y from "yjs";
import type { WholeDocument } from "./compaction.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import { WaitingInStore, type WaitingStructs } from "./news.ts";
import { integrateReady } from "./ready.ts";
import { Unapplied } from "./unapplied.ts";

/** However long nobody looks, so much is applied together at most. */
const MOST_UNAPPLIED = 200;

export interface RoomDocumentEvents {
	/** A row of the log is in the document; more may follow at once. */
	applied(seq: number, bytes: number, at: number): void;
	/** All that was committed is in the document. */
	caughtUp(): void;
	/** A checked update could not be applied: the document is not what is on disk. */
	failed(error: unknown): void;
}

/**
 * The document in memory and what is on disk but not in it yet. Keystrokes go into it in one transaction when somebody
 * looks, which costs a fraction of doing so for each; progress looks every second.
 */
export class RoomDocument {
	readonly #loaded: LoadedDocument;
	readonly #events: RoomDocumentEvents;
	readonly #unapplied = new Unapplied();
	readonly #waiting = new WaitingInStore();
	#appliedAt: number | null;
	#failed = false;

	constructor(loaded: LoadedDocument, events: RoomDocumentEvents) {
		this.#loaded = loaded;
		this.#events = events;
		this.#appliedAt = loaded.lastChangeAt;
	}

	/** With all that is on disk. */
	get doc(): Y.Doc {
		this.catchUp();
		return this.#loaded.doc;
	}

	/** The moment that `doc` shows, in epoch milliseconds; null when nothing was ever written. */
	get appliedAt(): number | null {
		return this.#appliedAt;
	}

	/** What of it waits for what is missing, as far as it is applied. */
	get waiting(): WaitingStructs {
		return this.#waiting.read(this.#loaded.doc);
	}

	/** Whether anything in the document waits for what is missing. */
	get hasGaps(): boolean {
		const { store } = this.#loaded.doc;
		return store.pendingStructs !== null || store.pendingDs !== null;
	}

	/** Updates that are committed and not applied yet. */
	get behind(): number {
		return this.#unapplied.count;
	}

	get isFarBehind(): boolean {
		return this.behind >= MOST_UNAPPLIED;
	}

	/** As it is stored, until somebody looks into `doc`. */
	get stored(): WholeDocument | null {
		return this.#loaded.stored;
	}

	/** Takes a committed update, to be applied before anybody looks. */
	committed(update: Uint8Array, seq: number, at: number): void {
		this.#unapplied.add(update, seq, at);
	}

	/**
	 * Applies all that is committed: whole commits, or what follows would seem to have a gap before it. Gives whether that
	 * left something new to wait for what is missing.
	 */
	catchUp(): boolean {
		if (this.behind === 0 || this.#failed) {
			return false;
		}
		const { doc } = this.#loaded;
		const waited = doc.store.pendingStructs;
		try {
			doc.transact(() => {
				this.#unapplied.drain((update, seq, at) => {
					Y.applyUpdate(doc, update);
					this.#events.applied(seq, update.length, at);
					this.#appliedAt = at;
				});
				integrateReady(doc);
			});
		} catch (error) {
			this.#failed = true;
			this.#events.failed(error);
			return false;
		}
		this.#events.caughtUp();
		return this.hasGaps && doc.store.pendingStructs !== waited;
	}

	dispose(): void {
		this.#loaded.dispose();
	}
}
