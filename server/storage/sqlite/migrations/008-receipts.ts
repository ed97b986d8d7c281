import type { Migration } from "./migration.ts";

/** Why a workshop was erased, for whoever asks later; null for those erased under former versions. */
export const receipts: Migration = {
	version: 8,
	name: "receipts",
	sql: `
ALTER TABLE erasures ADD COLUMN why TEXT CHECK (why IN ('expired', 'asked'));
`,
};
