import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { loadDocument } from "../../server/sync/load.ts";
import { Replica } from "../fuzz/replica.ts";
import { apiClient } from "../harness/api.ts";
import { startArenaChild } from "../harness/arena-child.ts";
import { amount, figure, timeIsUp, within } from "../harness/scale.ts";
import { prepareFolder, startSyncChild } from "../harness/sync-child.ts";

const ROUNDS = amount(1, 20);
const STORE = "arena.sqlite";

/**
 * Keeps the writer inside its transaction for a good while after each change of a table: the kill that follows meets
 * it there. SQLite carries the trigger out; the server knows nothing of it.
 */
function linger(file: string, table: string, event: "INSERT" | "DELETE"): void {
	withStore(file, (database) =>
		database.exec(`CREATE TRIGGER linger AFTER ${event} ON ${table} BEGIN
			SELECT count(*) FROM (WITH RECURSIVE steps(step) AS (SELECT 1 UNION ALL SELECT step + 1 FROM steps LIMIT 1500000)
				SELECT step FROM steps);
		END`),
	);
}

function withStore<Found>(file: string, use: (database: Database.Database) => Found): Found {
	const database = new Database(file, { timeout: 5_000 });
	try {
		return use(database);
	} finally {
		database.close();
	}
}

/** Resolves when somebody has been inside a transaction for longer than any of ours lasts. */
async function untilInside(file: string): Promise<void> {
	const database = new Database(file, { timeout: 0 });
	try {
		for (let busy = 0; busy < 8; ) {
			busy = isBusy(database) ? busy + 1 : 0;
			// A lock tells nobody that it is held; only how long it has been tells whose it is.
			await wait(10);
		}
	} finally {
		database.close();
	}
}

function isBusy(database: Database.Database): boolean {
	try {
		database.exec("BEGIN IMMEDIATE");
		database.exec("ROLLBACK");
		return false;
	} catch {
		return true;
	}
}

describe("a kill inside a compaction", () => {
	it.each([
		["after the old snapshot is gone", "snapshots", "DELETE"],
		["after the new snapshot is there", "snapshots", "INSERT"],
		["among the rows that go", "updates", "DELETE"],
		["among the rows that are filed", "arrivals", "DELETE"],
	] as const)(
		"%s: nothing is lost, and the next one succeeds",
		{ timeout: within(60_000) },
		async (place, table, event) => {
			const { directory, workshopId, documents, people, remove } = await prepareFolder(1, 1);
			const file = join(directory, STORE);
			const [document = ""] = documents;
			const start = (port: number) =>
				startSyncChild({ directory, workshopId, people, port, limits: { compactRows: 10, framesPerSecond: 1e6 } });
			let server = await start(0);
			onTestFinished(async () => {
				await server.kill();
				await remove();
			});
			const typist = new Replica(`ws://127.0.0.1:${server.port}/sync/${document}`, people[0] ?? "");
			onTestFinished(() => typist.dispose());
			let word = 0;
			const type = async (words: number) => {
				for (let left = words; left > 0; left -= 1) {
					word += 1;
					typist.change((doc) => doc.getText("line").insert(0, `${word};`));
					await typist.until(() => typist.isSaved, "saved");
				}
			};
			const snapshotSeq = () =>
				withStore(file, (database) =>
					Number(database.prepare("SELECT coalesce(max(seq), 0) FROM snapshots").pluck().get()),
				);
			typist.connect();
			await typist.until(() => typist.isSaved, "in");
			// Two snapshots, so that the third takes rows and the oldest away.
			await type(30);
			let done = 0;
			while (done < ROUNDS && !timeIsUp()) {
				linger(file, table, event);
				let goesOn = true;
				const typing = (async () => {
					while (goesOn) await type(1);
				})();
				await untilInside(file);
				const before = snapshotSeq();
				await server.kill();
				await typist.until(() => typist.isOffline, "the kill");
				goesOn = false;
				withStore(file, (database) => database.exec("DROP TRIGGER linger"));
				expect(snapshotSeq()).toBe(before);
				server = await start(server.port);
				typist.connect();
				await typing;
				await vi.waitUntil(() => snapshotSeq() !== before, { timeout: 30_000, interval: 20 });
				await server.kill();
				await typist.until(() => typist.isOffline, "the second kill");
				expect(await textOnDisk(directory, document)).toBe(typist.doc.getText("line").toString());
				done += 1;
				if (done < ROUNDS) {
					server = await start(server.port);
					typist.connect();
					await typist.until(() => typist.isSaved, "back again");
				}
			}
			figure("kills inside", `compactions killed ${place}`, done);
			typist.dispose();
		},
	);
});

async function textOnDisk(directory: string, document: string): Promise<string | undefined> {
	const logger = createLogger("silent");
	const storage = await openSqlite({ directory, logger });
	try {
		return (await loadDocument(storage, document, logger))?.doc.getText("line").toString();
	} finally {
		await storage.close();
	}
}

it("a kill inside the transaction that creates a workshop: none of it is there, and the next one is whole", {
	timeout: within(60_000),
}, async () => {
	const dataDir = await mkdtemp(join(tmpdir(), "arena-creation-"));
	const file = join(dataDir, STORE);
	let server = await startArenaChild(dataDir);
	onTestFinished(async () => {
		await server.kill();
		await rm(dataDir, { recursive: true, force: true });
	});
	const tables = ["workshops", "tokens", "definitions"];
	const counts = () =>
		withStore(file, (database) =>
			tables.map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
		);
	let before = counts();
	for (const table of tables) {
		linger(file, table, "INSERT");
		const created = apiClient(server.url).create();
		created.catch(() => undefined);
		await untilInside(file);
		await server.kill();
		await expect(created).rejects.toThrow();
		expect(counts()).toEqual(before);
		withStore(file, (database) => database.exec("DROP TRIGGER linger"));
		server = await startArenaChild(dataDir);
		const whole = await apiClient(server.url).create();
		const { documents, phases } = await apiClient(server.url).snapshot(whole.id, whole.facilitatorToken);
		expect(phases.length).toBeGreaterThan(0);
		expect(documents).toBeDefined();
		before = counts();
	}
	figure("kills inside", "creations killed after each table they write", tables.length);
});
