import { Worker } from "node:worker_threads";
import type { Logger } from "../../logger.ts";
import type { WorkerEntry } from "../../worker-entry.ts";
import { StorageUnavailable } from "../errors.ts";
import { CommitPace } from "./commit-pace.ts";
import { NewerDatabase, UnusableDatabase } from "./errors.ts";
import { errorOf } from "./failure.ts";
import { packRequests } from "./packed-appends.ts";
import type { FromWriter, Health, Operation, Outcome, Request, ToWriter, WriterOptions } from "./protocol.ts";

/** A disk that has not answered for so long is away, though it has refused nothing. */
const STUCK_MS = 5_000;

export interface OpenOptions extends WriterOptions {
	/** The least time between two messages to the thread, in milliseconds; up to twice that when there is none to spare. */
	gatherMs: number;
}

interface Opening {
	opened(): void;
	refused(error: Error): void;
}

interface Pending {
	/** When it was asked, in monotonic milliseconds. */
	since: number;
	resolve(found: boolean): void;
	reject(error: Error): void;
}

/**
 * The main thread's end of the writer. After a pause, what is asked crosses over at once; under load it gathers for some
 * milliseconds and crosses over in one message, to be one commit.
 */
export class Writer {
	readonly #worker: Worker;
	readonly #logger: Logger;
	readonly #pending = new Map<number, Pending>();
	readonly #exited: Promise<void>;
	#outbox: Request[] = [];
	readonly #pace: CommitPace;
	#gathering: NodeJS.Timeout | null = null;
	#lastId = 0;
	#opening: Opening | null;
	#health: Health = "good";
	#closing = false;

	private constructor(worker: Worker, gatherMs: number, logger: Logger, opening: Opening) {
		this.#worker = worker;
		this.#pace = new CommitPace(gatherMs);
		this.#logger = logger;
		this.#opening = opening;
		worker.on("message", (message: FromWriter) => this.#receive(message));
		worker.on("error", (error: Error) => logger.error("the storage writer failed", { error }));
		this.#exited = new Promise((resolve) => {
			worker.once("exit", () => {
				this.#gone();
				resolve();
			});
		});
	}

	/** Starts the thread, which opens the database and brings it to the newest format. */
	static open(entry: WorkerEntry, options: OpenOptions, logger: Logger): Promise<Writer> {
		const { gatherMs, ...workerData } = options;
		const worker = new Worker(entry.url, { workerData, execArgv: entry.execArgv });
		return new Promise((resolve, reject) => {
			const writer: Writer = new Writer(worker, gatherMs, logger, { opened: () => resolve(writer), refused: reject });
		});
	}

	/** Resolves when the operation is on the disk; false only where there was nothing to erase. */
	write(operation: Operation): Promise<boolean> {
		if (this.#closing) return Promise.reject(new StorageUnavailable("closed"));
		if (this.#health === "broken") return Promise.reject(new StorageUnavailable("broken"));
		return new Promise((resolve, reject) => {
			const id = ++this.#lastId;
			const now = performance.now();
			this.#pending.set(id, { since: now, resolve, reject });
			if (this.#outbox.length === 0) this.#sendLater(this.#pace.next - now);
			this.#outbox.push({ id, operation });
		});
	}

	/** Whether writes reach the disk: the last one did, and none has waited for long. */
	isReady(): boolean {
		const [oldest] = this.#pending.values();
		const isStuck = oldest !== undefined && performance.now() - oldest.since > STUCK_MS;
		return this.#health === "good" && !this.#closing && !isStuck;
	}

	/** Commits what was asked before, then ends the thread. */
	async close(): Promise<void> {
		if (!this.#closing) {
			this.#closing = true;
			this.#send();
			this.#post({ type: "close" });
		}
		await this.#exited;
	}

	#sendLater(ms: number): void {
		if (ms < 1) setImmediate(() => this.#send());
		else this.#gathering = setTimeout(() => this.#send(), ms);
	}

	#send(): void {
		if (this.#gathering !== null) clearTimeout(this.#gathering);
		this.#gathering = null;
		if (this.#outbox.length === 0) return;
		this.#pace.sent(performance.now());
		const { parcels, buffer } = packRequests(this.#outbox);
		this.#outbox = [];
		this.#post({ type: "write", parcels }, [buffer]);
	}

	#post(message: ToWriter, transfer: ArrayBuffer[] = []): void {
		this.#worker.postMessage(message, transfer);
	}

	#receive(message: FromWriter): void {
		switch (message.type) {
			case "opened":
				this.#opening?.opened();
				this.#opening = null;
				break;
			case "refused":
				this.#refuse(refusalOf(message));
				break;
			case "all-written":
				this.#learn("good", []);
				for (let id = message.from; id <= message.to; id += 1) this.#settle({ id, ok: true, found: true });
				break;
			case "written":
				this.#learn(message.health, message.outcomes);
				for (const outcome of message.outcomes) this.#settle(outcome);
				break;
			case "health":
				this.#learn(message.health, []);
				break;
		}
	}

	/** The thread ends by itself after a refusal, and without one only where something is badly wrong. */
	#refuse(error: Error): void {
		this.#closing = true;
		this.#opening?.refused(error);
		this.#opening = null;
	}

	#settle(outcome: Outcome): void {
		const pending = this.#pending.get(outcome.id);
		this.#pending.delete(outcome.id);
		if (outcome.ok) pending?.resolve(outcome.found);
		else pending?.reject(errorOf(outcome.failure));
	}

	#learn(health: Health, outcomes: readonly Outcome[]): void {
		if (health === this.#health) return;
		this.#health = health;
		if (health === "good") {
			this.#logger.info("storage takes writes again");
			return;
		}
		const failure = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.failure])).at(0);
		const code = failure?.kind === "unavailable" ? failure.code : undefined;
		this.#logger.error("storage does not take writes", { health, code });
	}

	#gone(): void {
		if (this.#opening !== null) this.#refuse(new UnusableDatabase("the writer ended at once"));
		if (!this.#closing) this.#logger.error("the storage writer ended");
		this.#health = "broken";
		this.#outbox = [];
		const left = [...this.#pending.values()];
		this.#pending.clear();
		for (const { reject } of left) reject(new StorageUnavailable("the writer ended"));
	}
}

function refusalOf(message: FromWriter & { type: "refused" }): Error {
	return message.reason === "newer"
		? new NewerDatabase(message.found, message.known)
		: new UnusableDatabase(message.code);
}
