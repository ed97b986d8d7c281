import type { Between, Reference } from "./update-decode.ts";

/**
 * Where typing goes on. Whoever types names with each letter the one before it and what stood behind the first, so
 * that a letter is well placed if the one before it was: nearly all are, and no document is needed to say so.
 */
export class Runs {
	readonly #ends = new Map<number, Between>();

	/** Those that do not go on from what their client placed last, be it in the same update. */
	others(between: readonly Between[]): Between[] {
		const ends = new Map<number, Between>();
		return between.filter((one) => {
			const last = ends.get(one.client) ?? this.#ends.get(one.client);
			ends.set(one.client, one);
			return last === undefined || !goesOn(one, last);
		});
	}

	/** Takes what an update places for well placed, as far as it does not wait for what is missing. */
	add(between: readonly Between[]): void {
		for (const one of between) {
			this.#ends.set(one.client, one);
		}
	}
}

function goesOn({ client, origin, rightOrigin }: Between, last: Between): boolean {
	return origin.client === client && origin.clock === last.to - 1 && isSame(rightOrigin, last.rightOrigin);
}

function isSame(one: Reference, other: Reference): boolean {
	return one.client === other.client && one.clock === other.clock;
}
