import { z } from "zod";
import { resultsSchema, unitResultsSchema } from "./results-schema.ts";

/** The JSON Schemas (draft 2020-12) of the exports, by the `format` that a file of them names. */
export function resultsJsonSchema(format: "arena-results" | "arena-unit-results"): object {
	const schema = format === "arena-results" ? resultsSchema : unitResultsSchema;
	return {
		title: `${format}, version 1`,
		description: "docs/results.md in the sources says what it means.",
		...z.toJSONSchema(schema, { target: "draft-2020-12" }),
	};
}
