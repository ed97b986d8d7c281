import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import { workerEntry } from "../worker-entry.ts";

const TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
/** V8's share; Typst's own memory is bounded by the size of what a workshop can hold. */
const HEAP_MB = 512;

const answerSchema = z.union([
	z.object({ id: z.int(), file: z.instanceof(Uint8Array) }),
	z.object({ id: z.int(), error: z.string() }),
]);

type WrittenFormat = "pdf" | "docx" | "xlsx";

export interface FileWriter {
	/** `report`: what the format's writer reads, as JSON. Rejects when that refuses, dies or takes longer than 30 s. */
	write(format: WrittenFormat, report: string): Promise<Uint8Array>;
	/** Ends the process; what is still to be written is rejected. */
	close(): Promise<void>;
}

/** Writes files in a child process: one job at a time, killed when it takes too long, gone when nobody needs it. */
export function createFileWriter({ logger }: { logger: Logger }): FileWriter {
	let child: ChildProcess | null = null;
	let idle: NodeJS.Timeout | undefined;
	let queue: Promise<unknown> = Promise.resolve();
	let nextId = 1;
	let closed = false;

	function start(): ChildProcess {
		const entry = workerEntry("writer-process", import.meta.url);
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

	function run(format: WrittenFormat, report: string): Promise<Uint8Array> {
		if (closed) return Promise.reject(new Error("the writing process is closed"));
		clearTimeout(idle);
		child ??= start();
		const running = child;
		const id = nextId++;
		return new Promise<Uint8Array>((resolve, reject) => {
			const deadline = setTimeout(() => {
				logger.warn("a file took too long", { format, timeoutMs: TIMEOUT_MS });
				running.kill("SIGKILL");
			}, TIMEOUT_MS);
			const onEnd = () => settle(() => reject(new Error("the writing process ended before it answered")));
			const onMessage = (message: unknown) => {
				const answer = answerSchema.safeParse(message);
				if (!answer.success || answer.data.id !== id) return;
				const { data } = answer;
				settle(() => ("file" in data ? resolve(data.file) : reject(new Error(data.error))));
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
			running.send({ id, format, report });
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
		write(format, report) {
			const job = queue.then(() => run(format, report));
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
