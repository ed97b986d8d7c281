import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FORMATS } from "../../server/export/exporter.ts";
import { problem, sharedStage, stage } from "./stage.ts";

const METRICS_TOKEN = "metrics-token-of-the-test";
const plain = sharedStage();

describe("health", () => {
	test("healthz and readyz say ok", async () => {
		const { api } = plain();
		for (const path of ["/healthz", "/readyz"]) {
			const response = await api.call("GET", path);
			expect(response.status).toBe(200);
			expect(await response.json()).toEqual({ status: "ok" });
		}
	});
});

describe("metrics", () => {
	test("do not exist without a configured token", async () => {
		const { api } = plain();
		expect(await problem(await api.call("GET", "/metrics", { token: METRICS_TOKEN }))).toMatchObject({ status: 404 });
	});

	test("want the configured token and answer in Prometheus's text", async () => {
		const { api } = await stage({ environment: { METRICS_TOKEN } });
		expect(await problem(await api.call("GET", "/metrics"))).toMatchObject({ status: 401 });
		expect(await problem(await api.call("GET", "/metrics", { token: "another-token-altogether" }))).toMatchObject({
			status: 401,
		});
		const response = await api.call("GET", "/metrics", { token: METRICS_TOKEN });
		expect(response.headers.get("content-type")).toContain("text/plain");
		const lines = (await response.text()).trim().split("\n");
		expect(lines).toContain("arena_ready 1");
		expect(lines.every((line) => line.startsWith("# ") || /^[a-z_]+ [\d.]+$/.test(line))).toBe(true);
	});
});

/** Every call of the outer contract, and ours beside it. */
const CALLS: Record<string, string[]> = {
	"/healthz": ["get"],
	"/readyz": ["get"],
	"/metrics": ["get"],
	"/api/openapi.json": ["get"],
	"/api/results.schema.json": ["get"],
	"/api/unit-results.schema.json": ["get"],
	"/api/templates": ["get"],
	"/api/worksheets": ["get"],
	"/api/worksheets/{worksheetId}": ["get"],
	"/api/workshops": ["post"],
	"/api/workshops/{code}/join": ["post"],
	"/api/workshops/{id}": ["get", "delete"],
	"/api/workshops/{id}/enter": ["post"],
	"/api/workshops/{id}/erasure": ["get"],
	"/api/dimensions": ["get"],
	"/api/workshops/{id}/copy": ["post"],
	"/api/workshops/{id}/rehearsal": ["post", "delete"],
	"/api/workshops/{id}/links": ["post", "get"],
	"/api/workshops/{id}/links/{linkId}": ["delete"],
	"/api/workshops/{id}/recovery-code": ["post"],
	"/api/workshops/{code}/recover": ["post"],
	"/api/workshops/{id}/return-link": ["post"],
	"/api/workshops/{id}/leave": ["post"],
	"/api/documents/{id}/late": ["post", "get"],
	"/api/documents/{id}/history": ["get"],
	"/api/documents/{id}/history/{at}": ["get"],
	"/api/documents/{id}/set-back": ["post"],
	"/qr/{code}.svg": ["get"],
	"/api/workshops/{id}/download-token": ["post"],
	"/api/workshops/{id}/export-progress/{packageId}": ["get"],
	"/api/workshops/{id}/export.json": ["get"],
	"/api/workshops/{id}/export.md": ["get"],
	"/api/workshops/{id}/export.pdf": ["get"],
	"/api/workshops/{id}/export.docx": ["get"],
	"/api/workshops/{id}/export.xlsx": ["get"],
	"/api/workshops/{id}/export.zip": ["get"],
	"/api/workshops/{id}/steps": ["get"],
	"/api/workshops/{id}/measures": ["get"],
	"/api/workshops/{id}/measures.ics": ["get"],
	"/api/workshops/{id}/plenary": ["get"],
	"/api/workshops/{id}/statements": ["get"],
	"/api/series/{seriesId}": ["get"],
	"/api/workshops/{id}/materials": ["post"],
	"/api/workshops/{id}/materials/{materialId}": ["get"],
	"/api/workshops/{id}/occasions": ["post"],
	"/api/workshops/{id}/occasions/{occasionId}": ["delete"],
};

const openApi = z.object({
	openapi: z.string(),
	info: z.object({ title: z.string(), version: z.string() }),
	paths: z.record(
		z.string(),
		z.record(
			z.string(),
			z.object({
				summary: z.string().min(1),
				parameters: z
					.array(
						z.discriminatedUnion("in", [
							z.object({ name: z.string(), in: z.literal("path"), required: z.literal(true) }),
							z.object({ name: z.string(), in: z.literal("header"), required: z.literal(true) }),
							z.object({ name: z.string(), in: z.literal("query"), required: z.literal(false) }),
						]),
					)
					.optional(),
				responses: z.record(z.string().regex(/^\d{3}$/), z.object({ description: z.string() })),
			}),
		),
	),
});

describe("the OpenAPI document", () => {
	test("names every call, and every parameter of its path", async () => {
		const { api } = plain();
		const { openapi, paths } = openApi.parse(await (await api.call("GET", "/api/openapi.json")).json());
		expect(openapi).toMatch(/^3\.1\./);
		expect(Object.fromEntries(Object.entries(paths).map(([path, calls]) => [path, Object.keys(calls)]))).toEqual(CALLS);
		for (const [path, calls] of Object.entries(paths)) {
			const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			for (const call of Object.values(calls)) {
				const parameters = (call.parameters ?? []).filter((parameter) => parameter.in === "path");
				expect(parameters.map(({ name }) => name)).toEqual(named);
			}
		}
		const asked = Object.entries(paths).flatMap(([path, calls]) =>
			Object.values(calls).flatMap(({ parameters = [] }) =>
				parameters.flatMap((parameter) => (parameter.in === "query" ? [`${path}?${parameter.name}`] : [])),
			),
		);
		expect(asked.sort()).toEqual([
			...FORMATS.flatMap((format) =>
				["body", "group", "part", ...(format === "zip" ? ["progress"] : []), "token", "unit"].map(
					(part) => `/api/workshops/{id}/export.${format}?${part}`,
				),
			).sort(),
			"/api/workshops/{id}/materials/{materialId}?token",
			"/api/workshops/{id}/measures.ics?responsible",
			"/qr/{code}.svg?blatt",
		]);
	});

	test("refers to nothing that is not in it", async () => {
		const { api } = plain();
		const text = await (await api.call("GET", "/api/openapi.json")).text();
		const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
		expect(new Set(references)).toEqual(new Set(["#/components/schemas/Problem"]));
	});

	test("calls that nobody described answer with a problem", async () => {
		const { api } = plain();
		expect(await problem(await api.call("GET", "/api/nothing"))).toMatchObject({ status: 404, code: "not-found" });
		expect(await problem(await api.call("PUT", "/api/workshops"))).toMatchObject({ status: 404 });
	});
});
