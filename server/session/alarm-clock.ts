import type { Clock } from "../clock.ts";

/** No timer of Node's reaches further. */
const FURTHEST_MS = 2 ** 31 - 1;

interface AlarmClockOptions {
	clock: Clock;
	/** What is to be done at that time. */
	ring: () => Promise<void>;
	/** Milliseconds after which what has failed is tried again. */
	retryMs?: number;
	failed: (error: unknown) => void;
}

/** Rings once when its time has come by the given clock, whichever timer wakes it up; a ring that fails comes again. */
export class AlarmClock {
	readonly #options: AlarmClockOptions;
	#at: number | null = null;
	#timer: NodeJS.Timeout | undefined;

	constructor(options: AlarmClockOptions) {
		this.#options = options;
	}

	/** Epoch milliseconds; null takes the alarm away. */
	set(at: number | null): void {
		if (at === this.#at) return;
		this.#at = at;
		this.#wait();
	}

	#wait(atLeast = 0): void {
		clearTimeout(this.#timer);
		if (this.#at === null) return;
		const ms = Math.min(FURTHEST_MS, Math.max(atLeast, this.#at - this.#options.clock.now()));
		this.#timer = setTimeout(() => this.#wake(), ms);
		this.#timer.unref();
	}

	#wake(): void {
		const { clock, ring, retryMs = 1000, failed } = this.#options;
		const at = this.#at;
		if (at === null) return;
		// A timer and the clock may differ, and a far alarm takes several timers.
		if (clock.now() < at) {
			this.#wait(1);
			return;
		}
		ring().catch((error: unknown) => {
			failed(error);
			if (this.#at === at) this.#wait(retryMs);
		});
	}
}
