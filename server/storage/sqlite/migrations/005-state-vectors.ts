import type { Migration } from "./migration.ts";

/** How far a snapshot goes, kept beside it, so that it can be sent without being read. Its checksum covers both. */
export const stateVectors: Migration = {
	version: 5,
	name: "state-vectors",
	sql: "ALTER TABLE snapshots ADD COLUMN state_vector BLOB;",
};
