const BUCKETS = 1_200;
const SMALLEST_MS = 0.01;
/** Each bucket is two percent wider than the one before. */
const LOG_STEP = Math.log(1.02);

/** Milliseconds, counted in buckets of two percent: as many as there are, without keeping each. */
export class Latency {
	readonly #buckets = new Float64Array(BUCKETS);
	#count = 0;

	add(ms: number): void {
		const bucket = ms <= SMALLEST_MS ? 0 : Math.min(BUCKETS - 1, Math.floor(Math.log(ms / SMALLEST_MS) / LOG_STEP));
		this.#buckets[bucket] = (this.#buckets[bucket] ?? 0) + 1;
		this.#count += 1;
	}

	get count(): number {
		return this.#count;
	}

	/** The value below which that share lies, 0 to 1. */
	quantile(share: number): number {
		let left = this.#count * share;
		for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
			left -= this.#buckets[bucket] ?? 0;
			if (left <= 0) return SMALLEST_MS * Math.exp(LOG_STEP * (bucket + 0.5));
		}
		return Number.POSITIVE_INFINITY;
	}

	clear(): void {
		this.#buckets.fill(0);
		this.#count = 0;
	}
}

/** Of a few values, all kept. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
