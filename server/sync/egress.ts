import type { FrameBatch } from "./frame-batch.ts";
import type { FrameSocket } from "./frame-socket.ts";
import type { SyncLimits } from "./limits.ts";

export type EgressLimits = Pick<SyncLimits, "egressBytes" | "slowMs" | "slowestBytesPerSecond">;

/** What a reader that did not keep up lacks: everything since `stateVector`. */
export interface Behind {
	stateVector: Uint8Array;
	/** How it is to be told; „step2“ where it asked and was not answered yet. */
	as: "step2" | "update";
}

/**
 * What waits for one reader. Beyond a bound nothing more is queued: presence is left out first, then document frames,
 * all of which one difference makes up for once the reader has caught up. Memory for a reader is so bounded by what
 * one answer may be, whatever happens in the document meanwhile.
 */
export class Egress {
	readonly #socket: FrameSocket;
	readonly #limits: EgressLimits;
	#behind: Behind | null = null;
	/** Since when more waits than a reader that keeps up leaves. Monotonic milliseconds, as all times here. */
	#fullSince: number | null = null;
	/** Until when a large answer may take on a thin line. */
	#patientUntil = 0;

	constructor(socket: FrameSocket, limits: EgressLimits) {
		this.#socket = socket;
		this.#limits = limits;
	}

	get isBehind(): boolean {
		return this.#behind !== null;
	}

	/** „crowded“: presence may no longer be sent; it goes without saying long before anything else does. */
	get room(): "free" | "crowded" | "full" {
		const { bufferedBytes } = this.#socket;
		if (bufferedBytes <= this.#limits.egressBytes / 4) {
			return "free";
		}
		return bufferedBytes <= this.#limits.egressBytes ? "crowded" : "full";
	}

	send(batch: FrameBatch): void {
		this.#socket.send(batch);
	}

	/** Sends what may be larger than the bound by itself, and gives the reader the time that it takes. */
	sendWhole(batch: FrameBatch, now: number): void {
		this.#socket.send(batch);
		if (batch.bytes > this.#limits.egressBytes / 4) {
			const takes = (batch.bytes / this.#limits.slowestBytesPerSecond) * 1_000;
			this.#patientUntil = Math.max(this.#patientUntil, now) + takes;
		}
	}

	/** From now on nothing is queued; the difference to `stateVector` is owed. */
	fallBehind(behind: Behind): void {
		this.#behind = behind;
	}

	/** What is owed, once there is room for it; it counts as sent then. */
	takeOwed(): Behind | null {
		if (this.#behind === null || this.room !== "free") {
			return null;
		}
		const owed = this.#behind;
		this.#behind = null;
		return owed;
	}

	/** Whether a large answer is under way: a line may be silent as long as that takes. */
	isPatient(now: number): boolean {
		return now < this.#patientUntil;
	}

	/** Whether the reader has not caught up for too long. Asked about once a second. */
	isTooSlow(now: number): boolean {
		if (this.room === "free") {
			this.#fullSince = null;
			return false;
		}
		this.#fullSince ??= now;
		return !this.isPatient(now) && now - this.#fullSince >= this.#limits.slowMs;
	}
}
