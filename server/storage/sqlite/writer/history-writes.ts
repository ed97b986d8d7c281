import type { Database } from "better-sqlite3";
import type { Snapshot } from "../../storage.ts";
import { isIntact, isIntactSnapshot } from "../checksum.ts";
import { deflate, lastOfEachMinute, packRows } from "../packed-rows.ts";
import type { Schema } from "../schema.ts";
import type { LogRows } from "./log-rows.ts";
import { prepareInsertSnapshot } from "./snapshots.ts";

/** Rows that may have to be replayed to get at a moment in the past: the more, the fewer whole states are kept. */
const ROWS_PER_BASE = 2_000;
/** What one document's past may take, packed. Whoever writes and deletes without end fills no disk with it. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface HistoryWrites {
	/** Copies the log's filed rows up to `upTo` into the document's past; compaction deletes them afterwards. */
	pack(documentId: string, upTo: number): void;
	condense(documentId: string, snapshot: Snapshot): void;
	forget(workshopId: string): void;
	forgotten(workshopId: string): void;
}

type SnapshotBytes = Pick<Schema["snapshots"], "checksum" | "bytes" | "state_vector">;
type Stretch = Pick<Schema["history"], "first_seq" | "last_seq"> & { has_base: number; size: number };

export function prepareHistoryWrites(database: Database, log: LogRows): HistoryWrites {
	const rowsUpTo = database.prepare<[string, number], Pick<Schema["updates"], "seq" | "at" | "checksum" | "bytes">>(
		"SELECT seq, at, checksum, bytes FROM updates WHERE document_id = ? AND seq <= ? ORDER BY seq",
	);
	const snapshotAt = database.prepare<[string, number], SnapshotBytes>(
		"SELECT checksum, bytes, state_vector FROM snapshots WHERE document_id = ? AND seq = ?",
	);
	const stretches = database.prepare<[string], Stretch>(
		`SELECT first_seq, last_seq, base IS NOT NULL AS has_base, length(rows) + coalesce(length(base), 0) AS size
		FROM history WHERE document_id = ? ORDER BY first_seq DESC`,
	);
	const insert = database.prepare<Schema["history"]>(
		`INSERT INTO history (document_id, first_seq, last_seq, first_at, last_at, minutes, base, rows)
		VALUES (@document_id, @first_seq, @last_seq, @first_at, @last_at, @minutes, @base, @rows)`,
	);
	const deleteBefore = database.prepare<[string, number]>(
		"DELETE FROM history WHERE document_id = ? AND first_seq < ?",
	);
	const deleteUpdates = database.prepare<[string, number]>("DELETE FROM updates WHERE document_id = ? AND seq <= ?");
	const deleteSnapshots = database.prepare<[string]>("DELETE FROM snapshots WHERE document_id = ?");
	const insertSnapshot = prepareInsertSnapshot(database);
	const ofWorkshop = "document_id IN (SELECT id FROM documents WHERE workshop_id = ?)";
	const forgetHistory = database.prepare<[string]>(`DELETE FROM history WHERE ${ofWorkshop}`);
	const forgetSetBacks = database.prepare<[string]>(`DELETE FROM set_backs WHERE ${ofWorkshop}`);
	const forgotten = database.prepare<[string]>("UPDATE workshops SET forget_history_on = NULL WHERE id = ?");

	function baseBefore(documentId: string, firstSeq: number): Uint8Array | null {
		if (firstSeq === 1 || !needsBase(stretches.all(documentId), firstSeq)) return null;
		const snapshot = snapshotAt.get(documentId, firstSeq - 1);
		return snapshot !== undefined && isIntactSnapshot(snapshot) ? deflate(snapshot.bytes) : null;
	}

	/** The oldest stretches go, down to one that can be read without those before it. */
	function bound(documentId: string): void {
		let size = 0;
		let from = Number.MAX_SAFE_INTEGER;
		for (const stretch of stretches.all(documentId)) {
			size += stretch.size;
			if (size > MOST_BYTES) {
				deleteBefore.run(documentId, from);
				return;
			}
			if (stretch.has_base === 1 || stretch.first_seq === 1) from = stretch.first_seq;
		}
	}

	return {
		pack(documentId, upTo) {
			const rows = rowsUpTo.all(documentId, upTo);
			const [first] = rows;
			if (first === undefined) return;
			const times = rows.map(({ at }) => at);
			insert.run({
				document_id: documentId,
				first_seq: first.seq,
				last_seq: upTo,
				first_at: first.at,
				last_at: Math.max(...times),
				minutes: JSON.stringify(lastOfEachMinute(times)),
				base: baseBefore(documentId, first.seq),
				rows: packRows(rows.map((row) => ({ at: row.at, update: isIntact(row) ? row.bytes : NOTHING }))),
			});
			bound(documentId);
		},
		condense(documentId, snapshot) {
			log.fileUpTo(documentId, snapshot.seq);
			deleteSnapshots.run(documentId);
			insertSnapshot(documentId, snapshot);
			deleteUpdates.run(documentId, snapshot.seq);
		},
		forget(workshopId) {
			forgetHistory.run(workshopId);
			forgetSetBacks.run(workshopId);
		},
		forgotten(workshopId) {
			forgotten.run(workshopId);
		},
	};
}

const NOTHING = new Uint8Array();

/** `stretches`: the newest first. */
function needsBase(stretches: readonly Stretch[], firstSeq: number): boolean {
	let next = firstSeq;
	for (const stretch of stretches) {
		if (stretch.last_seq !== next - 1) return true;
		next = stretch.first_seq;
		if (stretch.has_base === 1 || next === 1) return firstSeq - next >= ROWS_PER_BASE;
	}
	return true;
}
