import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { UnreadableDocument } from "../errors.ts";
import type { Storage } from "../storage.ts";
import { bytes, silent as logger, update, workshop } from "../testing/fixtures.ts";
import { temporaryFolder } from "../testing/temporary-folder.ts";
import { openSqlite } from "./open.ts";

/** A document of six rows with snapshots after the second and the fourth, damaged by `sql` and opened again. */
async function damagedBy(sql: string): Promise<{ storage: Storage; close(): Promise<void> }> {
	const directory = await temporaryFolder();
	const before = await openSqlite({ directory, logger });
	await before.createWorkshop(workshop("w", ["d"]));
	for (let seq = 1; seq <= 6; seq += 1) {
		await before.appendUpdate(update("d", seq));
		if (seq === 2 || seq === 4) {
			const stateVector = bytes(`${seq}`);
			await before.compact("d", { seq, state: bytes(`up to ${seq}`), stateVector, at: seq });
		}
	}
	await before.close();
	const database = new Database(join(directory, "arena.sqlite"));
	database.exec(sql);
	database.close();
	const storage = await openSqlite({ directory, logger });
	return { storage, close: () => storage.close() };
}

it("leaves a row out whose checksum is wrong, and counts it", async () => {
	const { storage, close } = await damagedBy("UPDATE updates SET bytes = x'00' WHERE seq = 5");
	const stored = await storage.loadDocument("d");
	expect(stored?.snapshot?.seq).toBe(4);
	expect(stored?.updates.map(({ seq }) => seq)).toEqual([6]);
	expect(stored?.damaged).toBe(1);
	await storage.appendUpdate(update("d", 7));
	await close();
});

it.each(["bytes = x'00'", "state_vector = x'00'", "state_vector = NULL"])(
	"falls back on the snapshot before a damaged one, and loses nothing (%s)",
	async (damage) => {
		const { storage, close } = await damagedBy(`UPDATE snapshots SET ${damage} WHERE seq = 4`);
		const stored = await storage.loadDocument("d");
		expect(stored?.snapshot).toEqual({ seq: 2, state: bytes("up to 2"), stateVector: bytes("2"), at: 2 });
		expect(stored?.updates.map(({ seq }) => seq)).toEqual([3, 4, 5, 6]);
		expect(stored?.damaged).toBe(0);
		await storage.compact("d", { seq: 6, state: bytes("up to 6"), at: 6 });
		expect(await storage.loadDocument("d")).toMatchObject({ snapshot: { seq: 6 }, updates: [] });
		await close();
	},
);

it("keeps the last snapshot that reads right, with the rows after it, through a compaction", async () => {
	const { storage, close } = await damagedBy("UPDATE snapshots SET bytes = x'00' WHERE seq = 4");
	await storage.compact("d", { seq: 6, state: bytes("up to 6"), at: 6 });
	await close();
});

it.each([
	["a row in the middle is missing", "DELETE FROM updates WHERE seq = 5"],
	["no snapshot reads right and the rows before them are gone", "UPDATE snapshots SET checksum = zeroblob(32)"],
	[
		"rows between a damaged snapshot and the one before are gone",
		"UPDATE snapshots SET bytes = x'00' WHERE seq = 4; DELETE FROM updates",
	],
])("does not take a document for whole when %s", async (_, sql) => {
	const { storage, close } = await damagedBy(sql);
	await expect(storage.loadDocument("d")).rejects.toThrow(UnreadableDocument);
	await close();
});
