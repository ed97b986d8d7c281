import { performance } from "node:perf_hooks";

/** How busy the process was lately, from 0 to 1, since the call before. */
export type Busy = () => number;

/** What is longer ago weighs less and less. */
const REMEMBERED_MS = 500;
/** From here on commits move apart, up to twice the distance where no time is left at all. */
const BUSY = 0.5;
const SATURATED = 0.9;

/**
 * How far commits are apart. Each costs the same however much is in it: at ease a letter is on the others' screens
 * sooner, and near the end of what one core can do the same letters take fewer commits and fewer writes.
 */
export class CommitPace {
	readonly #leastMs: number;
	readonly #busy: Busy;
	#level = 0;
	#at = Number.NEGATIVE_INFINITY;

	/** `leastMs`: between two commits while there is time to spare. */
	constructor(leastMs: number, busy: Busy = loopIsBusy()) {
		this.#leastMs = leastMs;
		this.#busy = busy;
	}

	/** Notes that a commit is on its way. `now`: monotonic milliseconds. */
	sent(now: number): void {
		const weight = Math.min(1, (now - this.#at) / REMEMBERED_MS);
		this.#level += (this.#busy() - this.#level) * weight;
		this.#at = now;
	}

	/** When the next one may leave, in monotonic milliseconds. */
	get next(): number {
		const beyond = (this.#level - BUSY) / (SATURATED - BUSY);
		return this.#at + this.#leastMs * (1 + Math.min(1, Math.max(0, beyond)));
	}
}

/** Of this thread's event loop. */
function loopIsBusy(): Busy {
	let last = performance.eventLoopUtilization();
	return () => {
		const now = performance.eventLoopUtilization();
		const { utilization } = performance.eventLoopUtilization(now, last);
		last = now;
		return utilization;
	};
}
