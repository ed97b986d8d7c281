import type { Database } from "better-sqlite3";
import { NewerDatabase } from "./errors.ts";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

/**
 * Brings a database to the newest format, each step in a transaction of its own, so that a crash leaves a whole number
 * of steps behind. Throws `NewerDatabase` before anything is changed.
 */
export function migrate(database: Database, now: number, steps: readonly Migration[] = migrations): void {
	database.exec(
		`CREATE TABLE IF NOT EXISTS migrations (
			version INTEGER NOT NULL PRIMARY KEY,
			name TEXT NOT NULL,
			applied_at INTEGER NOT NULL
		) STRICT`,
	);
	const current = database
		.prepare<[], { version: number }>("SELECT coalesce(max(version), 0) AS version FROM migrations")
		.get();
	const found = current?.version ?? 0;
	const known = steps.at(-1)?.version ?? 0;
	if (found > known) throw new NewerDatabase(found, known);

	const record = database.prepare("INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)");
	for (const { version, name, sql } of steps.filter((step) => step.version > found)) {
		database.transaction(() => {
			database.exec(sql);
			record.run(version, name, now);
		})();
	}
}
