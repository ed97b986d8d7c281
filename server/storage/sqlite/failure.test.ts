import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { ClientIdTaken, DuplicateCommand, OutOfOrder, StorageUnavailable, VersionConflict } from "../errors.ts";
import { errorOf, failureOf, healthAfter } from "./failure.ts";

it.each([
	["SQLITE_CONSTRAINT_FOREIGNKEY", "good"],
	["SQLITE_CONSTRAINT_UNIQUE", "good"],
	["SQLITE_TOOBIG", "good"],
	["SQLITE_FULL", "failing"],
	["SQLITE_IOERR_WRITE", "failing"],
	["SQLITE_BUSY", "failing"],
	["SQLITE_READONLY", "failing"],
	["SQLITE_IOERR_FSYNC", "broken"],
	["SQLITE_IOERR_DIR_FSYNC", "broken"],
	["SQLITE_CORRUPT_VTAB", "broken"],
])("after %s the disk counts as %s", (code, health) => {
	expect(healthAfter(new Database.SqliteError("", code))).toBe(health);
});

it.each([VersionConflict, DuplicateCommand, OutOfOrder, ClientIdTaken])(
	"brings %o over to the other thread",
	(Refused) => {
		const error = errorOf(structuredClone(failureOf(new Refused("an-id"))));
		expect(error).toBeInstanceOf(Refused);
		expect(error.message).toBe(new Refused("an-id").message);
	},
);

it("brings other errors over with their message", () => {
	expect(errorOf(failureOf(new TypeError("a bug"))).message).toBe("a bug");
	expect(errorOf({ kind: "unavailable", code: "SQLITE_FULL" })).toEqual(new StorageUnavailable("SQLITE_FULL"));
});
