import type { Migration } from "./migration.ts";

/** Which uploaded files belong to whom; their bytes lie beside the database (material-folder.ts). */
export const materials: Migration = {
	version: 9,
	name: "materials",
	sql: `
CREATE TABLE materials (
	workshop_id TEXT NOT NULL REFERENCES workshops (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	PRIMARY KEY (workshop_id, id)
) STRICT;
`,
};
