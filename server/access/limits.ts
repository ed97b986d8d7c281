import type { Clock } from "../clock.ts";

/** How many failed guesses a client, and all clients together, may make. */
const PER_CLIENT = { failures: 20, windowMs: 10 * 60_000 };
const PER_INSTANCE = { failures: 1000, windowMs: 60 * 60_000 };
/** Addresses remembered at once; the instance's budget holds for whoever is forgotten. */
const CLIENTS_REMEMBERED = 10_000;

export interface FailureLimits {
	/** Whether a client (http/client-address.ts) may still try. */
	allows(client: string): boolean;
	/** Counts an unknown code, token or password. */
	failed(client: string): void;
}

/**
 * Budgets for guessing codes and tokens. Only failures count: a whole town hall may sit behind one address, and
 * whoever has the right link is never held up by their own success.
 */
export function createFailureLimits(clock: Clock): FailureLimits {
	const clients = new Map<string, SlidingCount>();
	const instance = new SlidingCount(PER_INSTANCE.windowMs);

	return {
		allows(client) {
			const now = clock.now();
			const count = clients.get(client)?.at(now) ?? 0;
			return count < PER_CLIENT.failures && instance.at(now) < PER_INSTANCE.failures;
		},
		failed(client) {
			const now = clock.now();
			const count = clients.get(client) ?? new SlidingCount(PER_CLIENT.windowMs);
			count.add(now);
			instance.add(now);
			// Put last again, so that the first key is always the one that has been quiet longest.
			clients.delete(client);
			clients.set(client, count);
			const [quietest] = clients.keys();
			if (clients.size > CLIENTS_REMEMBERED && quietest !== undefined) clients.delete(quietest);
		},
	};
}

/** Counts events of the last window in two buckets: this window's, and the share of the one before that still counts. */
class SlidingCount {
	readonly #windowMs: number;
	#window = 0;
	#current = 0;
	#previous = 0;

	constructor(windowMs: number) {
		this.#windowMs = windowMs;
	}

	at(now: number): number {
		this.#turn(now);
		const share = 1 - (now % this.#windowMs) / this.#windowMs;
		return Math.ceil(this.#current + this.#previous * share);
	}

	add(now: number): void {
		this.#turn(now);
		this.#current += 1;
	}

	#turn(now: number): void {
		const window = Math.floor(now / this.#windowMs);
		if (window === this.#window) return;
		this.#previous = window === this.#window + 1 ? this.#current : 0;
		this.#current = 0;
		this.#window = window;
	}
}
