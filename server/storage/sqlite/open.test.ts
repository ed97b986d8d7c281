import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { describeStorage } from "../storage-suite.ts";
import { silent as logger } from "../testing/fixtures.ts";
import { makeFolder, temporaryFolder } from "../testing/temporary-folder.ts";
import { AlreadyRunning, NewerDatabase, UnusableDatabase, UnwritableDirectory } from "./errors.ts";
import { openSqlite } from "./open.ts";

describeStorage("sqlite", async () => {
	const { path: directory, remove } = await makeFolder();
	let storage = await openSqlite({ directory, logger });
	return {
		storage,
		async reopen() {
			await storage.close();
			storage = await openSqlite({ directory, logger });
			return storage;
		},
		async dispose() {
			await storage.close();
			await remove();
		},
	};
});

it("makes the folder, and leaves one whole file when it is closed", async () => {
	const directory = join(await temporaryFolder(), "new", "data");
	const storage = await openSqlite({ directory, logger });
	await storage.close();
	await storage.close();
	expect(await readdir(directory)).toEqual(["arena.lock", "arena.sqlite"]);
});

it("belongs to one opener at a time, and to the next once it is closed", async () => {
	const directory = await temporaryFolder();
	const first = await openSqlite({ directory, logger });
	const second = openSqlite({ directory, logger });
	await expect(second).rejects.toThrow(AlreadyRunning);
	await expect(second).rejects.toThrow(directory);
	await first.close();
	const third = await openSqlite({ directory, logger });
	await third.close();
});

it("names a folder that cannot be written", async () => {
	const folder = await temporaryFolder();
	await writeFile(join(folder, "file"), "");
	const directory = join(folder, "file", "data");
	const opening = openSqlite({ directory, logger });
	await expect(opening).rejects.toThrow(UnwritableDirectory);
	await expect(opening).rejects.toThrow(directory);
});

it("names a folder whose lock cannot be written", async () => {
	const directory = await temporaryFolder();
	await mkdir(join(directory, "arena.lock"));
	await expect(openSqlite({ directory, logger })).rejects.toThrow(UnwritableDirectory);
});

it("leaves a newer version's database alone and gives the folder back", async () => {
	const directory = await temporaryFolder();
	await (await openSqlite({ directory, logger })).close();
	const database = new Database(join(directory, "arena.sqlite"));
	database.exec("INSERT INTO migrations (version, name, applied_at) VALUES (99, 'from the future', 0)");
	database.close();
	for (let attempt = 1; attempt <= 2; attempt += 1) {
		const opening = openSqlite({ directory, logger });
		await expect(opening).rejects.toThrow(NewerDatabase);
		await expect(opening).rejects.toThrow("format 99");
	}
});

it("refuses a file that is no database", async () => {
	const directory = await temporaryFolder();
	await writeFile(
		join(directory, "arena.sqlite"),
		"not a database, but long enough to be mistaken for one".repeat(100),
	);
	await expect(openSqlite({ directory, logger })).rejects.toThrow(UnusableDatabase);
});

it("refuses a waiting time that people would feel", async () => {
	const directory = await temporaryFolder();
	await expect(openSqlite({ directory, logger, groupCommitMs: 21 })).rejects.toThrow(RangeError);
});
