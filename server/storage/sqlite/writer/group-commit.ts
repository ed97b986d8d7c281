import { type Parcel, unpackRequests } from "../packed-appends.ts";
import type { Health } from "../protocol.ts";
import type { BatchResult, CommitBatch } from "./batch.ts";

const PROBE_MS = 1000;

export interface GroupCommitOptions {
	commit: CommitBatch;
	/** Tries whether the disk takes writes again; asked every second while it does not. */
	probe: () => Health;
	written: (result: BatchResult) => void;
	/** A probe found the disk as it is now. */
	recovered: (health: Health) => void;
}

/** Commits while the disk takes it, and looks for its return when it does not. */
export class GroupCommit {
	readonly #options: GroupCommitOptions;
	#probing: NodeJS.Timeout | undefined;
	#health: Health = "good";

	constructor(options: GroupCommitOptions) {
		this.#options = options;
	}

	get health(): Health {
		return this.#health;
	}

	/** One commit, and so one fsync, for all of it. */
	commit(parcels: readonly Parcel[]): void {
		if (parcels.length === 0) return;
		if (this.#health === "broken") {
			const failure = { kind: "unavailable", code: "broken" } as const;
			const outcomes = unpackRequests(parcels).map(({ id }) => ({ id, ok: false, failure }) as const);
			this.#options.written({ outcomes, health: "broken" });
			return;
		}
		const result = this.#options.commit(parcels);
		this.learn(result.health);
		this.#options.written(result);
	}

	close(): void {
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
