/**
 * A budget that refills evenly. A request is let through while anything is left and may overdraw, so that one frame
 * larger than the whole budget waits its turn instead of waiting for ever. Times in milliseconds.
 */
export class TokenBucket {
	readonly #perSecond: number;
	readonly #burst: number;
	#tokens: number;
	#at: number;

	constructor(perSecond: number, burst: number, now: number) {
		this.#perSecond = perSecond;
		this.#burst = burst;
		this.#tokens = burst;
		this.#at = now;
	}

	/** Milliseconds until anything may be taken again; 0 when it may now. */
	wait(now: number): number {
		this.#refill(now);
		return this.#tokens > 0 ? 0 : Math.ceil(((1 - this.#tokens) / this.#perSecond) * 1000);
	}

	take(amount: number): void {
		this.#tokens -= amount;
	}

	#refill(now: number): void {
		// A wall clock may be set back; then nothing refills until it has caught up.
		const elapsed = Math.max(0, now - this.#at);
		this.#tokens = Math.min(this.#burst, this.#tokens + (elapsed / 1000) * this.#perSecond);
		this.#at = now;
	}
}
