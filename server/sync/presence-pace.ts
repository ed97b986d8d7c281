import { TokenBucket } from "../access/token-bucket.ts";
import type { SyncLimits } from "./limits.ts";

export type PresencePaceLimits = Pick<SyncLimits, "awarenessPerSecond" | "awarenessBurst">;

/** Lets a connection's presence through at a pace. Of what comes faster the last counts, as soon as there is room. */
export class PresencePace<Said> {
	readonly #bucket: TokenBucket;
	readonly #through: (said: Said) => void;
	#waiting: { said: Said; timer: NodeJS.Timeout } | null = null;

	constructor(limits: PresencePaceLimits, through: (said: Said) => void) {
		this.#bucket = new TokenBucket(limits.awarenessPerSecond, limits.awarenessBurst, performance.now());
		this.#through = through;
	}

	say(said: Said): void {
		if (this.#waiting !== null) {
			this.#waiting.said = said;
			return;
		}
		const wait = this.#bucket.wait(performance.now());
		if (wait > 0) {
			this.#waiting = { said, timer: setTimeout(() => this.#sayWaiting(), Math.ceil(wait)) };
		} else {
			this.#pass(said);
		}
	}

	/** What still waits is never said. */
	end(): void {
		clearTimeout(this.#waiting?.timer);
		this.#waiting = null;
	}

	#sayWaiting(): void {
		const waiting = this.#waiting;
		this.#waiting = null;
		if (waiting !== null) {
			this.#pass(waiting.said);
		}
	}

	#pass(said: Said): void {
		this.#bucket.take(1);
		this.#through(said);
	}
}
