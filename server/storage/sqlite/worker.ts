import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import { openWriting } from "./connections.ts";
import { NewerDatabase } from "./errors.ts";
import { codeOf, healthAfter } from "./failure.ts";
import { migrate } from "./migrate.ts";
import type { FromWriter, Health, ToWriter, WriterOptions } from "./protocol.ts";
import { prepareApply } from "./writer/apply.ts";
import { prepareBatch } from "./writer/batch.ts";
import { scrub } from "./writer/erasure.ts";
import { GroupCommit } from "./writer/group-commit.ts";
import { probe } from "./writer/probe.ts";

/** A crash right after an erasure may have left the log behind. A full disk does not keep anyone from reading. */
function scrubAtStart(database: Database): Health {
	try {
		scrub(database);
		return "good";
	} catch (error) {
		return healthAfter(error);
	}
}

/** The writer's thread: a commit waits for the disk, and nobody else waits with it. */
function run(port: NonNullable<typeof parentPort>, { file, groupCommitMs, maxPages }: WriterOptions): void {
	const answer = (message: FromWriter): void => port.postMessage(message);
	const database = openWriting(file, maxPages);
	migrate(database, Date.now());
	const group = new GroupCommit({
		commit: prepareBatch(database, prepareApply(database)),
		probe: () => probe(database),
		waitMs: groupCommitMs,
		written: (result) => answer({ type: "written", ...result }),
		recovered: (health) => answer({ type: "health", health }),
	});

	port.on("message", (message: ToWriter) => {
		if (message.type === "write") {
			group.add(message.requests);
			return;
		}
		group.close();
		database.close();
		answer({ type: "closed" });
		port.close();
	});
	const health = scrubAtStart(database);
	group.learn(health);
	answer({ type: "opened", health });
}

if (parentPort === null) throw new Error("the writer runs in a worker thread only");
try {
	run(parentPort, workerData as WriterOptions);
} catch (error) {
	const refused: FromWriter =
		error instanceof NewerDatabase
			? { type: "refused", reason: "newer", found: error.found, known: error.known }
			: { type: "refused", reason: "unusable", code: codeOf(error) };
	parentPort.postMessage(refused);
	parentPort.close();
}
