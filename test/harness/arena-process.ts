import { monitorEventLoopDelay } from "node:perf_hooks";
import { z } from "zod";
import { systemClock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import { createServer } from "../../server/create-server.ts";
import { readLibrary } from "../../server/library.ts";
import { systemRandom } from "../../server/random.ts";
import { type LogLine, recordingLogger } from "./log-lines.ts";
import { answerReports } from "./process-report.ts";

/** The whole server without its pages in a process of its own, to be killed or watched. */
const { dataDir, environment } = z
	.object({ dataDir: z.string(), environment: z.record(z.string(), z.string()) })
	.parse(JSON.parse(process.argv[2] ?? "null"));

const log: LogLine[] = [];
const server = await createServer({
	config: readConfig({ ...environment, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" }),
	library: readLibrary(),
	clock: systemClock,
	random: systemRandom,
	logger: recordingLogger(log),
	pages: false,
});
answerReports(monitorEventLoopDelay({ resolution: 10 }), log, () => ({ connections: 0, documents: 0, loads: 0 }));
const { port } = await server.listen();
process.stdout.write(`${port}\n`);
