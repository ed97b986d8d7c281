import type { Database, Statement } from "better-sqlite3";
import type { Compilable, CompiledQuery } from "kysely";

/** Runs Kysely's queries on the reading connection. A statement is prepared once for each SQL text, so texts must be few. */
export class Statements {
	readonly #database: Database;
	readonly #prepared = new Map<string, Statement<unknown[], unknown>>();

	constructor(database: Database) {
		this.#database = database;
	}

	all<Row>(query: Compilable<Row>): Row[] {
		const compiled = query.compile();
		return this.#prepare(compiled).all(...compiled.parameters);
	}

	first<Row>(query: Compilable<Row>): Row | undefined {
		const compiled = query.compile();
		return this.#prepare(compiled).get(...compiled.parameters);
	}

	/**
	 * A query of one value, by which it finds one row: made once, since writing and compiling one takes several times as
	 * long as running it.
	 */
	finder<Value, Row>(query: (value: Value) => Compilable<Row>): (value: Value) => Row | undefined {
		let statement: Statement<unknown[], Row> | null = null;
		return (value) => {
			statement ??= this.#prepare(query(value).compile());
			return statement.get(value);
		};
	}

	#prepare<Row>({ sql }: CompiledQuery<Row>): Statement<unknown[], Row> {
		const known = this.#prepared.get(sql);
		const statement = known ?? this.#database.prepare<unknown[], unknown>(sql);
		if (known === undefined) this.#prepared.set(sql, statement);
		// The STRICT tables hold what the row types say, and Kysely wrote the text for this very row type.
		return statement as Statement<unknown[], Row>;
	}
}
