import type { Migration } from "./migration.ts";

/** What files of earlier workshops give to a comparison, by the workshop to which they were added. */
export const occasions: Migration = {
	version: 7,
	name: "occasions",
	sql: `
CREATE TABLE occasions (
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	at INTEGER NOT NULL,
	occasion TEXT NOT NULL,
	PRIMARY KEY (workshop_id, id)
) STRICT;
`,
};
