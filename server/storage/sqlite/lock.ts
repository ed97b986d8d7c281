import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { AlreadyRunning, UnwritableDirectory } from "./errors.ts";

const LOCK_FILE = "arena.lock";

/**
 * Makes the directory this process's own and returns what gives it back. The lock is a transaction held open on a
 * database of its own: the operating system releases it when the process dies, whatever it dies of.
 */
export function lockDirectory(directory: string): () => void {
	let lock: Database.Database | undefined;
	try {
		mkdirSync(directory, { recursive: true, mode: 0o700 });
		accessSync(directory, constants.W_OK | constants.X_OK);
		lock = new Database(join(directory, LOCK_FILE), { timeout: 0 });
		lock.exec("BEGIN EXCLUSIVE");
	} catch (error) {
		lock?.close();
		if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
			throw new AlreadyRunning(directory);
		}
		if (error instanceof Database.SqliteError || (error instanceof Error && "syscall" in error)) {
			throw new UnwritableDirectory(directory, { cause: error });
		}
		throw error;
	}
	const held = lock;
	return () => void held.close();
}
