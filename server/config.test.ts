import { expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

test("an empty environment gives the documented defaults", () => {
	expect(readConfig({})).toEqual({
		port: 3000,
		host: "0.0.0.0",
		publicUrl: null,
		dataDir: "./data",
		createPassword: null,
		retentionDays: 90,
		trustProxy: false,
		metricsToken: null,
		logLevel: "info",
		worksheetsDir: null,
		development: false,
	});
});

test("an empty value counts as unset", () => {
	expect(readConfig({ PORT: "", PUBLIC_URL: "" }).port).toBe(3000);
});

test.each([
	["PORT", "eighty", "0 to 65535"],
	["PORT", "70000", "0 to 65535"],
	["PUBLIC_URL", "arena.example", "http or https"],
	["PUBLIC_URL", "https://arena.example/sub", "without a path"],
	["RETENTION_DAYS", "0", "1 to 3650"],
	["LOG_LEVEL", "loud", "debug, info"],
	["METRICS_TOKEN", "two words", "letters, digits"],
	["TRUST_PROXY", "the one in front", "Express"],
	["DATABASE_URL", "postgres://db/arena", "SQLite"],
	["REDIS_URL", "redis://cache", "one node"],
])("%s=%s stops with one line that names the variable and what it takes", (name, value, takes) => {
	const attempt = () => readConfig({ [name]: value });
	expect(attempt).toThrow(ConfigError);
	expect(attempt).toThrow(new RegExp(`^${name} is .*${takes}[^\\n]*$`));
});

test("a secret is not repeated in the message", () => {
	expect(() => readConfig({ METRICS_TOKEN: "hush hush" })).not.toThrow(/hush/);
	expect(() => readConfig({ DATABASE_URL: "postgres://user:hush@db/arena" })).not.toThrow(/hush/);
});

test("PUBLIC_URL is kept without the slash at its end", () => {
	expect(readConfig({ PUBLIC_URL: "https://arena.example/" }).publicUrl).toBe("https://arena.example");
});
