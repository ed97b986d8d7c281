import type { Database } from "better-sqlite3";
import { ClientIdTaken, OutOfOrder } from "../../errors.ts";
import type { NewUpdate, Snapshot } from "../../storage.ts";
import { checksum, isIntact } from "../checksum.ts";
import { queries } from "../queries.ts";
import type { Statements } from "../statements.ts";

/** The hot path: statements prepared by hand, because compiling a query costs more than running these. */
export function prepareAppend(database: Database): (entry: NewUpdate) => void {
	const lastSeq = prepareLastSeq(database);
	const insert = database.prepare<[string, number, number, string, Uint8Array, Uint8Array]>(
		"INSERT INTO updates (document_id, seq, at, author, checksum, bytes) VALUES (?, ?, ?, ?, ?, ?)",
	);
	const claim = database.prepare<[string, number, string]>(
		"INSERT INTO client_ids (document_id, client_id, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
	);
	const owner = database.prepare<[string, number], { author: string }>(
		"SELECT author FROM client_ids WHERE document_id = ? AND client_id = ?",
	);

	return ({ documentId, seq, update, author, at, claims }) => {
		if (seq !== lastSeq(documentId) + 1) throw new OutOfOrder(documentId);
		insert.run(documentId, seq, at, author, checksum(update), update);
		for (const clientId of claims) {
			const first = claim.run(documentId, clientId, author).changes === 1;
			if (!first && owner.get(documentId, clientId)?.author !== author) throw new ClientIdTaken(documentId);
		}
	};
}

/**
 * Puts a snapshot beside the one before it. Only rows that the older one holds as well are deleted, and only if it
 * still reads right: should the new snapshot be damaged one day, the older one and the rows after it give the same
 * document.
 */
export function prepareCompact(
	database: Database,
	statements: Statements,
): (documentId: string, snapshot: Snapshot) => void {
	const lastSeq = prepareLastSeq(database);

	return (documentId, { seq, state, at }) => {
		const earlier = statements.all(
			queries
				.selectFrom("snapshots")
				.select(["seq", "bytes", "checksum"])
				.where("document_id", "=", documentId)
				.orderBy("seq", "desc"),
		);
		if (seq > lastSeq(documentId) || seq < (earlier[0]?.seq ?? 0)) throw new OutOfOrder(documentId);
		const previous = earlier.find((row) => row.seq < seq && isIntact(row));
		const ofDocument = queries.deleteFrom("snapshots").where("document_id", "=", documentId);
		statements.run(previous === undefined ? ofDocument : ofDocument.where("seq", "!=", previous.seq));
		statements.run(
			queries
				.insertInto("snapshots")
				.values({ document_id: documentId, seq, at, checksum: checksum(state), bytes: state }),
		);
		if (previous !== undefined) {
			statements.run(
				queries.deleteFrom("updates").where("document_id", "=", documentId).where("seq", "<=", previous.seq),
			);
		}
	};
}

/** The number of the last row a log has had; 0 for a document that was never written. */
function prepareLastSeq(database: Database): (documentId: string) => number {
	const statement = database.prepare<[string, string], { seq: number }>(
		`SELECT max(
			coalesce((SELECT max(seq) FROM updates WHERE document_id = ?), 0),
			coalesce((SELECT max(seq) FROM snapshots WHERE document_id = ?), 0)
		) AS seq`,
	);
	return (documentId) => statement.get(documentId, documentId)?.seq ?? 0;
}
