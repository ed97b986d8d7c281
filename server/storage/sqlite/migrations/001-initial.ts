import type { Migration } from "./migration.ts";

/**
 * STRICT everywhere: a column holds what it says. WITHOUT ROWID where rows are small or are read in the order of their
 * key (a document's log lies together); tables with large values keep their rowid. Whoever deletes a workshop deletes
 * all that refers to it; receipts refer to nothing. Times are epoch milliseconds, checksums SHA-256 of the bytes.
 */
export const initial: Migration = {
	version: 1,
	name: "initial",
	sql: `
CREATE TABLE workshops (
	id TEXT NOT NULL PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	created_at INTEGER NOT NULL,
	delete_on INTEGER NOT NULL,
	version INTEGER NOT NULL CHECK (version >= 0),
	state TEXT NOT NULL
) STRICT;
CREATE INDEX workshops_by_delete_on ON workshops (delete_on);

CREATE TABLE erasures (
	workshop_id TEXT NOT NULL PRIMARY KEY,
	erased_at INTEGER NOT NULL,
	scrubbed INTEGER NOT NULL CHECK (scrubbed IN (0, 1)),
	documents INTEGER NOT NULL,
	participants INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens (
	hash BLOB NOT NULL PRIMARY KEY,
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	role TEXT NOT NULL,
	participant_id TEXT,
	created_at INTEGER NOT NULL,
	revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX tokens_by_workshop ON tokens (workshop_id);

CREATE TABLE commands (
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	actor TEXT NOT NULL,
	answer TEXT NOT NULL,
	at INTEGER NOT NULL,
	PRIMARY KEY (workshop_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE definitions (
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	worksheet TEXT NOT NULL,
	definition TEXT NOT NULL,
	PRIMARY KEY (workshop_id, worksheet)
) STRICT;

CREATE TABLE documents (
	id TEXT NOT NULL PRIMARY KEY,
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	worksheet TEXT NOT NULL,
	worksheet_version INTEGER NOT NULL,
	scope_kind TEXT NOT NULL,
	scope_id TEXT,
	created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_by_workshop ON documents (workshop_id, created_at);

CREATE TABLE updates (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	seq INTEGER NOT NULL CHECK (seq > 0),
	at INTEGER NOT NULL,
	author TEXT NOT NULL,
	checksum BLOB NOT NULL CHECK (length(checksum) = 32),
	bytes BLOB NOT NULL,
	PRIMARY KEY (document_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshots (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	seq INTEGER NOT NULL CHECK (seq >= 0),
	at INTEGER NOT NULL,
	checksum BLOB NOT NULL CHECK (length(checksum) = 32),
	bytes BLOB NOT NULL,
	PRIMARY KEY (document_id, seq)
) STRICT;

CREATE TABLE client_ids (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	client_id INTEGER NOT NULL,
	author TEXT NOT NULL,
	PRIMARY KEY (document_id, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE probes (
	id INTEGER NOT NULL PRIMARY KEY,
	bytes BLOB NOT NULL
) STRICT;
`,
};
