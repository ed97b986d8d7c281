import type { Database } from "better-sqlite3";
import type { Snapshot } from "../../storage.ts";
import { snapshotChecksum } from "../checksum.ts";
import type { Schema } from "../schema.ts";

export function prepareInsertSnapshot(database: Database): (documentId: string, snapshot: Snapshot) => void {
	const insert = database.prepare<Schema["snapshots"]>(
		`INSERT INTO snapshots (document_id, seq, at, checksum, bytes, state_vector)
		VALUES (@document_id, @seq, @at, @checksum, @bytes, @state_vector)`,
	);

	return (documentId, snapshot) => {
		const { seq, at, state, stateVector = null } = snapshot;
		insert.run({
			document_id: documentId,
			seq,
			at,
			checksum: snapshotChecksum(snapshot),
			bytes: state,
			state_vector: stateVector,
		});
	};
}
