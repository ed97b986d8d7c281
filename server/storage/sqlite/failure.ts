import Database from "better-sqlite3";
import {
	ClientIdTaken,
	DuplicateCommand,
	DuplicateLate,
	OutOfOrder,
	StorageUnavailable,
	VersionConflict,
	type WriteRefused,
} from "../errors.ts";
import type { Failure, Health, RefusalName } from "./protocol.ts";

/** SQLite's refusals of one statement: the rest of the transaction stands. All its other errors are the disk's. */
const OF_STATEMENT = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE|ERROR)/;
/**
 * After a failed fsync nobody knows what the disk holds, and asking again would be answered with a lie; a damaged file
 * gets worse with every write.
 */
const BEYOND_REPAIR = /^SQLITE_(IOERR_FSYNC|IOERR_DIR_FSYNC|CORRUPT|NOTADB)/;

const refusals: Record<RefusalName, new (subject: string) => WriteRefused> = {
	VersionConflict,
	DuplicateCommand,
	OutOfOrder,
	ClientIdTaken,
	DuplicateLate,
};

/** What an error says about the disk: `good` when only its own operation is at fault. */
export function healthAfter(error: unknown): Health {
	if (!(error instanceof Database.SqliteError) || OF_STATEMENT.test(error.code)) return "good";
	return BEYOND_REPAIR.test(error.code) ? "broken" : "failing";
}

/** SQLite's code of an error, or what kind of error it is. */
export function codeOf(error: unknown): string {
	if (error instanceof Database.SqliteError) return error.code;
	return error instanceof Error ? error.name : "unknown";
}

/** An operation's own error as it travels between threads. SQLite's messages name tables and columns, never values. */
export function failureOf(error: unknown): Failure {
	for (const name of Object.keys(refusals) as RefusalName[]) {
		if (error instanceof refusals[name]) return { kind: "refused", name, subject: error.subject };
	}
	return { kind: "failed", message: error instanceof Error ? error.message : "not an error" };
}

/** The error that a failure was on the other side. */
export function errorOf(failure: Failure): Error {
	switch (failure.kind) {
		case "refused":
			return new refusals[failure.name](failure.subject);
		case "unavailable":
			return new StorageUnavailable(failure.code);
		case "failed":
			return new Error(failure.message);
	}
}
