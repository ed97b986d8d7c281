import type { Database } from "better-sqlite3";
import { OutOfOrder } from "../../errors.ts";
import type { NewUpdate, Snapshot } from "../../storage.ts";
import { isIntactSnapshot } from "../checksum.ts";
import type { Schema } from "../schema.ts";
import { prepareClaims } from "./claims.ts";
import type { LogRows } from "./log-rows.ts";
import { prepareInsertSnapshot } from "./snapshots.ts";

export function prepareAppend(database: Database, log: LogRows): (entry: NewUpdate) => void {
	const claim = prepareClaims(database);
	const insertSetBack = database.prepare<[string, string, number, number, number, Uint8Array]>(
		"INSERT INTO set_backs (document_id, id, seq, at, made_at, origins) VALUES (?, ?, ?, ?, ?, ?)",
	);

	return (entry) => {
		const { documentId, seq, setBack } = entry;
		log.append([entry]);
		if (setBack !== undefined) {
			insertSetBack.run(documentId, setBack.id, seq, setBack.goal, entry.at, setBack.origins);
		}
		claim(entry);
	};
}

/**
 * Puts a snapshot beside the one before it. Only rows that the older one holds as well are deleted, and only if it
 * still reads right: should the new snapshot be damaged one day, the older one and the rows after it give the same
 * document.
 */
export function prepareCompact(
	database: Database,
	log: LogRows,
	pack: (documentId: string, upTo: number) => void,
): (documentId: string, snapshot: Snapshot & { keepHistory?: boolean }) => void {
	const earlierSnapshots = database.prepare<[string], Omit<Schema["snapshots"], "document_id" | "at">>(
		"SELECT seq, checksum, bytes, state_vector FROM snapshots WHERE document_id = ? ORDER BY seq DESC",
	);
	const deleteSnapshots = database.prepare<[string, number]>(
		"DELETE FROM snapshots WHERE document_id = ? AND seq <> ?",
	);
	const insertSnapshot = prepareInsertSnapshot(database);
	const deleteUpdates = database.prepare<[string, number]>("DELETE FROM updates WHERE document_id = ? AND seq <= ?");

	return (documentId, snapshot) => {
		const { seq, keepHistory = false } = snapshot;
		const earlier = earlierSnapshots.all(documentId);
		if (seq > log.last(documentId) || seq < (earlier[0]?.seq ?? 0)) throw new OutOfOrder(documentId);
		const kept = earlier.find((row) => row.seq < seq && isIntactSnapshot(row))?.seq ?? NONE;
		log.fileUpTo(documentId, kept);
		if (keepHistory && kept !== NONE) pack(documentId, kept);
		deleteSnapshots.run(documentId, kept);
		insertSnapshot(documentId, snapshot);
		deleteUpdates.run(documentId, kept);
	};
}

/** Below every number there is. */
const NONE = -1;
