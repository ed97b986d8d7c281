import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { newId, seed } from "../../server/sync/bench.ts";
import type { SyncLimits } from "../../server/sync/limits.ts";
import { askReport, type ProcessReport } from "./process-report.ts";

const PROCESS = fileURLToPath(new URL("./sync-process.ts", import.meta.url));

export interface SyncSettings {
	directory: string;
	workshopId: string;
	people: readonly string[];
	/** 0: any. */
	port: number;
	limits: Partial<SyncLimits>;
}

export interface SyncChild {
	child: ChildProcess;
	port: number;
	/** Rejects when the process ends before `kill` is called. */
	survives: Promise<never>;
	report(): Promise<ProcessReport>;
	/** kill -9; resolves when it is dead. */
	kill(): Promise<void>;
}

/** A sync server in a process of its own. */
export async function startSyncChild(settings: SyncSettings): Promise<SyncChild> {
	const child = spawn(process.execPath, ["--expose-gc", "--import", "tsx", PROCESS, JSON.stringify(settings)], {
		stdio: ["ignore", "pipe", "inherit", "ipc"],
	});
	if (child.stdout === null) throw new Error("no stdout");
	const exited = once(child, "exit");
	let killed = false;
	const survives = exited.then(([code, signal]) => {
		if (killed) return new Promise<never>(() => undefined);
		throw new Error(`the server's process ended with ${code ?? signal}`);
	});
	survives.catch(() => undefined);
	const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), survives]);
	return {
		child,
		port: Number(line),
		survives,
		report: () => Promise.race([askReport(child), survives]),
		async kill() {
			killed = true;
			child.kill("SIGKILL");
			await exited;
		},
	};
}

export interface SyncFolder {
	directory: string;
	workshopId: string;
	documents: string[];
	people: string[];
	remove(): Promise<void>;
}

/** A store with one workshop, so many documents and so many people, for a sync server's process to serve. */
export async function prepareFolder(documents: number, people: number): Promise<SyncFolder> {
	const directory = await mkdtemp(join(tmpdir(), "arena-sync-"));
	const storage = await openSqlite({ directory, logger: createLogger("silent") });
	const seeded = await seed(storage, documents);
	await storage.close();
	return {
		directory,
		...seeded,
		people: Array.from({ length: people }, newId),
		remove: () => rm(directory, { recursive: true, force: true }),
	};
}
