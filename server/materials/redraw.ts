import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { MaterialType } from "../../worksheets/contract/materials.ts";
import { workerEntry } from "../worker-entry.ts";

const TIMEOUT_MS = 20_000;
/** V8's share; the decoders' own is bounded by how many pixels they may draw. */
const HEAP_MB = 128;

const answerSchema = z.union([z.object({ bytes: z.instanceof(Uint8Array) }), z.object({ refused: z.literal(true) })]);

/** A picture drawn anew, without what else its file told; null for one that cannot be read, or is too large to be. */
export type Redraw = (type: MaterialType, bytes: Uint8Array) => Promise<Uint8Array | null>;

export interface PictureProcess {
	redraw: Redraw;
	close(): void;
}

/** Draws one picture after the other, each in a process of its own that is killed when it takes too long. */
export function createPictureProcess(): PictureProcess {
	let running: ChildProcess | null = null;
	let queue: Promise<unknown> = Promise.resolve();
	let closed = false;

	function run(type: MaterialType, bytes: Uint8Array): Promise<Uint8Array | null> {
		if (closed) return Promise.resolve(null);
		const entry = workerEntry("picture-process", import.meta.url);
		const child = fork(fileURLToPath(entry.url), [], {
			serialization: "advanced",
			execArgv: [...entry.execArgv, `--max-old-space-size=${HEAP_MB}`],
			stdio: ["ignore", "ignore", "ignore", "ipc"],
		});
		running = child;
		return new Promise((resolve) => {
			const settle = (drawn: Uint8Array | null) => {
				clearTimeout(deadline);
				if (running === child) running = null;
				child.kill("SIGKILL");
				resolve(drawn);
			};
			const deadline = setTimeout(() => settle(null), TIMEOUT_MS);
			child.once("error", () => settle(null));
			child.once("exit", () => settle(null));
			child.once("message", (message) => {
				const answer = answerSchema.safeParse(message);
				settle(answer.success && "bytes" in answer.data ? answer.data.bytes : null);
			});
			child.send({ type, bytes });
		});
	}

	return {
		redraw(type, bytes) {
			const job = queue.then(() => run(type, bytes));
			queue = job;
			return job;
		},
		close() {
			closed = true;
			running?.kill("SIGKILL");
		},
	};
}
