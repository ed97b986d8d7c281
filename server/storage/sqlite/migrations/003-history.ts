import type { Migration } from "./migration.ts";

/**
 * What a document was before: log rows that compaction took out of the log, packed. `first_at` and `last_at` are the
 * first row's time and the latest; `minutes` is the time of each minute's last row, as JSON. `base`, where it is there,
 * is the state before the first row; `base` and `rows` are deflated, and zlib's own checksum tells a damaged one.
 * `origins` says of what each part that a set-back wrote is the copy. `forget_history_on` is when all of it goes.
 */
export const history: Migration = {
	version: 3,
	name: "history",
	sql: `
CREATE TABLE history (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	first_seq INTEGER NOT NULL CHECK (first_seq > 0),
	last_seq INTEGER NOT NULL CHECK (last_seq >= first_seq),
	first_at INTEGER NOT NULL,
	last_at INTEGER NOT NULL,
	minutes TEXT NOT NULL,
	base BLOB,
	rows BLOB NOT NULL,
	PRIMARY KEY (document_id, first_seq)
) STRICT;

CREATE TABLE set_backs (
	document_id TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	seq INTEGER NOT NULL,
	at INTEGER NOT NULL,
	made_at INTEGER NOT NULL,
	origins BLOB NOT NULL,
	PRIMARY KEY (document_id, id)
) STRICT;

ALTER TABLE workshops ADD COLUMN forget_history_on INTEGER;
UPDATE workshops SET forget_history_on = json_extract(state, '$.workshop.endedAt') + 86400000
	WHERE json_valid(state) AND json_type(state, '$.workshop.endedAt') = 'integer';
CREATE INDEX workshops_by_forget_history_on ON workshops (forget_history_on);
`,
};
