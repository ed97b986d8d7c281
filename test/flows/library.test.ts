import { describe, expect, test } from "vitest";
import { z } from "zod";
import { PHASE_KINDS } from "../../worksheets/contract/snapshot.ts";
import { worksheetSchema } from "../../worksheets/schema/worksheet.ts";
import { found, problem, sharedStage } from "./stage.ts";

const current = sharedStage();

const localized = z.strictObject({ de: z.string().min(1), en: z.string().min(1) });
const templates = z.array(
	z.object({
		id: z.string(),
		title: localized,
		description: localized,
		languages: z.array(z.enum(["de", "en"])),
		minutes: z.int(),
		phases: z.array(
			z.object({
				id: z.string(),
				title: localized,
				kind: z.enum(PHASE_KINDS),
				minutes: z.int(),
				worksheets: z.array(z.string()),
			}),
		),
	}),
);
const summaries = z.array(z.object({ id: z.string(), version: z.int(), title: localized }));

describe("the templates", () => {
	test("are the expert meeting of 13 phases in 240 minutes, and must-want-can in 90", async () => {
		const list = templates.parse(await (await current().api.call("GET", "/api/templates")).json());
		const review = found(
			list.find(({ id }) => id === "cooperation-review"),
			"template",
		);
		expect(review.minutes).toBe(240);
		expect(review.phases.map(({ minutes }) => minutes)).toEqual([15, 10, 25, 10, 45, 15, 20, 5, 35, 10, 25, 15, 10]);
		expect(review.languages).toEqual(["de", "en"]);
		const small = list.find(({ id }) => id === "must-want-can");
		expect(small?.minutes).toBe(90);
		expect(small?.minutes).toBe(small?.phases.reduce((sum, { minutes }) => sum + minutes, 0));
	});

	test("name only worksheets that the library has", async () => {
		const { api } = current();
		const list = templates.parse(await (await api.call("GET", "/api/templates")).json());
		const known = summaries.parse(await (await api.call("GET", "/api/worksheets")).json()).map(({ id }) => id);
		const used = new Set(list.flatMap(({ phases }) => phases.flatMap(({ worksheets }) => worksheets)));
		expect([...used].filter((id) => !known.includes(id))).toEqual([]);
	});
});

describe("the worksheets", () => {
	test("come as parsed: sections with blocks in order, everything in two languages, nothing left to look up", async () => {
		const { api } = current();
		const list = summaries.parse(await (await api.call("GET", "/api/worksheets")).json());
		expect(list.map(({ id }) => id)).toContain("structure-sustainability");
		for (const { id, version, title } of list) {
			const worksheet = worksheetSchema.parse(await (await api.call("GET", `/api/worksheets/${id}`)).json());
			expect({ id: worksheet.id, version: worksheet.version, title: worksheet.title }).toEqual({ id, version, title });
		}
	});

	test("hold scales, options and catalogues inline, and say which blocks repeat", async () => {
		const response = await current().api.call("GET", "/api/worksheets/structure-sustainability");
		const worksheet = worksheetSchema.parse(await response.json());
		expect(worksheet.sections.map(({ id }) => id).slice(0, 5)).toEqual([
			"selection",
			"questions",
			"profile",
			"assessment",
			"closing",
		]);
		const blocks = worksheet.sections.flatMap((section) => section.blocks);
		const ranking = found(
			blocks.find((block) => block.type === "ranking"),
			"ranking",
		);
		expect(ranking.options.length).toBeGreaterThan(5);
		const assessment = found(
			blocks.find((block) => block.type === "module-assessment"),
			"assessment",
		);
		expect(assessment.dimensions).toHaveLength(5);
		expect(assessment.repeat).toBeDefined();
	});

	test("that nobody knows are not found", async () => {
		for (const path of ["/api/worksheets/nothing", "/api/worksheets/..%2Fsecret", "/api/worksheets/__proto__"]) {
			expect(await problem(await current().api.call("GET", path))).toMatchObject({ status: 404, code: "not-found" });
		}
	});
});
