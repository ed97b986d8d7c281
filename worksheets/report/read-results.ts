import type { z } from "zod";
import type { Results } from "./results.ts";
import { resultsSchema, unitResultsSchema } from "./results-schema.ts";
import type { UnitResults } from "./unit-results.ts";

/** A JSON export as a value again, untouched, so that it can be written as it was; null for anything else. */
export function readResults(text: string): Results | UnitResults | null {
	try {
		const value: unknown = JSON.parse(text);
		return isExactly(resultsSchema, value) || isExactly(unitResultsSchema, value) ? value : null;
	} catch {
		return null;
	}
}

/** As it stands in a file. */
export function writeResults(results: Results | UnitResults): string {
	return `${JSON.stringify(results, null, "\t")}\n`;
}

/** Whether it is one, and holds nothing that the schema does not know: also where a part of the schema would drop that. */
function isExactly<Schema extends z.ZodType>(schema: Schema, value: unknown): value is z.infer<Schema> {
	const parsed = schema.safeParse(value);
	return parsed.success && isKept(value, parsed.data);
}

function isKept(value: unknown, parsed: unknown): boolean {
	if (typeof value !== "object" || value === null) return true;
	if (typeof parsed !== "object" || parsed === null) return false;
	const kept = new Map(Object.entries(parsed));
	return Object.entries(value).every(([key, entry]) => kept.has(key) && isKept(entry, kept.get(key)));
}
