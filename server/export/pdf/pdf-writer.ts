import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Logger } from "../../logger.ts";
import { workerEntry } from "../../worker-entry.ts";

const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
/** V8's share; Typst's own memory is bounded by the size of what a workshop can hold. */
const HEAP_MB = 512;

const answerSchema = z.union([
	z.object({ id: z.int(), pdf: z.instanceof(Uint8Array) }),
	z.object({ id: z.int(), error: z.string() }),
]);

export interface PdfWriter {
	/** Rejects when Typst refuses, dies or takes longer than 30 s. */
	write(report: string): Promise<Uint8Array>;
	/** Ends the process; what is still to be written is rejected. */
	close(): Promise<void>;
}

/** Runs Typst in a child process: one job at a time, killed when it takes too long, gone when nobody needs it. */
export function createPdfWriter({ logger }: { logger: Logger }): PdfWriter {
	let child: ChildProcess | null = null;
	let idle: NodeJS.Timeout | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	let nextId = 1;
	let closed = false;

	function start(): ChildProcess {
		const entry = workerEntry("typst-process", import.meta.url);
		const started = fork(fileURLToPath(entry.url), [], {
			serialization: "advanced",
			execArgv: [...entry.execArgv, `--max-old-space-size=${HEAP_MB}`],
			env: { ...process.env },
			stdio: ["ignore", "ignore", "inherit", "ipc"],
		});
		const forget = () => {
			if (child === started) child = null;
		};
		started.once("exit", forget);
		// Could not be started, or was gone before a job reached it: without a listener the server would end with it.
		started.on("error", forget);
		return started;
	}

	function run(report: string): Promise<Uint8Array> {
		if (closed) return Promise.reject(new Error("the PDF process is closed"));
		clearTimeout(idle);
		child ??= start();
		const running = child;
		const id = nextId++;
		return new Promise<Uint8Array>((resolve, reject) => {
			const deadline = setTimeout(() => {
				logger.warn("pdf took too long", { timeoutMs: TIMEOUT_MS });
				running.kill("SIGKILL");
			}, TIMEOUT_MS);
			const onEnd = () => settle(() => reject(new Error("the PDF process ended before it answered")));
			const onMessage = (message: unknown) => {
				const answer = answerSchema.safeParse(message);
				if (!answer.success || answer.data.id !== id) return;
				const { data } = answer;
				settle(() => ("pdf" in data ? resolve(data.pdf) : reject(new Error(data.error))));
			};
			const settle = (finish: () => void) => {
				clearTimeout(deadline);
				running.off("exit", onEnd);
				running.off("error", onEnd);
				running.off("message", onMessage);
				finish();
			};
			running.on("exit", onEnd);
			running.on("error", onEnd);
			running.on("message", onMessage);
			running.send({ id, report });
		}).finally(() => {
			idle = setTimeout(stop, IDLE_MS);
			idle.unref();
		});
	}

	function stop(): void {
		if (child?.connected) child.disconnect();
		child = null;
	}

	return {
		write(report) {
			const job = queue.then(() => run(report));
			queue = job.catch(() => undefined);
			return job;
		},
		async close() {
			closed = true;
			child?.kill("SIGKILL");
			await queue;
			clearTimeout(idle);
		},
	};
}
