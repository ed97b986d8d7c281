import { z } from "zod";
import { reportNodeSchema } from "../../worksheets/report/nodes-schema.ts";
import { docxOf } from "./docx/docx-report.ts";
import { type Compile, createCompiler } from "./pdf/compile.ts";
import { workbookSchema, xlsxOf } from "./xlsx/xlsx-file.ts";

/**
 * The child process in which files are written. Typst is native and synchronous and cannot be stopped from inside a
 * thread, and what people wrote may be large. It takes one report at a time and answers with bytes or a reason; it opens
 * no socket.
 */
const jobSchema = z.discriminatedUnion("format", [
	z.object({ id: z.int(), format: z.literal("pdf"), report: z.string() }),
	z.object({ id: z.int(), format: z.literal("docx"), report: z.string() }),
	z.object({ id: z.int(), format: z.literal("xlsx"), report: z.string() }),
]);
type Job = z.infer<typeof jobSchema>;

const docxReportSchema = z.object({
	title: z.string(),
	language: z.string(),
	product: z.string(),
	interim: z.string().nullable(),
	headerRight: z.string(),
	footer: z.string(),
	pageWord: z.string(),
	ofWord: z.string(),
	facts: z.array(z.object({ label: z.string(), value: z.string() })),
	nodes: z.array(reportNodeSchema),
});

export type WriterAnswer = { id: number; file: Uint8Array } | { id: number; error: string };

let compile: Compile | undefined;

async function write({ format, report }: Job): Promise<Uint8Array> {
	switch (format) {
		case "pdf":
			compile ??= createCompiler();
			return compile(report);
		case "docx":
			return docxOf(docxReportSchema.parse(JSON.parse(report)));
		case "xlsx":
			return xlsxOf(workbookSchema.parse(JSON.parse(report)));
	}
}

process.on("message", (message: unknown) => {
	const job = jobSchema.parse(message);
	const answer = (result: WriterAnswer) => process.send?.(result);
	write(job).then(
		(file) => answer({ id: job.id, file }),
		(error: unknown) => answer({ id: job.id, error: reason(error) }),
	);
});
process.on("disconnect", () => process.exit(0));

/** Without what people wrote, since it is logged: parsers quote what they were given. */
function reason(error: unknown): string {
	if (error instanceof SyntaxError || error instanceof z.ZodError) return "the report cannot be read";
	return error instanceof Error ? error.message : "unknown";
}
