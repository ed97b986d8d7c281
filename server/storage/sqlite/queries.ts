import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Kysely as a typed writer of SQL only: it compiles, `Statements` runs. Its own drivers are asynchronous and own their
 * connection. The writer's thread does without it: its few statements are prepared once, and it starts in a third of
 * the time.
 */
export const queries = new Kysely<Schema>({
	dialect: {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (database) => new SqliteIntrospector(database),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	},
});
