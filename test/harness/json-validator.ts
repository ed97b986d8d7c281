import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import { apiClient } from "./api.ts";

/** Looks at JSON exports by the schema that a server publishes; shares no code with what writes them. */
export async function jsonValidator(url: string, name: "results" | "unit-results"): Promise<ValidateFunction> {
	const response = await apiClient(url).call("GET", `/api/${name}.schema.json`);
	expect(response.headers.get("content-type")).toMatch(/^application\/schema\+json/);
	const schema: unknown = await response.json();
	if (typeof schema !== "object" || schema === null) throw new Error("no schema");
	return new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
}
