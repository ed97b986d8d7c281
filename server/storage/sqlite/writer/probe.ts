import type { Database } from "better-sqlite3";
import { healthAfter } from "../failure.ts";
import type { Health } from "../protocol.ts";

const PROBE_BYTES = 64 * 1024;

/** Writes 64 KiB through to the disk and takes them away again. */
export function probe(database: Database): Health {
	try {
		database.prepare("INSERT OR REPLACE INTO probes (id, bytes) VALUES (1, zeroblob(?))").run(PROBE_BYTES);
		database.prepare("DELETE FROM probes").run();
		return "good";
	} catch (error) {
		const health = healthAfter(error);
		return health === "good" ? "failing" : health;
	}
}
