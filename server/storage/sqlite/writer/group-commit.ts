import type { Health, Request } from "../protocol.ts";
import type { BatchResult, CommitBatch } from "./batch.ts";

const FULL_BATCH = 64;
const PROBE_MS = 1000;

export interface GroupCommitOptions {
	commit: CommitBatch;
	/** Tries whether the disk takes writes again; asked every second while it does not. */
	probe: () => Health;
	/** How long the first request waits for company, in milliseconds. */
	waitMs: number;
	written: (result: BatchResult) => void;
	/** A probe found the disk as it is now. */
	recovered: (health: Health) => void;
}

/** Gathers what arrives within a few milliseconds into one commit: one fsync for everybody who typed meanwhile. */
export class GroupCommit {
	readonly #options: GroupCommitOptions;
	#waiting: Request[] = [];
	#timer: NodeJS.Timeout | undefined;
	#probing: NodeJS.Timeout | undefined;
	#health: Health = "good";

	constructor(options: GroupCommitOptions) {
		this.#options = options;
	}

	add(requests: readonly Request[]): void {
		this.#waiting.push(...requests);
		if (this.#waiting.length >= FULL_BATCH) this.flush();
		else this.#timer ??= setTimeout(() => this.flush(), this.#options.waitMs);
	}

	get health(): Health {
		return this.#health;
	}

	/** Commits what waits, now. */
	flush(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		if (this.#waiting.length === 0) return;
		const requests = this.#waiting;
		this.#waiting = [];
		if (this.#health === "broken") {
			const failure = { kind: "unavailable", code: "broken" } as const;
			const outcomes = requests.map(({ id }) => ({ id, ok: false, failure }) as const);
			this.#options.written({ outcomes, health: "broken" });
			return;
		}
		const result = this.#options.commit(requests);
		this.learn(result.health);
		this.#options.written(result);
	}

	close(): void {
		this.flush();
		clearInterval(this.#probing);
	}

	/** Takes in what is known of the disk: while it fails, probes look for its return. */
	learn(health: Health): void {
		this.#health = health;
		if (health === "failing") {
			this.#probing ??= setInterval(() => this.#probe(), PROBE_MS);
		} else {
			clearInterval(this.#probing);
			this.#probing = undefined;
		}
	}

	/** Without it, a node that is taken out of traffic for not being ready would never see the write that mends it. */
	#probe(): void {
		const health = this.#options.probe();
		if (health === this.#health) return;
		this.learn(health);
		this.#options.recovered(health);
	}
}
