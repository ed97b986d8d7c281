import Database from "better-sqlite3";

const BUSY_MS = 5000;
/** After a checkpoint the write-ahead log is cut back to this size. */
const LOG_BYTES = 16 * 1024 * 1024;

/** The only writing connection. What was deleted is overwritten, and nothing is put into temporary files. */
export function openWriting(file: string, maxPages?: number): Database.Database {
	const database = new Database(file, { timeout: BUSY_MS });
	database.pragma("journal_mode = WAL");
	database.pragma("synchronous = FULL");
	database.pragma("foreign_keys = ON");
	database.pragma("secure_delete = ON");
	database.pragma("temp_store = MEMORY");
	database.pragma(`journal_size_limit = ${LOG_BYTES}`);
	if (maxPages !== undefined) database.pragma(`max_page_count = ${maxPages}`);
	return database;
}

/** Sees what was committed, and nothing else. */
export function openReading(file: string): Database.Database {
	const database = new Database(file, { readonly: true, timeout: BUSY_MS });
	database.pragma("temp_store = MEMORY");
	return database;
}
