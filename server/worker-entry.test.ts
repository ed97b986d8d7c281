import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { workerEntry } from "./worker-entry.ts";

it("finds a worker beside its caller when it runs from source", () => {
	expect(workerEntry("writer-process", "file:///arena/server/export/writer.ts").url.href).toBe(
		"file:///arena/server/export/writer-process.ts",
	);
	expect(workerEntry("storage-worker", "file:///arena/server/storage/open.ts", "./worker.ts").url.href).toBe(
		"file:///arena/server/storage/worker.ts",
	);
});

it("lets a worker thread understand TypeScript", async () => {
	const { url, execArgv } = workerEntry("random", import.meta.url);
	const [code] = await once(new Worker(url, { execArgv }), "exit");
	expect(code).toBe(0);
});
