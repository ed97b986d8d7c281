import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import { update, workshop } from "../../testing/fixtures.ts";
import { temporaryFolder } from "../../testing/temporary-folder.ts";
import { openWriting } from "../connections.ts";
import { migrate } from "../migrate.ts";
import { LogRows } from "./log-rows.ts";
import { prepareSessionWrites } from "./session-writes.ts";

const DOCUMENTS = ["d1", "d2", "d3"];
/** More than are left unfiled. */
const MANY = 3_000;

async function bench() {
	const database = openWriting(join(await temporaryFolder(), "arena.sqlite"));
	onTestFinished(() => void database.close());
	migrate(database, 1);
	prepareSessionWrites(database).createWorkshop(workshop("w", DOCUMENTS));
	return { database, log: new LogRows(database) };
}

/** So many rows, in turn to each document, in one transaction. */
function append({ database, log }: { database: Database; log: LogRows }, rows: number): void {
	database.transaction(() => {
		for (let row = 0; row < rows; row += 1) {
			const id = DOCUMENTS[row % DOCUMENTS.length] ?? "";
			log.append([update(id, log.last(id) + 1)]);
		}
	})();
}

function count(database: Database, table: "arrivals" | "updates"): number {
	return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0;
}

const read = (database: Database): unknown[] =>
	database.prepare("SELECT document_id, seq, at, author, bytes FROM log ORDER BY document_id, seq").all();

it("files rows once they are many, and the log is the same before and after", async () => {
	const { database, log } = await bench();
	append({ database, log }, 30);
	expect(log.fileMany()).toBe("good");
	expect(count(database, "updates")).toBe(0);
	append({ database, log }, MANY);
	const before = read(database);
	expect(before).toHaveLength(MANY + 30);
	expect(log.fileMany()).toBe("good");
	expect([count(database, "arrivals"), count(database, "updates")]).toEqual([0, MANY + 30]);
	expect(read(database)).toEqual(before);
	expect(DOCUMENTS.map((id) => log.last(id))).toEqual([1_010, 1_010, 1_010]);
	append({ database, log }, 30);
	expect(count(database, "arrivals")).toBe(30);
	expect(DOCUMENTS.map((id) => new LogRows(database).last(id))).toEqual([1_020, 1_020, 1_020]);
});

it("puts a large row where it belongs at once", async () => {
	const { database, log } = await bench();
	log.append([update("d1", 1)]);
	log.append([update("d1", 2, { update: new Uint8Array(5_000) })]);
	log.append([update("d1", 3)]);
	expect([count(database, "arrivals"), count(database, "updates")]).toEqual([2, 1]);
	expect(new LogRows(database).last("d1")).toBe(3);
	log.fileUpTo("d1", 0);
	expect(count(database, "updates")).toBe(1);
	log.fileUpTo("d1", 1);
	expect([count(database, "arrivals"), count(database, "updates")]).toEqual([0, 3]);
});

it("leaves rows where they are while there is no room, goes on appending, and files them when there is", async () => {
	const { database, log } = await bench();
	append({ database, log }, MANY);
	const pages = database.prepare<[], number>("PRAGMA page_count").pluck().get() ?? 0;
	database.pragma(`max_page_count = ${pages + 10}`);
	expect(log.fileMany()).toBe("failing");
	expect(database.inTransaction).toBe(false);
	expect(count(database, "arrivals")).toBe(MANY);
	append({ database, log }, 30);
	expect(read(database)).toHaveLength(MANY + 30);

	database.pragma("max_page_count = 100000");
	append({ database, log }, MANY);
	expect(log.fileMany()).toBe("good");
	expect([count(database, "arrivals"), count(database, "updates")]).toEqual([0, 2 * MANY + 30]);
});
