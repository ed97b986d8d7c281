import type { SyncLimits } from "./limits.ts";

export type LivenessLimits = Pick<SyncLimits, "pingEveryMs" | "deadAfterMs">;

/**
 * Tells a silent line from a dead one. Time counts from the oldest ping without an answer, so that a line that
 * swallows pings is found out as soon as one that never got any. Times in monotonic milliseconds.
 */
export class Liveness {
	readonly #limits: LivenessLimits;
	#pingedAt: number;
	#unansweredSince: number | null = null;

	constructor(limits: LivenessLimits, now: number) {
		this.#limits = limits;
		this.#pingedAt = now;
	}

	/** Anything at all came from the other side. */
	heard(): void {
		this.#unansweredSince = null;
	}

	/** What is to be done now. */
	check(now: number): "nothing" | "ping" | "dead" {
		if (this.#unansweredSince !== null && now - this.#unansweredSince >= this.#limits.deadAfterMs) {
			return "dead";
		}
		if (now - this.#pingedAt < this.#limits.pingEveryMs) {
			return "nothing";
		}
		this.#pingedAt = now;
		this.#unansweredSince ??= now;
		return "ping";
	}
}
