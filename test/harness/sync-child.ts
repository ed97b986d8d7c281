import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { newId, seed } from "../../server/sync/bench.ts";
import type { SyncLimits } from "../../server/sync/limits.ts";
import { type ServerChild, startChild } from "./child.ts";

const PROCESS = fileURLToPath(new URL("./sync-process.ts", import.meta.url));

export interface SyncSettings {
	directory: string;
	workshopId: string;
	people: readonly string[];
	/** 0: any. */
	port: number;
	limits: Partial<SyncLimits>;
}

/** A sync server in a process of its own. */
export function startSyncChild(settings: SyncSettings): Promise<ServerChild> {
	return startChild(PROCESS, settings);
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
