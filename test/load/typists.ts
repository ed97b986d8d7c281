import type { Group } from "./group.ts";
import { Latency } from "./latency.ts";

const KEYS_PER_SECOND = 4;
const SHORTEST_BURST = 4;
const LONGEST_BURST = 20;
const FASTEST_KEY_MS = 60;
const SLOWEST_KEY_MS = 180;
const MEAN_KEY_MS = (FASTEST_KEY_MS + SLOWEST_KEY_MS) / 2;
/** Nobody pauses longer than the wheel is round. */
const WHEEL_MS = 16_384;

interface Typist {
	group: Group;
	writer: number;
	/** Keys left in this burst, and how long it was. */
	left: number;
	burst: number;
}

/**
 * Lets everybody type as people do: bursts of 4 to 20 keys, 60 to 180 ms apart, and pauses in between, 4 keys a second
 * on average. One timer serves all of them.
 */
export class Typists {
	/** How late the generator itself is: what a figure is worth. */
	readonly lag = new Latency();
	keys = 0;
	readonly #wheel: Typist[][] = Array.from({ length: WHEEL_MS }, () => []);
	readonly #startedAt = performance.now();
	#at = 0;
	#timer: NodeJS.Timeout | null;

	constructor() {
		this.#timer = setTimeout(() => this.#turn(), 1);
	}

	add(group: Group): void {
		for (const writer of group.clients.keys()) {
			this.#later({ group, writer, left: 0, burst: 0 }, Math.random() * 3_000);
		}
	}

	stop(): void {
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#later(typist: Typist, ms: number): void {
		const delay = Math.min(WHEEL_MS - 1, Math.max(1, Math.round(ms)));
		this.#wheel[(this.#at + delay) % WHEEL_MS]?.push(typist);
	}

	#turn(): void {
		const now = Math.floor(performance.now() - this.#startedAt);
		while (this.#at < now) {
			this.#at += 1;
			const due = this.#wheel[this.#at % WHEEL_MS] ?? [];
			if (due.length === 0) continue;
			this.#wheel[this.#at % WHEEL_MS] = [];
			this.lag.add(performance.now() - this.#startedAt - this.#at);
			for (const typist of due) this.#type(typist);
		}
		this.#timer = setTimeout(() => this.#turn(), 1);
	}

	#type(typist: Typist): void {
		if (typist.left === 0) {
			typist.burst = SHORTEST_BURST + Math.floor(Math.random() * (LONGEST_BURST - SHORTEST_BURST));
			typist.left = typist.burst;
		}
		typist.left -= 1;
		typist.group.clients[typist.writer]?.type(typist.group, true);
		this.keys += 1;
		const key = FASTEST_KEY_MS + Math.random() * (SLOWEST_KEY_MS - FASTEST_KEY_MS);
		const pause = typist.burst * (1_000 / KEYS_PER_SECOND - MEAN_KEY_MS) * (0.5 + Math.random());
		this.#later(typist, typist.left > 0 ? key : key + pause);
	}
}
