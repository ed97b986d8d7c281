import { Client, type Seat } from "./client.ts";
import { Latency } from "./latency.ts";
import { WRITERS } from "./script.ts";

/** What is counted over all groups of a run. */
export class Tally {
	/** From a keystroke to each other screen. */
	readonly toScreens = new Latency();
	/** From a keystroke to the word that it is on disk; Arena alone gives it. */
	readonly toDisk = new Latency();
	/** Keystrokes that reached another screen. */
	delivered = 0;
	/** Keystrokes before this moment count for nothing but completeness. */
	#from = Number.POSITIVE_INFINITY;

	/** Begins to count. */
	start(): void {
		this.toScreens.clear();
		this.toDisk.clear();
		this.delivered = 0;
		this.#from = performance.now();
	}

	counts(sentAt: number): boolean {
		return sentAt >= this.#from;
	}
}

/** Five people in one document. */
export class Group {
	readonly clients: Client[];
	/** When each writer's keystrokes were sent, in monotonic milliseconds. */
	readonly sentAt: number[][] = Array.from({ length: WRITERS }, () => []);
	/** Steps that arrived after later ones, or not at all. */
	gaps = 0;
	readonly #tally: Tally;
	readonly #savedBefore: number[] = [0, 0, 0, 0, 0];
	/** Document messages of each writer that were no keystrokes: its answer to the server's step 1. */
	readonly #handshake: number;

	constructor(seats: readonly Seat[], tally: Tally) {
		this.#tally = tally;
		this.#handshake = 1;
		this.clients = seats.map((seat, writer) => new Client(seat, { writer, group: this }));
	}

	async ready(): Promise<void> {
		const synced = await Promise.all(this.clients.map((client) => client.synced));
		if (synced.includes(false)) throw new Error("a server did not let everybody in");
	}

	delivered(writer: number, from: number, to: number): void {
		const now = performance.now();
		const tally = this.#tally;
		for (let step = from; step < to; step += 1) {
			const sentAt = this.sentAt[writer]?.[step] ?? Number.NaN;
			tally.delivered += 1;
			if (tally.counts(sentAt)) tally.toScreens.add(now - sentAt);
		}
	}

	saved(writer: number, count: number): void {
		const now = performance.now();
		const steps = count - this.#handshake;
		for (let step = this.#savedBefore[writer] ?? 0; step < steps; step += 1) {
			const sentAt = this.sentAt[writer]?.[step] ?? Number.NaN;
			if (this.#tally.counts(sentAt)) this.#tally.toDisk.add(now - sentAt);
		}
		this.#savedBefore[writer] = Math.max(steps, 0);
	}

	/** Keystrokes that have not reached every other screen of the group. */
	missing(): number {
		let missing = 0;
		for (const [writer, { sent }] of this.clients.entries()) {
			for (const [reader, { arrived }] of this.clients.entries()) {
				if (reader !== writer) missing += sent - (arrived[writer] ?? 0);
			}
		}
		return missing;
	}

	/** How many steps of each writer anybody else has seen. */
	seen(): number[] {
		return this.clients.map((_, writer) =>
			Math.max(...this.clients.map(({ arrived }, reader) => (reader === writer ? 0 : (arrived[writer] ?? 0)))),
		);
	}

	get lost(): boolean {
		return this.clients.some(({ lost }) => lost);
	}

	leave(): void {
		for (const client of this.clients) client.leave();
	}
}
