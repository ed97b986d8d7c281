import { z } from "zod";
import { createCompiler } from "./compile.ts";

/**
 * The child process in which Typst runs: native and synchronous, it cannot be stopped from inside a thread. It takes
 * one report at a time and answers with bytes or a reason; it opens no socket.
 */
const jobSchema = z.object({ id: z.int(), report: z.string() });

export type PdfAnswer = { id: number; pdf: Uint8Array } | { id: number; error: string };

const compile = createCompiler();

process.on("message", (message: unknown) => {
	const { id, report } = jobSchema.parse(message);
	const answer = (result: PdfAnswer) => process.send?.(result);
	try {
		answer({ id, pdf: compile(report) });
	} catch (error) {
		answer({ id, error: error instanceof Error ? error.message : "unknown" });
	}
});
process.on("disconnect", () => process.exit(0));
