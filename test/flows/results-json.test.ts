import { execFileSync } from "node:child_process";
import type { ValidateFunction } from "ajv/dist/2020.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareMeasures } from "../../worksheets/assessment/compared-measures.ts";
import { compare } from "../../worksheets/assessment/comparison.ts";
import { exportedSchema } from "../../worksheets/assessment/exported.ts";
import { occasionOf } from "../../worksheets/assessment/occasion-of.ts";
import { seriesViewSchema } from "../../worksheets/contract/series.ts";
import { readResults, writeResults } from "../../worksheets/report/read-results.ts";
import { apiClient } from "../harness/api.ts";
import { jsonValidator } from "../harness/json-validator.ts";
import { startTestServer, type TestServer } from "../harness/server.ts";
import { holdWholeWorkshop, type WholeWorkshop } from "../harness/whole-workshop.ts";
import { found } from "./stage.ts";

/** A workshop's JSON file, read by our reader and by one that shares no code with it, from the schema that we publish. */

let server: TestServer;
let workshop: WholeWorkshop;
let validate: ValidateFunction;

beforeAll(async () => {
	server = await startTestServer({ pages: false });
	validate = await jsonValidator(server.url, "results");
	workshop = await holdWholeWorkshop({ url: server.url, groups: 2, people: 3 });
}, 120_000);
afterAll(() => server?.[Symbol.asyncDispose]());

async function file(token: string, query = ""): Promise<string> {
	const path = `/api/workshops/${workshop.id}/export.json${query}`;
	const response = await apiClient(server.url).call("GET", path, { token });
	expect(response.status, query).toBe(200);
	return await response.text();
}

/** Read and written again as docs/results.md says. */
function throughPython(text: string): string {
	const program =
		'import json, sys; sys.stdout.buffer.write((json.dumps(json.loads(sys.stdin.buffer.read()), ensure_ascii=False, indent="\\t") + "\\n").encode())';
	return execFileSync("python3", ["-c", program], { input: text, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}

test("every file of a whole workshop is what the schema says, and comes back letter for letter", async () => {
	const person = found(workshop.people[0], "person").token;
	const lead = workshop.facilitatorToken;
	const whole = readResults(await file(lead));
	if (whole?.format !== "arena-results") throw new Error("no results");
	const group = found(whole.groups[0], "group");
	const asked: [token: string, query: string][] = [
		[lead, ""],
		[lead, `?group=${group.id}`],
		[lead, "?part=measures"],
		[lead, "?part=decision"],
		[lead, "?part=decision&body=Lenkungsgruppe"],
		[person, ""],
		[person, "?part=own"],
	];
	for (const [token, query] of asked) {
		const text = await file(token, query);
		expect(validate(JSON.parse(text)), `${query} ${JSON.stringify(validate.errors)}`).toBe(true);
		const results = readResults(text);
		if (results === null) throw new Error(`cannot be read: ${query}`);
		expect(results).toStrictEqual(JSON.parse(text));
		expect(writeResults(results)).toBe(text);
		expect(throughPython(text)).toBe(text);
	}
	const kinds = whole.sheets.flatMap(({ answered }) => answered.sections.flatMap(({ blocks }) => blocks));
	expect(new Set(kinds.map(({ definition }) => definition.type)).size).toBeGreaterThan(11);
	expect(whole.sheets.some(({ revealed }) => revealed.length > 0)).toBe(true);
	expect(whole.sheets.some(({ late }) => late.length > 0)).toBe(true);
	expect(whole.overview.length).toBeGreaterThan(0);
	expect(whole.actionPlan.rows.length).toBeGreaterThan(0);
});

test("the file says to a series what the workshop itself says", async () => {
	const { id, facilitatorToken: token } = workshop;
	const api = apiClient(server.url);
	const { series } = (await api.snapshot(id, token)).workshop;
	const response = await api.call("GET", `/api/series/${found(series?.id, "series")}`, { token });
	const live = seriesViewSchema.parse(await response.json());
	const occasion = occasionOf(exportedSchema.parse(JSON.parse(await file(token))));
	const { parts: _parts, measures: _measures, ...date } = occasion;
	expect(live.dates).toEqual([{ ...date, file: null }]);
	expect(live.comparison).toEqual(compare([occasion]));
	expect(occasion.parts.length).toBeGreaterThan(0);
	expect(occasion.measures.length).toBeGreaterThan(0);
	expect(live.measures).toEqual(compareMeasures([occasion]));
});
