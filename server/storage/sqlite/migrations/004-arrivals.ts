import type { Migration } from "./migration.ts";

/**
 * Log rows of all documents in the order in which they came, until they are filed in `updates`: a commit changes the
 * last page or two, not one for each document. `log` is both. Without an index, which would be changed all over again;
 * there are never many rows.
 */
export const arrivals: Migration = {
	version: 4,
	name: "arrivals",
	sql: `
CREATE TABLE arrivals (
	id INTEGER NOT NULL PRIMARY KEY,
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	seq INTEGER NOT NULL CHECK (seq > 0),
	at INTEGER NOT NULL,
	author TEXT NOT NULL,
	checksum BLOB NOT NULL CHECK (length(checksum) = 32),
	bytes BLOB NOT NULL
) STRICT;

CREATE VIEW log AS
	SELECT document_id, seq, at, author, checksum, bytes FROM updates
	UNION ALL
	SELECT document_id, seq, at, author, checksum, bytes FROM arrivals;
`,
};
