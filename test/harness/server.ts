import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Clock, systemClock } from "../../server/clock.ts";
import { type Config, readConfig } from "../../server/config.ts";
import { createServer } from "../../server/create-server.ts";
import { readLibrary } from "../../server/library.ts";
import { systemRandom } from "../../server/random.ts";
import { type LogLine, recordingLogger } from "./log-lines.ts";

export interface TestServer extends AsyncDisposable {
	url: string;
	dataDir: string;
	log: LogLine[];
	close(): Promise<void>;
}

/** A real server on a free port with a real store in a folder of its own, which goes with it. */
export async function startTestServer(
	options: {
		environment?: Record<string, string>;
		config?: Partial<Config>;
		clock?: Clock;
		dataDir?: string;
		/** False: API and sockets only; needs no built app. */
		pages?: boolean;
		maxPages?: number;
		rehearsalPaceMs?: number;
	} = {},
): Promise<TestServer> {
	const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "arena-test-")));
	const log: LogLine[] = [];
	const config = {
		...readConfig({ ...options.environment, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1" }),
		...options.config,
	};
	const server = await createServer({
		config,
		library: readLibrary(config.worksheetsDir === null ? {} : { extraDir: config.worksheetsDir }),
		clock: options.clock ?? systemClock,
		random: systemRandom,
		pages: options.pages ?? true,
		logger: recordingLogger(log),
		...(options.rehearsalPaceMs === undefined ? {} : { rehearsalPaceMs: options.rehearsalPaceMs }),
		...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
	});
	const { port } = await server.listen();
	return {
		url: `http://127.0.0.1:${port}`,
		dataDir,
		log,
		close: () => server.close(),
		async [Symbol.asyncDispose]() {
			await server.close();
			if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
		},
	};
}
