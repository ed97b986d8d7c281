import { createServer } from "node:http";
import { z } from "zod";
import { systemClock } from "../../server/clock.ts";
import { createLogger } from "../../server/logger.ts";
import { openSqlite } from "../../server/storage/sqlite/open.ts";
import { listen, serveSync, TableAccess } from "../../server/sync/bench.ts";
import { createSyncServer } from "../../server/sync/server.ts";

/** A sync server in a process of its own, to be killed. Its one argument says, as JSON, where and for whom. */
const { directory, workshopId, people, port } = z
	.object({ directory: z.string(), workshopId: z.string(), people: z.array(z.string()), port: z.number() })
	.parse(JSON.parse(process.argv[2] ?? "null"));

const logger = createLogger("silent");
const storage = await openSqlite({ directory, logger });
const access = new TableAccess();
for (const participantId of people) {
	access.token({ workshopId, role: "participant", participantId }, participantId);
}
const http = createServer();
const sync = createSyncServer({
	storage,
	access,
	logger,
	clock: systemClock,
	// Small enough that some kills meet a compaction.
	limits: { compactRows: 40 },
});
serveSync(http, sync);
process.stdout.write(`${await listen(http, port)}\n`);
