/** Arena without its pages, as a process of its own: durability and access checks as they are for everybody. */
import { z } from "zod";
import { systemClock } from "../../server/clock.ts";
import { readConfig } from "../../server/config.ts";
import { createServer } from "../../server/create-server.ts";
import { readLibrary } from "../../server/library.ts";
import { createLogger } from "../../server/logger.ts";
import { systemRandom } from "../../server/random.ts";

/** Bounds of the sync server that a figure needs to be others, such as the pace at which one line may fill a sheet. */
const syncLimits = z.record(z.string(), z.number()).parse(JSON.parse(process.env.SYNC_LIMITS ?? "{}"));

const config = readConfig(process.env);
const server = await createServer({
	config,
	library: readLibrary(),
	clock: systemClock,
	random: systemRandom,
	logger: createLogger(config.logLevel),
	pages: false,
	syncLimits,
});
const stop = async (): Promise<void> => {
	await server.close();
	process.exit(0);
};
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
await server.listen();
