import type { LateTotal } from "../storage/storage.ts";
import type { LateCounts } from "./boards.ts";

const NONE: LateTotal = { count: 0, bytes: 0 };

/** What lies beside the documents of one workshop, as the store had it when the session was loaded and since. */
export class LateBoard {
	readonly #totals: Map<string, LateTotal>;
	#counts: LateCounts;

	constructor(stored: ReadonlyMap<string, LateTotal>) {
		this.#totals = new Map(stored);
		this.#counts = this.#count();
	}

	/** A new map where something was added since the last look. */
	get counts(): LateCounts {
		return this.#counts;
	}

	total(document: string): LateTotal {
		return this.#totals.get(document) ?? NONE;
	}

	add(document: string, bytes: number): void {
		const before = this.total(document);
		this.#totals.set(document, { count: before.count + 1, bytes: before.bytes + bytes });
		this.#counts = this.#count();
	}

	#count(): LateCounts {
		return new Map([...this.#totals].map(([document, { count }]) => [document, count]));
	}
}
