import { createHash, timingSafeEqual } from "node:crypto";
import { Router } from "express";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Storage } from "../storage/storage.ts";
import type { SyncServer } from "../sync/server.ts";
import { bearerToken } from "./cookies.ts";
import { sendProblem } from "./problem.ts";

export interface HealthOptions {
	storage: Storage;
	sync: SyncServer;
	metricsToken: string | null;
}

/** `/healthz`: the process answers. `/readyz`: it can also store. `/metrics`: how much it carries, without content. */
export function createHealth({ storage, sync, metricsToken }: HealthOptions): Router {
	const router = Router();
	router.get("/healthz", (_request, response) => {
		response.set("Cache-Control", "no-store").json({ status: "ok" });
	});
	router.get("/readyz", (_request, response) => {
		if (storage.isReady()) response.set("Cache-Control", "no-store").json({ status: "ok" });
		else sendProblem(response, refusal("unavailable"));
	});
	router.get("/metrics", (request, response) => {
		if (metricsToken === null) return sendProblem(response, refusal("not-found"));
		if (!sameSecret(bearerToken(request) ?? "", metricsToken)) return sendProblem(response, refusal("unauthenticated"));
		const memory = process.memoryUsage();
		response.type("text/plain; version=0.0.4").send(
			prometheus({
				arena_ready: ["gauge", "1 while the store takes writes", storage.isReady() ? 1 : 0],
				arena_documents_open: ["gauge", "worksheets held in memory", sync.stats().documents],
				arena_sync_connections: ["gauge", "open worksheet connections", sync.stats().connections],
				process_resident_memory_bytes: ["gauge", "resident memory", memory.rss],
				process_uptime_seconds: ["counter", "seconds since the start", Math.round(process.uptime())],
			}),
		);
	});
	return router;
}

function prometheus(metrics: Record<string, [type: string, help: string, value: number]>): string {
	return Object.entries(metrics)
		.map(([name, [type, help, value]]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`)
		.join("");
}

function sameSecret(got: string, expected: string): boolean {
	const digest = (value: string) => createHash("sha256").update(value).digest();
	return timingSafeEqual(digest(got), digest(expected));
}
