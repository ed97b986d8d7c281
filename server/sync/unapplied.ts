/** More bytes than this are not kept ready for the next updates. */
const KEPT_BYTES = 16 * 1024;

/**
 * Updates that are on disk but not in the document yet, in order. They lie in memory that is used again and again:
 * thousands of small objects that each live for a second are what a garbage collector copies most.
 */
export class Unapplied {
	#bytes = Buffer.alloc(0);
	#end = 0;
	#count = 0;
	readonly #seqs: number[] = [];
	readonly #times: number[] = [];
	readonly #ends: number[] = [];

	get count(): number {
		return this.#count;
	}

	/** `seq`: its row in the log; `at`: epoch milliseconds. The bytes are copied. */
	add(update: Uint8Array, seq: number, at: number): void {
		const end = this.#end + update.length;
		if (end > this.#bytes.length) {
			this.#grow(end);
		}
		this.#bytes.set(update, this.#end);
		this.#seqs[this.#count] = seq;
		this.#times[this.#count] = at;
		this.#ends[this.#count] = end;
		this.#count += 1;
		this.#end = end;
	}

	/** Hands on all there is and forgets it. An update's bytes are good until `take` returns. */
	drain(take: (update: Uint8Array, seq: number, at: number) => void): void {
		const [bytes, count] = [this.#bytes, this.#count];
		this.#count = 0;
		this.#end = 0;
		let start = 0;
		for (let index = 0; index < count; index += 1) {
			const end = this.#ends[index] ?? start;
			take(bytes.subarray(start, end), this.#seqs[index] ?? 0, this.#times[index] ?? 0);
			start = end;
		}
		if (bytes.length > KEPT_BYTES) {
			this.#bytes = Buffer.alloc(0);
		}
	}

	#grow(needed: number): void {
		const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#bytes.length, 1_024));
		larger.set(this.#bytes.subarray(0, this.#end));
		this.#bytes = larger;
	}
}
