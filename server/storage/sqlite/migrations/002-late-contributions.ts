import type { Migration } from "./migration.ts";

/** Edits that came when their document was closed: kept beside its log, never part of it. */
export const lateContributions: Migration = {
	version: 2,
	name: "late-contributions",
	sql: `
CREATE TABLE late_contributions (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	author TEXT NOT NULL,
	at INTEGER NOT NULL,
	checksum BLOB NOT NULL CHECK (length(checksum) = 32),
	bytes BLOB NOT NULL,
	PRIMARY KEY (document_id, id)
) STRICT;
`,
};
