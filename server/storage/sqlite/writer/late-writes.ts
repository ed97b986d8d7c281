import type { Database } from "better-sqlite3";
import { DuplicateLate } from "../../errors.ts";
import type { NewLate } from "../../storage.ts";
import { checksum } from "../checksum.ts";
import { prepareClaims } from "./claims.ts";

export function prepareAddLate(database: Database): (late: NewLate) => void {
	const known = database.prepare<[string, string]>("SELECT 1 FROM late_contributions WHERE document_id = ? AND id = ?");
	const insert = database.prepare<NewLate & { checksum: Uint8Array }>(
		`INSERT INTO late_contributions (document_id, id, author, at, checksum, bytes)
		VALUES (@documentId, @id, @author, @at, @checksum, @update)`,
	);
	const claim = prepareClaims(database);

	return (late) => {
		if (known.get(late.documentId, late.id) !== undefined) throw new DuplicateLate(late.id);
		insert.run({ ...late, checksum: checksum(late.update) });
		claim(late);
	};
}
