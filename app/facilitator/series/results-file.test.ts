import { expect, it } from "vitest";
import { LIMITS } from "../../../worksheets/contract/limits.ts";
import { readResultsFile } from "./results-file.ts";

const file = (text: string) => new File([text], "ergebnisse.json");

it("reads a results file, and says of every other what is wrong with it", async () => {
	const results = { format: "arena-results", version: 1, rehearsal: false };
	expect(await readResultsFile(file(JSON.stringify(results)))).toEqual({ content: results });
	expect(await readResultsFile(undefined)).toEqual({ problem: "none" });
	expect(await readResultsFile(file(" ".repeat(LIMITS.occasionFileBytes + 1)))).toEqual({ problem: "large" });
	for (const text of ["", "kein JSON", "null", "[]", "1", "{}", '{"format":"else"}']) {
		expect(await readResultsFile(file(text)), text).toEqual({ problem: "no-results" });
	}
	const changed = (change: object) => readResultsFile(file(JSON.stringify({ ...results, ...change })));
	expect(await changed({ version: 2 })).toEqual({ problem: "version" });
	expect(await changed({ rehearsal: true })).toEqual({ problem: "rehearsal" });
});
