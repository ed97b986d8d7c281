import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { OPERATIONS } from "../../server/http/operations/all.ts";
import { permissionsDocument } from "../permissions/document.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

test("docs/permissions.md says what the tables say; `npm run permissions` writes it anew", () => {
	expect(read("docs/permissions.md")).toBe(permissionsDocument());
});

/** Routes of the pages are Remix's; what it serves is not the API's. */
const PAGES = ["remix.ts"];
/** Routers mounted below `/api`. */
const isApi = (file: string) => file.endsWith("api.ts");

test("every route of the server has a row, and every row is a route", () => {
	const files = readdirSync(new URL("../../server/http", import.meta.url)).filter(
		(file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !PAGES.includes(file),
	);
	const routes = files.flatMap((file) =>
		[...read(`server/http/${file}`).matchAll(/\.(get|post|put|patch|delete|all)\(\s*"(\/[^"]*)"/g)].map(
			([, method, path]) => `${method} ${isApi(file) ? "/api" : ""}${path}`,
		),
	);
	const plain = (route: string) => route.replace(/:\w+|\{\w+\}/g, "{}");
	const rows = OPERATIONS.map(({ method, path }) => `${method} ${path.replace(/export\.\w+$/, "export.{}")}`);
	expect(routes.map(plain).sort()).toEqual([...new Set(rows.map(plain))].sort());
});
