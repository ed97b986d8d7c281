import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { z } from "zod";
import { systemClock } from "../../server/clock.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { listen, serveSync, TableAccess } from "../../server/sync/bench.ts";
import { createSyncServer } from "../../server/sync/server.ts";
import { type LogLine, recordingLogger } from "./log-lines.ts";
import { answerReports } from "./process-report.ts";

/** A sync server in a process of its own, to be killed or watched. Its one argument says, as JSON, where and for whom. */
const { directory, workshopId, people, port, limits } = z
	.object({
		directory: z.string(),
		workshopId: z.string(),
		/** Participants; each one's id is the token as well. */
		people: z.array(z.string()),
		port: z.number(),
		limits: z.record(z.string(), z.number()),
	})
	.parse(JSON.parse(process.argv[2] ?? "null"));

const log: LogLine[] = [];
const logger = recordingLogger(log);
const storage = await openSqlite({ directory, logger });
const access = new TableAccess();
for (const participantId of people) {
	access.token({ workshopId, role: "participant", participantId }, participantId);
}
const http = createServer();
let loads = 0;
const counted = {
	...storage,
	loadDocument: (id: string) => {
		loads += 1;
		return storage.loadDocument(id);
	},
};
const sync = createSyncServer({ storage: counted, access, logger, clock: systemClock, limits });
serveSync(http, sync);
answerReports(monitorEventLoopDelay({ resolution: 10 }), log, () => ({ ...sync.stats(), loads }));
process.stdout.write(`${await listen(http, port)}\n`);
