import type { CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { Peer } from "./peer.ts";
import type { Tick } from "./tick.ts";

/** How often the same peer is asked for what is missing, in milliseconds. */
const ASK_AGAIN_MS = 2_000;

/** The connections in one document, and how they are told. */
export class Audience {
	readonly #peers = new Set<Peer>();
	/** When a peer was last asked for what is missing. */
	readonly #asked = new WeakMap<Peer, number>();

	get isEmpty(): boolean {
		return this.#peers.size === 0;
	}

	add(peer: Peer): void {
		this.#peers.add(peer);
	}

	delete(peer: Peer): void {
		this.#peers.delete(peer);
	}

	/** How many connections one author has here. */
	connectionsOf(author: string): number {
		let count = 0;
		for (const peer of this.#peers) {
			count += peer.author === author ? 1 : 0;
		}
		return count;
	}

	/** Tells a commit: to the others first, so that whoever hears that something is saved can rely on their having it. */
	tell(tick: Tick, speakers: ReadonlySet<Peer>): void {
		if (tick.isForAll) {
			for (const peer of this.#peers) {
				if (tick.savedOf(peer) === 0) {
					peer.hear(tick);
				}
			}
		}
		for (const peer of speakers) {
			if (this.#peers.has(peer)) {
				peer.hear(tick);
			}
		}
	}

	/** Asks these for what is missing, but nobody all the time. `now`: epoch milliseconds. */
	ask(peers: Iterable<Peer>, step1: Uint8Array, now: number): void {
		for (const peer of peers) {
			if (Math.abs(now - (this.#asked.get(peer) ?? 0)) > ASK_AGAIN_MS) {
				this.#asked.set(peer, now);
				peer.send(step1);
			}
		}
	}

	/** Sends everybody away. */
	close(code: CloseCode): void {
		for (const peer of [...this.#peers]) {
			peer.close(code);
		}
	}
}
