import type { Database, Statement } from "better-sqlite3";
import { OutOfOrder } from "../../errors.ts";
import type { NewUpdate } from "../../storage.ts";
import { checksum } from "../checksum.ts";
import { healthAfter } from "../failure.ts";
import type { Health } from "../protocol.ts";

/** So many rows are filed at once: some for each document that people write in, so that they share its pages. */
const FILED_TOGETHER = 2_000;
/** Larger updates are filed at once: to write them twice would cost more than another page. */
const LARGE_BYTES = 1_024;
/** How many rows one statement takes: as few statements as there can be. */
const STATEMENT_ROWS = [16, 8, 4, 2, 1];
/** So many last numbers are kept in memory. */
const MOST_KNOWN = 10_000;

type Row = [documentId: string, seq: number, at: number, author: string, checksum: Uint8Array, bytes: Uint8Array];

/**
 * The rows of all logs, as the open transaction sees them. New ones lie together in `arrivals`; every now and then they
 * are filed in `updates`, where each document's lie together.
 */
export class LogRows {
	readonly #arrive: { rows: number; statement: Statement<unknown[]> }[];
	readonly #insert: Statement<Row>;
	readonly #find: (documentId: string) => number;
	readonly #hasArrivals: (documentId: string, upTo: number) => boolean;
	readonly #file: () => void;
	readonly #fileAlone: () => void;
	/** The last number of logs that were written to lately. */
	#last = new Map<string, number>();
	/** At least so many rows are not filed. */
	#arrived = 0;
	#fileAt = FILED_TOGETHER;

	constructor(database: Database) {
		const columns = "document_id, seq, at, author, checksum, bytes";
		const row = "(?, ?, ?, ?, ?, ?)";
		this.#arrive = STATEMENT_ROWS.map((rows) => {
			const values = Array.from({ length: rows }, () => row).join(", ");
			return { rows, statement: database.prepare(`INSERT INTO arrivals (${columns}) VALUES ${values}`) };
		});
		this.#insert = database.prepare(`INSERT INTO updates (${columns}) VALUES ${row}`);
		const lastIn = (table: "updates" | "arrivals" | "snapshots") =>
			database.prepare<[string], number | null>(`SELECT max(seq) FROM ${table} WHERE document_id = ?`).pluck();
		const lasts = [lastIn("updates"), lastIn("arrivals"), lastIn("snapshots")];
		this.#find = (documentId) => Math.max(...lasts.map((last) => last.get(documentId) ?? 0));
		const arrival = database.prepare<[string, number]>("SELECT 1 FROM arrivals WHERE document_id = ? AND seq <= ?");
		this.#hasArrivals = (documentId, upTo) => arrival.get(documentId, upTo) !== undefined;
		const copy = database.prepare(
			`INSERT INTO updates (${columns}) SELECT ${columns} FROM arrivals ORDER BY document_id, seq`,
		);
		const clear = database.prepare("DELETE FROM arrivals");
		const any = database.prepare("SELECT 1 FROM arrivals LIMIT 1");
		this.#file = () => {
			// Even an empty table's page would be written, with an fsync.
			if (any.get() === undefined) return;
			copy.run();
			clear.run();
		};
		this.#fileAlone = database.transaction(this.#file).immediate;
	}

	/** The number of the last row a log has had; 0 for a document that was never written. */
	last(documentId: string): number {
		const known = this.#last.get(documentId);
		if (known !== undefined) return known;
		const found = this.#find(documentId);
		this.#last.set(documentId, found);
		return found;
	}

	/** Puts rows at their logs' ends. Throws `OutOfOrder` where a number does not follow. */
	append(entries: readonly NewUpdate[]): void {
		const arriving: Row[] = [];
		for (const { documentId, seq, at, author, update } of entries) {
			if (seq !== this.last(documentId) + 1) throw new OutOfOrder(documentId);
			const row: Row = [documentId, seq, at, author, checksum(update), update];
			if (update.length > LARGE_BYTES) this.#insert.run(...row);
			else arriving.push(row);
			this.#last.set(documentId, seq);
		}
		let next = 0;
		for (const { rows, statement } of this.#arrive) {
			for (; arriving.length - next >= rows; next += rows) {
				const { lastInsertRowid } = statement.run(arriving.slice(next, next + rows).flat());
				// Ids count the rows: they begin again with 1 whenever the table is empty.
				this.#arrived = Number(lastInsertRowid);
			}
		}
	}

	/** Sees to it that a document's rows up to `upTo` are in `updates`. */
	fileUpTo(documentId: string, upTo: number): void {
		if (this.#hasArrivals(documentId, upTo)) this.#file();
	}

	/** Files what has arrived once it is much, outside a transaction. Where there is no room it stays and can be read. */
	fileMany(): Health {
		return this.#arrived < this.#fileAt ? "good" : this.fileAll();
	}

	fileAll(): Health {
		try {
			this.#fileAlone();
			this.#fileAt = FILED_TOGETHER;
			this.#arrived = 0;
			// Those of documents at rest do not stay in memory for ever.
			if (this.#last.size > MOST_KNOWN) this.#last = new Map();
			return "good";
		} catch (error) {
			this.#fileAt = this.#arrived + FILED_TOGETHER;
			return healthAfter(error);
		}
	}

	/** To be called when rows of any log have been undone or erased. */
	forget(): void {
		this.#last = new Map();
		this.#arrived = 0;
	}
}
