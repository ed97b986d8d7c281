/**
 * The suites of test/faults and test/fuzz with large numbers, one after the other, and a table of what they counted.
 *
 *     npm run soak                         everything: kills, schedules, frames, … in their full numbers (days)
 *     npm run soak -- kill schedules       only suites whose file has one of these words in its name
 *     npm run soak -- --share 0.01         a hundredth of the numbers
 *     npm run soak -- --minutes 30         no test begins another round after so many minutes of its own
 *     npm run soak -- --seed 7             random numbers as in the run that printed this seed
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Soak } from "./harness/scale.ts";

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: { share: { type: "string" }, minutes: { type: "string" }, seed: { type: "string" } },
});
const { share, minutes, seed } = z
	.object({
		share: z.coerce.number().positive().default(1),
		minutes: z.coerce.number().positive().default(Number.MAX_SAFE_INTEGER),
		seed: z.coerce.number().int().nullable().default(null),
	})
	.parse(values);

const suites = ["test/faults", "test/fuzz"]
	.flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
	.filter((file) => file.endsWith(".test.ts"))
	.filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word)));
if (suites.length === 0) throw new Error(`no suite is called ${positionals.join(" or ")}`);

const folder = mkdtempSync(join(tmpdir(), "arena-soak-"));
const figures = join(folder, "figures.jsonl");
writeFileSync(figures, "");
const failed = suites.filter((suite) => {
	const soak: Soak = { share, minutes, seed, figures };
	const { status } = spawnSync("npx", ["vitest", "run", "--project", "unit", suite], {
		stdio: "inherit",
		env: { ...process.env, SOAK: JSON.stringify(soak) },
	});
	return status !== 0;
});

const figureSchema = z.object({ suite: z.string(), what: z.string(), value: z.union([z.string(), z.number()]) });
const lines = readFileSync(figures, "utf8").split("\n").filter(Boolean);
rmSync(folder, { recursive: true });
console.log("\n| suite | what | figure |\n| --- | --- | --- |");
for (const line of lines) {
	const { suite, what, value } = figureSchema.parse(JSON.parse(line));
	console.log(`| ${suite} | ${what} | ${value} |`);
}
if (failed.length > 0) {
	console.error(`\nfailed: ${failed.join(", ")}`);
	process.exit(1);
}
