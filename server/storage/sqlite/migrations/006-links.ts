import type { Migration } from "./migration.ts";

/**
 * Which link a token belongs to, so that all of a link's go with it; the day on which it was last used; and by what the
 * facilitator's recovery code is known. Tokens of former versions belong to no link, and their workshops have no code
 * until one is made.
 */
export const links: Migration = {
	version: 6,
	name: "links",
	sql: `
ALTER TABLE tokens ADD COLUMN link_id TEXT;
ALTER TABLE tokens ADD COLUMN used_on INTEGER;
ALTER TABLE workshops ADD COLUMN recovery_hash BLOB;
`,
};
