import type { Database, Statement } from "better-sqlite3";
import { healthAfter } from "../failure.ts";
import type { Health } from "../protocol.ts";

const CHECKPOINT_ATTEMPTS = 3;

/**
 * Takes what was deleted out of the files. `secure_delete` alone does not: it writes zeros over freed pages and cells,
 * but when SQLite moves rows between the pages of a tree, copies stay behind in the unused middle of pages that others
 * go on using. So the whole file is written anew, and then the write-ahead log is emptied. The receipts remember which
 * workshops are still owed this, also across a crash.
 */
export class Scrubber {
	readonly #database: Database;
	readonly #owed: Statement<[], { workshop_id: string }>;
	readonly #paid: Statement<[]>;

	constructor(database: Database) {
		this.#database = database;
		this.#owed = database.prepare("SELECT workshop_id FROM erasures WHERE scrubbed = 0 LIMIT 1");
		this.#paid = database.prepare("UPDATE erasures SET scrubbed = 1 WHERE scrubbed = 0");
	}

	/** Does what an earlier erasure is owed, if any, and says what it met. */
	settle(): Health {
		try {
			if (this.#owed.get() !== undefined) this.scrub();
			return "good";
		} catch (error) {
			return healthAfter(error);
		}
	}

	/** Does what is owed; outside a transaction. Throws when the disk is full or a reader keeps the log. */
	scrub(): void {
		// The copy would take as much memory as the database; the file that SQLite uses instead has no name.
		this.#database.pragma("temp_store = FILE");
		try {
			this.#database.exec("VACUUM");
		} finally {
			this.#database.pragma("temp_store = MEMORY");
		}
		this.#emptyLog();
		this.#paid.run();
	}

	#emptyLog(): void {
		const checkpoint = this.#database.prepare<[], { busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
		for (let attempt = 1; attempt <= CHECKPOINT_ATTEMPTS; attempt += 1) {
			if (checkpoint.get()?.busy === 0) return;
		}
		throw new Error("the write-ahead log could not be emptied");
	}
}
