import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { IntervalHistogram } from "node:perf_hooks";
import { z } from "zod";
import type { LogLine } from "./log-lines.ts";

const reportSchema = z.object({
	/** How late the event loop was at worst, and in one of a hundred cases, since the last report; milliseconds. */
	longestStallMs: z.number(),
	stallP99Ms: z.number(),
	residentBytes: z.number(),
	connections: z.number(),
	documents: z.number(),
	/** Documents read from the store since the start. */
	loads: z.number(),
	/** Since the start: error lines of the log, with what was thrown. */
	errors: z.array(z.string()),
});
/** What a server's process says of itself. */
export type ProcessReport = z.infer<typeof reportSchema>;

/** The child's end: answers each message with a report. */
export function answerReports(
	delay: IntervalHistogram,
	log: readonly LogLine[],
	stats: () => Pick<ProcessReport, "connections" | "documents" | "loads">,
): void {
	delay.enable();
	process.on("message", () => {
		globalThis.gc?.();
		const report: ProcessReport = {
			longestStallMs: delay.max / 1e6,
			stallP99Ms: delay.percentile(99) / 1e6,
			residentBytes: process.memoryUsage.rss(),
			...stats(),
			errors: log
				.filter(({ level }) => level === "error")
				.map(({ message, fields }) => `${message}: ${String(fields.error ?? "")}`),
		};
		delay.reset();
		process.send?.(report);
	});
}

/** The parent's end. */
export async function askReport(child: ChildProcess): Promise<ProcessReport> {
	const answered = once(child, "message");
	child.send("report");
	const [report] = await answered;
	return reportSchema.parse(report);
}
