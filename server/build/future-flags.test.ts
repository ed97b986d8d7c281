import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import remixConfig from "../../remix.config.js";
import { decideFlags } from "./future-flags.mjs";

const REMIX = "node_modules/@remix-run/react/dist/esm";

test("a flag becomes its value, wherever Remix reads it from", () => {
	const flags = { v3_singleFetch: false, v3_fetcherPersist: true };
	expect(decideFlags("if (window.__remixContext.future.v3_singleFetch) a();", flags)).toBe("if (false) a();");
	expect(decideFlags("f([future.v3_singleFetch, x], context.future.v3_fetcherPersist)", flags)).toBe(
		"f([false, x], true)",
	);
});

test("a flag that the configuration does not name is left to the page", () => {
	expect(decideFlags("future.v3_unknown", { v3_singleFetch: false })).toBe("future.v3_unknown");
});

test("no flag of the installed Remix is left undecided", () => {
	const modules = readdirSync(REMIX).filter((name) => name.endsWith(".js"));
	const sources = modules.map((name) => readFileSync(join(REMIX, name), "utf8"));
	expect(sources.some((source) => source.includes("future.v3_singleFetch"))).toBe(true);
	for (const source of sources) expect(decideFlags(source, remixConfig.future)).not.toMatch(/\.v3_\w+/);
});
