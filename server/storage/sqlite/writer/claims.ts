import type { Database } from "better-sqlite3";
import { ClientIdTaken } from "../../errors.ts";

interface Claim {
	documentId: string;
	author: string;
	claims: readonly number[];
}

/** Gives Yjs client ids to an author for good. Throws `ClientIdTaken` where one of them is somebody else's. */
export function prepareClaims(database: Database): (claim: Claim) => void {
	const insert = database.prepare<[string, number, string]>(
		"INSERT INTO client_ids (document_id, client_id, author) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
	);
	const owner = database.prepare<[string, number], { author: string }>(
		"SELECT author FROM client_ids WHERE document_id = ? AND client_id = ?",
	);
	return ({ documentId, author, claims }) => {
		for (const clientId of claims) {
			const isFirst = insert.run(documentId, clientId, author).changes === 1;
			if (!isFirst && owner.get(documentId, clientId)?.author !== author) throw new ClientIdTaken(documentId);
		}
	};
}
