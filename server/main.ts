import { mkdirSync } from "node:fs";
import { asError } from "./as-error.ts";
import { systemClock } from "./clock.ts";
import { ConfigError, readConfig } from "./config.ts";
import { createServer } from "./create-server.ts";
import { LibraryError, readLibrary } from "./library.ts";
import { createLogger } from "./logger.ts";
import { systemRandom } from "./random.ts";
import { UnusableServerKey } from "./server-key.ts";
import { AlreadyRunning, NewerDatabase, UnusableDatabase, UnwritableDirectory } from "./storage/sqlite/errors.ts";

const SHUTDOWN_MS = 9_000;

/** What an operator can mend by reading one line; everything else shows its stack. */
function explain(error: unknown): string | null {
	if (error instanceof ConfigError || error instanceof LibraryError) return error.message;
	if (
		error instanceof AlreadyRunning ||
		error instanceof UnwritableDirectory ||
		error instanceof NewerDatabase ||
		error instanceof UnusableDatabase ||
		error instanceof UnusableServerKey
	) {
		return `DATA_DIR: ${error.message}`;
	}
	if (!(error instanceof Error && "code" in error && "syscall" in error)) return null;
	const { host, port } = readConfig(process.env);
	switch (error.code) {
		case "EADDRINUSE":
			return `PORT is ${port}, which another process uses: it takes a free one, or 0 for any`;
		case "EACCES":
			return `PORT is ${port}, which this user may not listen on: it takes one above 1023`;
		case "EADDRNOTAVAIL":
		case "ENOTFOUND":
		case "EAI_AGAIN":
			return `HOST is ${JSON.stringify(host)}, but takes an address of this machine`;
		default:
			return null;
	}
}

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const logger = createLogger(config.logLevel);
	const library = readLibrary(config.worksheetsDir === null ? {} : { extraDir: config.worksheetsDir });
	try {
		mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
	} catch {
		throw new UnwritableDirectory(config.dataDir);
	}
	const server = await createServer({ config, library, clock: systemClock, random: systemRandom, logger });
	let stopping = false;
	const stop = (): void => {
		if (stopping) return;
		stopping = true;
		logger.info("stopping");
		const deadline = setTimeout(() => process.exit(1), SHUTDOWN_MS);
		deadline.unref();
		server.close().then(
			() => process.exit(0),
			(error: unknown) => {
				logger.error("stopping failed", { error: asError(error) });
				process.exit(1);
			},
		);
	};
	process.on("SIGTERM", stop);
	process.on("SIGINT", stop);

	const { port } = await server.listen().catch(async (error: unknown) => {
		await server.close();
		throw error;
	});
	const shown = config.host === "0.0.0.0" || config.host === "::" ? "localhost" : config.host;
	const address = config.publicUrl ?? `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
	process.stdout.write(`Arena is ready: ${address}\n`);
}

main().catch((error: unknown) => {
	const line = explain(error);
	process.stderr.write(`${line ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
	process.exit(1);
});
