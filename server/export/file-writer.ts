import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Logger } from "../logger.ts";
import { residentMemory } from "../resident-memory.ts";
import { workerEntry } from "../worker-entry.ts";

/** The longest that the largest report may take; everybody else's file waits meanwhile. */
export const LONGEST_MS = 120_000;
const SHORTEST_MS = 30_000;
/** Typst takes 5 s of a processor for it; a machine on which others are at work takes several times that. */
const MS_PER_MILLION_LETTERS = 30_000;
const IDLE_MS = 60_000;
/** V8's share. */
const HEAP_MB = 512;
/** All of it, with what Typst takes: of 60 groups with seven sheets each it is 1.3 GB. */
const MOST_RESIDENT_MB = 2_048;
/** Its memory is looked at so often: it cannot be told to stop from inside. */
const LOOK_MS = 250;
/** A process that has written a report of so many letters ends, and with it gives back what it took. */
const LARGE = 1_000_000;

const answerSchema = z.union([
	z.object({ id: z.int(), file: z.instanceof(Uint8Array) }),
	z.object({ id: z.int(), error: z.string() }),
]);

type WrittenFormat = "pdf" | "docx" | "xlsx";

export interface FileWriter {
	/**
	 * `report`: what the format's writer reads, as JSON. Rejects when that refuses, dies, takes longer than a report of
	 * its length may (`limitFor`) or more memory than any may.
	 */
	write(format: WrittenFormat, report: string): Promise<Uint8Array>;
	/** Ends the process; what is still to be written is rejected. */
	close(): Promise<void>;
}

interface FileWriterOptions {
	logger: Logger;
	/** In MB, of the process that writes. */
	mostResident?: number;
}

/** In milliseconds, for a report of so many letters. */
export function limitFor(letters: number): number {
	return Math.min(LONGEST_MS, SHORTEST_MS + (letters / 1_000_000) * MS_PER_MILLION_LETTERS);
}

/** Writes files in a child process: one job at a time, killed when it takes too much, gone when nobody needs it. */
export function createFileWriter({ logger, mostResident = MOST_RESIDENT_MB }: FileWriterOptions): FileWriter {
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
			const timeoutMs = limitFor(report.length);
			const deadline = setTimeout(() => {
				logger.warn("a file took too long", { format, timeoutMs });
				running.kill("SIGKILL");
			}, timeoutMs);
			const looking = setInterval(() => {
				const resident = residentMemory(running.pid);
				if (resident <= mostResident) return;
				logger.warn("a file took too much memory", { format, resident: Math.round(resident) });
				clearInterval(looking);
				running.kill("SIGKILL");
			}, LOOK_MS);
			const onEnd = () => settle(() => reject(new Error("the writing process ended before it answered")));
			const onMessage = (message: unknown) => {
				const answer = answerSchema.safeParse(message);
				if (!answer.success || answer.data.id !== id) return;
				const { data } = answer;
				settle(() => ("file" in data ? resolve(data.file) : reject(new Error(data.error))));
			};
			const settle = (finish: () => void) => {
				clearTimeout(deadline);
				clearInterval(looking);
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
			if (report.length > LARGE) return stop();
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
