import type { Database } from "better-sqlite3";
import { queries } from "../queries.ts";
import type { Statements } from "../statements.ts";

/** Pages given back to the file system after one erasure: 16 MiB, so that the writer is not away for long. */
const PAGES_PER_ERASURE = 4096;
const CHECKPOINT_ATTEMPTS = 3;

/** Deletes a workshop with all that refers to it and leaves a receipt. False where there is none. */
export function eraseWorkshop(statements: Statements, id: string, now: number): boolean {
	const counts = statements.first(
		queries.selectNoFrom(({ selectFrom }) => [
			selectFrom("documents")
				.where("workshop_id", "=", id)
				.select(({ fn }) => fn.countAll<number>().as("count"))
				.as("documents"),
			selectFrom("tokens")
				.where("workshop_id", "=", id)
				.select(({ fn }) => fn.count<number>("participant_id").distinct().as("count"))
				.as("participants"),
		]),
	);
	if (statements.run(queries.deleteFrom("workshops").where("id", "=", id)) === 0) return false;
	statements.run(
		queries.insertInto("erasures").values({
			workshop_id: id,
			erased_at: now,
			documents: counts?.documents ?? 0,
			participants: counts?.participants ?? 0,
		}),
	);
	return true;
}

/**
 * Takes what was deleted out of the files as well: `secure_delete` has written zeros over it in the newest version of
 * each page, but the write-ahead log still holds the versions before. Outside a transaction. Throws when a reader
 * keeps the log from being emptied.
 */
export function scrub(database: Database): void {
	database.pragma(`incremental_vacuum(${PAGES_PER_ERASURE})`);
	const checkpoint = database.prepare<[], { busy: number }>("PRAGMA wal_checkpoint(TRUNCATE)");
	for (let attempt = 1; attempt <= CHECKPOINT_ATTEMPTS; attempt += 1) {
		if (checkpoint.get()?.busy === 0) return;
	}
	throw new Error("the write-ahead log could not be emptied");
}
