import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { NewerDatabase } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import type { Migration } from "./migrations/migration.ts";

function tables(database: Database.Database): string[] {
	return database
		.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
		.pluck()
		.all();
}

const next: Migration = {
	version: migrations.length + 1,
	name: "next",
	sql: "CREATE TABLE next (id INTEGER) STRICT",
};

it("makes every table in an empty database, and nothing the second time", () => {
	const database = new Database(":memory:");
	migrate(database, 1234);
	migrate(database, 5678);
	expect(tables(database)).toEqual([
		"arrivals",
		"client_ids",
		"commands",
		"definitions",
		"documents",
		"erasures",
		"history",
		"late_contributions",
		"materials",
		"migrations",
		"occasions",
		"probes",
		"set_backs",
		"snapshots",
		"tokens",
		"updates",
		"workshops",
	]);
	expect(database.prepare("SELECT * FROM migrations").all()).toEqual(
		migrations.map(({ version, name }) => ({ version, name, applied_at: 1234 })),
	);
});

it("keeps its types: a column takes nothing but what it says", () => {
	const database = new Database(":memory:");
	migrate(database, 1);
	const insert = database.prepare(
		"INSERT INTO workshops (id, code, created_at, delete_on, version, state) VALUES ('w', 'code', 'yesterday', 1, 0, '{}')",
	);
	expect(() => insert.run()).toThrow("cannot store TEXT value in INTEGER column");
});

it("gives workshops that ended under an older format their time to be forgotten in", () => {
	const database = new Database(":memory:");
	migrate(database, 1, migrations.slice(0, 1));
	const insert = database.prepare("INSERT INTO workshops VALUES (?, ?, 1, 1, 0, ?)");
	insert.run("ended", "1", '{"workshop":{"endedAt":1000}}');
	insert.run("running", "2", '{"workshop":{"endedAt":null}}');
	migrate(database, 2);
	expect(database.prepare("SELECT id, forget_history_on FROM workshops ORDER BY id").raw().all()).toEqual([
		["ended", 86_401_000],
		["running", null],
	]);
});

it("takes only the steps that are missing", () => {
	const database = new Database(":memory:");
	migrate(database, 1);
	migrate(database, 2, [...migrations, next]);
	expect(tables(database)).toContain("next");
});

it("leaves whole steps behind when one fails", () => {
	const database = new Database(":memory:");
	const broken = { ...next, sql: `${next.sql}; CREATE TABLE next (id INTEGER)` };
	expect(() => migrate(database, 1, [...migrations, broken])).toThrow("already exists");
	expect(tables(database)).toContain("workshops");
	expect(tables(database)).not.toContain("next");
	migrate(database, 2, [...migrations, next]);
	expect(tables(database)).toContain("next");
});

it("leaves a database from a newer version as it is", () => {
	const database = new Database(":memory:");
	migrate(database, 1, [...migrations, next]);
	expect(() => migrate(database, 2)).toThrow(NewerDatabase);
	expect(tables(database)).toContain("next");
});

it("numbers its steps without a gap", () => {
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});
