import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, it, onTestFinished, vi } from "vitest";
import * as Y from "yjs";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { type Bench, openBench } from "../../server/sync/bench.ts";
import { enter, RawClient, read, Writer } from "../../server/sync/bench-client.ts";
import { encodeStep1 } from "../../server/sync/codec.ts";
import type { SyncLimits } from "../../server/sync/limits.ts";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { type LogLine, recordingLogger } from "../harness/log-lines.ts";
import { amount, figure, timeIsUp, within } from "../harness/scale.ts";

/** Every so many bytes one bit is flipped. */
const STRIDE = amount(64, 1);
const WORDS = 60;

interface Ward {
	bench: Bench;
	log: LogLine[];
	/** Another hand on the same file. */
	file: Database.Database;
	document: string;
	writer: Writer;
}

/** A document with words in its log, and nobody in it. */
async function openWard(limits: Partial<SyncLimits>): Promise<Ward> {
	const directory = await mkdtemp(join(tmpdir(), "arena-damage-"));
	const log: LogLine[] = [];
	const logger = recordingLogger(log);
	const storage = await openSqlite({ directory, logger });
	const store = { storage, close: async () => undefined };
	const bench = await openBench(store, { logger, limits: { unloadAfterMs: 1, compactRowsAtUnload: 1e9, ...limits } });
	const file = new Database(join(directory, "arena.sqlite"));
	onTestFinished(async () => {
		file.close();
		await bench.close();
		await storage.close();
		await rm(directory, { recursive: true, force: true });
	});
	const client = await enter(bench, bench.person().token);
	const writer = new Writer();
	for (let word = 1; word <= WORDS; word += 1) {
		client.update(writer.type(`word-${word};`));
		await client.saved(word);
	}
	client.socket.close();
	const ward = { bench, log, file, document: bench.documents[0] ?? "", writer };
	await unloaded(ward);
	return ward;
}

async function unloaded({ bench }: Ward): Promise<void> {
	await vi.waitUntil(() => bench.sync.stats().documents === 0, { timeout: 10_000, interval: 2 });
}

/** What somebody who opens the document gets: its words, or the code with which the line is closed. */
async function open(ward: Ward): Promise<string[] | number> {
	ward.log.length = 0;
	const client = new RawClient(`${ward.bench.url}/${ward.document}`, ward.bench.person().token);
	const doc = new Y.Doc();
	try {
		await client.until(({ type }) => type === "step1");
		client.send(encodeStep1(Uint8Array.of(0)));
		const { bytes } = await client.until(
			(message): message is typeof message & { bytes: Uint8Array } => message.type === "step2",
		);
		Y.applyUpdate(doc, bytes);
	} catch {
		return await client.closed;
	}
	client.socket.close();
	await client.closed;
	await unloaded(ward);
	return doc.getText("line").toString().split(";").filter(Boolean);
}

interface Row {
	column: Column;
	seq: number;
	bytes: Buffer;
}

const COLUMNS = ["snapshots.bytes", "snapshots.state_vector", "updates.bytes", "arrivals.bytes"] as const;
type Column = (typeof COLUMNS)[number];

function split(column: Column): { table: string; name: string } {
	const [table = "", name = ""] = column.split(".");
	return { table, name };
}

function rowsOf({ file, document }: Ward): Row[] {
	return COLUMNS.flatMap((column) => {
		const { table, name } = split(column);
		return file
			.prepare<[string], Omit<Row, "column">>(
				`SELECT seq, ${name} AS bytes FROM ${table} WHERE document_id = ? ORDER BY seq`,
			)
			.all(document)
			.map((row) => ({ ...row, column }));
	});
}

function put({ file, document }: Ward, { column, seq }: Row, bytes: Uint8Array): void {
	const { table, name } = split(column);
	file.prepare(`UPDATE ${table} SET ${name} = ? WHERE document_id = ? AND seq = ?`).run(bytes, document, seq);
}

const alarms = ({ log }: Ward) => log.filter(({ level }) => level === "error").length;

it.each<[string, Partial<SyncLimits>]>([
	["snapshots and rows", { compactRows: 20 }],
	["snapshots, the newer of which holds all", { compactRows: 20, compactRowsAtUnload: 0 }],
])(
	`a flipped bit in every ${STRIDE} bytes of %s: never silently different, never empty`,
	{
		timeout: within(60_000),
	},
	async (what, limits) => {
		const ward = await openWard(limits);
		const words = ward.writer.text.toString().split(";").filter(Boolean);
		const rows = rowsOf(ward);
		expect(rows.filter(({ column }) => column === "snapshots.bytes")).toHaveLength(2);
		expect(await open(ward)).toEqual(words);
		const got = { whole: 0, "without the damaged row": 0, refused: 0 };
		for (const row of rows) {
			for (let at = 0; at < row.bytes.length && !timeIsUp(); at += STRIDE) {
				const damaged = Buffer.from(row.bytes);
				damaged[at] = (damaged[at] ?? 0) ^ (1 << ((at / STRIDE) % 8));
				put(ward, row, damaged);
				const found = await open(ward);
				if (typeof found === "number") {
					expect(found).toBe(CLOSE.couldNotLoad);
					got.refused += 1;
				} else if (found.length === words.length) {
					expect(found).toEqual(words);
					got.whole += 1;
				} else {
					// The words of one row are missing, with those that stood behind them in the same text, and it is told.
					expect(found.length).toBeGreaterThan(0);
					expect(found).toEqual(words.filter((word) => found.includes(word)));
					expect(alarms(ward)).toBeGreaterThan(0);
					got["without the damaged row"] += 1;
				}
				put(ward, row, row.bytes);
			}
		}
		for (const [was, count] of Object.entries(got))
			figure("damage", `flipped bits in ${what} after which it was ${was}`, count);
		figure("damage", "silently different or empty", 0);
		expect(got.whole).toBeGreaterThan(0);
		expect(await open(ward)).toEqual(words);
	},
);

it("rows that cannot be applied are left out with an alarm, and people go on writing", async () => {
	const ward = await openWard({ compactRows: 1e9 });
	const { bench, document, writer } = ward;
	const words = writer.text.toString();
	const poisons = [
		// Refers to an item in the middle of nowhere of its own past.
		Uint8Array.of(1, 1, 99, 0, 0x84, 99, 50, 1, 0x78, 0),
		Uint8Array.of(255, 255, 255),
		Uint8Array.of(),
	];
	for (const [index, update] of poisons.entries()) {
		const seq = WORDS + 1 + index;
		await bench.storage.appendUpdate({ documentId: document, seq, update, author: "p", at: 1, claims: [] });
	}
	ward.log.length = 0;
	const client = await enter(bench, bench.person().token);
	expect(alarms(ward)).toBe(1);
	client.update(new Writer().type("still writing"));
	await client.saved(1);
	const text = (await read(bench)).getText("line").toString();
	expect(text).toContain(words);
	expect(text).toContain("still writing");
});
