import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Kysely as a typed writer of SQL only: it compiles, `Statements` runs. Its own drivers are asynchronous and own their
 * connection, while here a synchronous transaction belongs to the writer's thread.
 */
export const queries = new Kysely<Schema>({
	dialect: {
		createAdapter: () => new SqliteAdapter(),
		createDriver: () => new DummyDriver(),
		createIntrospector: (database) => new SqliteIntrospector(database),
		createQueryCompiler: () => new SqliteQueryCompiler(),
	},
});
