import { LIMITS } from "../../../worksheets/contract/limits.ts";

export type FileProblem = "none" | "large" | "no-results" | "version" | "rehearsal" | "full";

/**
 * A file that somebody chose, as far as it can be judged before the server reads it: what is wrong is then said in a
 * sentence about the file. The server asks all of this again.
 */
export async function readResultsFile(
	file: File | undefined,
): Promise<{ content: unknown } | { problem: FileProblem }> {
	if (file === undefined) return { problem: "none" };
	if (file.size > LIMITS.occasionFileBytes) return { problem: "large" };
	let content: unknown;
	try {
		content = JSON.parse(await file.text());
	} catch {
		return { problem: "no-results" };
	}
	if (typeof content !== "object" || content === null || !("format" in content) || content.format !== "arena-results") {
		return { problem: "no-results" };
	}
	if (!("version" in content) || content.version !== 1) return { problem: "version" };
	if ("rehearsal" in content && content.rehearsal === true) return { problem: "rehearsal" };
	return { content };
}
