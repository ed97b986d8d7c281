import { join } from "node:path";
import { type Database, SqliteError } from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import { update, workshop } from "../../testing/fixtures.ts";
import { temporaryFolder } from "../../testing/temporary-folder.ts";
import { openWriting } from "../connections.ts";
import { migrate } from "../migrate.ts";
import { packRequests } from "../packed-appends.ts";
import type { Operation, Request } from "../protocol.ts";
import { prepareApply } from "./apply.ts";
import { type CommitBatch, prepareBatch } from "./batch.ts";
import { LogRows } from "./log-rows.ts";
import { probe } from "./probe.ts";

interface Bench {
	database: Database;
	commit: CommitBatch;
	scrub: ReturnType<typeof vi.fn<() => void>>;
	rows(): number[];
}

/** A database with the workshop `w` and its document `d`. */
async function bench(): Promise<Bench> {
	const database = openWriting(join(await temporaryFolder(), "arena.sqlite"));
	onTestFinished(() => void database.close());
	migrate(database, 1);
	const scrub = vi.fn<() => void>();
	const log = new LogRows(database);
	const commit = prepareBatch(database, prepareApply(database, log), log, scrub);
	commit(requests([{ type: "create-workshop", workshop: workshop("w", ["d"]) }]));
	const seqs = database.prepare<[], number>("SELECT seq FROM log ORDER BY seq").pluck();
	return { database, commit, scrub, rows: () => seqs.all() };
}

function requests(operations: readonly Operation[]): Request[] {
	return operations.map((operation, index) => ({ id: index + 1, operation }));
}

const append = (seq: number, size = 10): Operation => ({
	type: "append-update",
	entry: update("d", seq, { update: new Uint8Array(size) }),
});

it("carries requests out in their order, in one transaction", async () => {
	const { commit, rows } = await bench();
	const { outcomes, health } = commit(requests([append(1), append(2), append(3)]));
	expect(outcomes).toEqual([1, 2, 3].map((id) => ({ id, ok: true, found: true })));
	expect(health).toBe("good");
	expect(rows()).toEqual([1, 2, 3]);
});

it("undoes all of a request that fails halfway, and nothing of the others", async () => {
	const { commit, rows } = await bench();
	const theft: Operation = { type: "append-update", entry: update("d", 2, { author: "ben", claims: [5, 4] }) };
	const first: Operation = { type: "append-update", entry: update("d", 1, { claims: [4] }) };
	const { outcomes, health } = commit(requests([first, theft, append(2)]));
	expect(outcomes).toEqual([
		{ id: 1, ok: true, found: true },
		{ id: 2, ok: false, failure: { kind: "refused", name: "ClientIdTaken", subject: "d" } },
		{ id: 3, ok: true, found: true },
	]);
	expect(health).toBe("good");
	expect(rows()).toEqual([1, 2]);
});

it("fails every request of a batch that finds no room, and takes them again when there is", async () => {
	const { commit, database, rows } = await bench();
	database.pragma("max_page_count = 1");
	const batch = requests([append(1), append(2, 500_000), append(3)]);
	const failure = { kind: "unavailable", code: "SQLITE_FULL" };
	expect(commit(batch)).toEqual({ outcomes: [1, 2, 3].map((id) => ({ id, ok: false, failure })), health: "failing" });
	expect(database.inTransaction).toBe(false);
	expect(rows()).toEqual([]);
	expect(probe(database)).toBe("failing");

	database.pragma("max_page_count = 100000");
	expect(probe(database)).toBe("good");
	expect(commit(batch).health).toBe("good");
	expect(rows()).toEqual([1, 2, 3]);
});

it("never tries a failed commit again: nobody knows what an fsync left behind", async () => {
	const { database } = await bench();
	const carriedOut: string[] = [];
	const apply = (operation: Operation) => {
		carriedOut.push(operation.type);
		return true;
	};
	const lost = new SqliteError("the disk lost it", "SQLITE_IOERR_FSYNC");
	const failing = new Proxy(database, {
		get(target, property) {
			if (property === "inTransaction") return target.inTransaction;
			return (sql: string) => {
				const statement = target.prepare(sql);
				return sql === "COMMIT" ? { run: () => lose(lost) } : statement;
			};
		},
	});
	const result = prepareBatch(failing, apply, new LogRows(database), vi.fn())(requests([append(1), append(2)]));
	expect(result.health).toBe("broken");
	expect(result.outcomes.some(({ ok }) => ok)).toBe(false);
	expect(carriedOut).toHaveLength(2);
});

function lose(error: Error): never {
	throw error;
}

it("carries an erasure out that came together with what finds no room", async () => {
	const { commit, database, rows } = await bench();
	commit(requests([append(1, 300_000)]));
	database.pragma("max_page_count = 1");
	const { outcomes, health } = commit(
		requests([append(2, 500_000), { type: "erase-workshop", id: "w", now: 1, why: "asked" }]),
	);
	expect(outcomes).toEqual([
		{ id: 1, ok: false, failure: { kind: "unavailable", code: "SQLITE_FULL" } },
		{ id: 2, ok: true, found: true },
	]);
	expect(health).toBe("good");
	expect(rows()).toEqual([]);
});

it("does not answer an erasure before the files are clean", async () => {
	const { commit, scrub } = await bench();
	scrub.mockImplementationOnce(() => {
		throw new Error("a reader keeps the log");
	});
	const { outcomes } = commit(requests([append(1), { type: "erase-workshop", id: "w", now: 1, why: "asked" }]));
	expect(outcomes).toEqual([
		{ id: 1, ok: true, found: true },
		{ id: 2, ok: false, failure: { kind: "unavailable", code: "Error" } },
	]);
	commit(requests([append(2)]));
	expect(scrub).toHaveBeenCalledTimes(1);
});

it("carries packed appends out together, and finds the one that is at fault", async () => {
	const { commit, rows } = await bench();
	const appends = (...seqs: number[]) => packRequests(requests(seqs.map((seq) => append(seq)))).parcels;
	expect(appends(1, 2, 3)).toHaveLength(1);
	const many = Array.from({ length: 39 }, (_, index) => index + 1);
	expect(commit(appends(...many)).outcomes).toEqual(many.map((id) => ({ id, ok: true, found: true })));
	expect(rows()).toEqual(many);
	const failure = { kind: "refused", name: "OutOfOrder", subject: "d" };
	expect(commit(appends(40, 42, 41)).outcomes).toEqual([
		{ id: 1, ok: true, found: true },
		{ id: 2, ok: false, failure },
		{ id: 3, ok: true, found: true },
	]);
	expect(rows()).toEqual([...many, 40, 41]);
});
