import { parentPort, workerData } from "node:worker_threads";
import { openWriting } from "./connections.ts";
import { NewerDatabase } from "./errors.ts";
import { codeOf } from "./failure.ts";
import { migrate } from "./migrate.ts";
import type { FromWriter, Health, ToWriter, WriterOptions } from "./protocol.ts";
import { takeWaiting } from "./take-waiting.ts";
import { prepareApply } from "./writer/apply.ts";
import { type BatchResult, prepareBatch } from "./writer/batch.ts";
import { GroupCommit } from "./writer/group-commit.ts";
import { LogRows } from "./writer/log-rows.ts";
import { probe } from "./writer/probe.ts";
import { Scrubber } from "./writer/scrubber.ts";

const SETTLE_MS = 60_000;

/** The writer's thread: a commit waits for the disk, and nobody else waits with it. */
function run(port: NonNullable<typeof parentPort>, { file, maxPages }: WriterOptions): void {
	const answer = (message: FromWriter): void => port.postMessage(message);
	const database = openWriting(file, maxPages);
	migrate(database, Date.now());
	const scrubber = new Scrubber(database);
	const log = new LogRows(database);
	const group = new GroupCommit({
		commit: prepareBatch(database, prepareApply(database, log), log, () => scrubber.scrub()),
		probe: () => probe(database),
		written: (result) => {
			answer(briefly(result));
			// While nobody waits.
			if (result.health === "good") learn(log.fileMany());
		},
		recovered: (health) => answer({ type: "health", health }),
	});
	/** Only a disk that is beyond repair is news: short of room for what can wait, the store takes writes all the same. */
	const learn = (health: Health): void => {
		if (health !== "broken") return;
		group.learn(health);
		answer({ type: "health", health });
	};
	// An erasure whose last step failed, or was cut off by a crash, is ended here. Rows that a crash or a pause left
	// unfiled are filed: until then whoever reads a document looks through them.
	const settle = (): void => {
		learn(scrubber.settle());
		if (group.health === "good") learn(log.fileAll());
	};
	const settling = setInterval(settle, SETTLE_MS);

	port.on("message", (first: ToWriter) => {
		// Company waits on the main thread; what is here as well came while the last commit was under way.
		const messages = [first, ...takeWaiting<ToWriter>(port)];
		group.commit(messages.flatMap((message) => (message.type === "write" ? message.parcels : [])));
		if (!messages.some(({ type }) => type === "close")) return;
		clearInterval(settling);
		group.close();
		if (group.health === "good") log.fileAll();
		database.close();
		port.close();
	});
	answer({ type: "opened" });
	settle();
}

/** What nearly always happens can be said in two numbers. */
function briefly({ outcomes, health }: BatchResult): FromWriter {
	const [from, to] = [outcomes[0]?.id ?? 0, outcomes.at(-1)?.id ?? 0];
	const all = health === "good" && to - from === outcomes.length - 1 && outcomes.every((one) => one.ok && one.found);
	return all ? { type: "all-written", from, to } : { type: "written", outcomes, health };
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
