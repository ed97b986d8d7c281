import type { Database } from "better-sqlite3";
import type { Logger } from "../../logger.ts";
import { UnreadableDocument } from "../errors.ts";
import type { DocumentRecord, Snapshot, StoredDocument } from "../storage.ts";
import { isIntact, isIntactSnapshot, plain } from "./checksum.ts";
import { queries } from "./queries.ts";
import { Statements } from "./statements.ts";

/**
 * Reads a document's log: the newest snapshot that reads right and every row after it, all as of one moment. A row
 * that is damaged is left out and counted; a row that is missing makes the document unreadable.
 */
export function prepareLogReader(database: Database, logger: Logger): (record: DocumentRecord) => StoredDocument {
	const statements = new Statements(database);

	function newestSnapshot(documentId: string): Snapshot | null {
		const rows = statements.all(
			queries
				.selectFrom("snapshots")
				.select(["seq", "at", "checksum", "bytes", "state_vector"])
				.where("document_id", "=", documentId)
				.orderBy("seq", "desc"),
		);
		for (const row of rows) {
			if (isIntactSnapshot(row)) {
				const { seq, at, bytes, state_vector: vector } = row;
				return { seq, state: plain(bytes), at, ...(vector === null ? {} : { stateVector: plain(vector) }) };
			}
			logger.error("a snapshot is damaged, the one before it is used", { document: documentId, seq: row.seq });
		}
		return null;
	}

	function read(record: DocumentRecord): StoredDocument {
		const snapshot = newestSnapshot(record.id);
		const first = (snapshot?.seq ?? 0) + 1;
		const rows = statements.all(
			queries
				.selectFrom("log")
				.select(["seq", "at", "author", "checksum", "bytes"])
				.where("document_id", "=", record.id)
				.where("seq", ">=", first)
				.orderBy("seq"),
		);
		if (rows.some(({ seq }, index) => seq !== first + index) || first + rows.length <= lastSnapshotSeq(record.id)) {
			throw new UnreadableDocument(record.id);
		}
		const updates = rows
			.filter(isIntact)
			.map(({ seq, at, author, bytes }) => ({ seq, update: plain(bytes), author, at }));
		const owners = statements.all(
			queries.selectFrom("client_ids").select(["client_id", "author"]).where("document_id", "=", record.id),
		);
		return {
			record,
			snapshot,
			updates,
			damaged: rows.length - updates.length,
			owners: new Map(owners.map(({ client_id, author }) => [client_id, author])),
		};
	}

	/** How far the log has got at least, also where that snapshot itself is damaged. */
	function lastSnapshotSeq(documentId: string): number {
		const row = statements.first(
			queries
				.selectFrom("snapshots")
				.select(({ fn }) => fn.max("seq").as("seq"))
				.where("document_id", "=", documentId),
		);
		return row?.seq ?? 0;
	}

	return database.transaction(read);
}
