import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkVersions, READ_IN, UNUSED, withoutParts } from "./unused-parts.mjs";

test("an unused function is emptied under its name, and nobody calls what it did", () => {
	const code = withoutParts("export async function load({ a }) { await a; }\nfunction loadAll() {}", {
		functions: ["load"],
	});
	expect(code).toBe(
		"export async function load() {}\nasync function loadUnused({ a }) { await a; }\nfunction loadAll() {}",
	);
});

test("a piece becomes what it comes to", () => {
	expect(withoutParts("if (ahead) a();", { pieces: [["if (ahead)", "if (false)"]] })).toBe("if (false) a();");
});

test("what is missing, or stands there twice, is no guess", () => {
	expect(() => withoutParts("", { functions: ["load"] })).toThrow("0 times");
	expect(() => withoutParts("", { pieces: [["a", "b"]] })).toThrow("0 times");
	expect(() => withoutParts("aa", { pieces: [["a", "b"]] })).toThrow("2 times");
});

test.each(Object.entries(UNUSED))("%s is the library that the list was made for", (module, unused) => {
	const code = readFileSync(join("node_modules", module), "utf8");
	expect(() => withoutParts(code, unused)).not.toThrow();
});

test("every library of the list is the version that it was read in", () => {
	expect(checkVersions).not.toThrow();
	const libraries = Object.keys(UNUSED).map((module) =>
		Object.keys(READ_IN).find((name) => module.startsWith(`${name}/`)),
	);
	expect(libraries).not.toContain(undefined);
});

test("no page uses what is not in its bundle", () => {
	const unavailable =
		/\b(useFetchers?|useBlocker|unstable_usePrompt|Await|defer|PrefetchPageLinks|clientLoader|TaskList|TaskItem|viewTransition|fetcherKey)\b|\s(prefetch|navigate)=/;
	const users = readdirSync("app", { recursive: true, encoding: "utf8" })
		.filter((name) => /\.tsx?$/.test(name))
		.filter((name) => unavailable.test(readFileSync(join("app", name), "utf8")));
	expect(users).toEqual([]);
});
