import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { decodeAwareness, encodeAwareness, type PresenceEntry } from "./codec.ts";
import type { SyncLimits } from "./limits.ts";
import { type PresenceUser, stampPresence } from "./presence-state.ts";

/** A connection as presence sees it. */
export interface PresencePeer {
	readonly author: string;
	readonly user: PresenceUser;
	/** A frame that a slow reader may go without. */
	sendPresence(frame: Uint8Array): void;
}

type PresenceLimits = Pick<SyncLimits, "awarenessBytes" | "updateBytes" | "presenceEveryMs">;

interface Presence extends PresenceEntry {
	/** The connection that speaks under this id. */
	peer: PresencePeer;
}

/**
 * Who is in a document right now. Never stored. Each connection has one client id, the first it uses; entries under
 * any other id are dropped (y-websocket's provider repeats what it hears of others). Changes within a few milliseconds
 * leave as one frame, the last state of each id winning.
 */
export class Awareness {
	readonly #reserve: (client: number, author: string) => boolean;
	readonly #limits: PresenceLimits;
	readonly #peers = new Set<PresencePeer>();
	readonly #present = new Map<number, Presence>();
	readonly #idOf = new Map<PresencePeer, number>();
	/** Entries to send, by client id; `from` is the connection that need not hear it. */
	readonly #changed = new Map<number, { entry: PresenceEntry; from: PresencePeer }>();
	#timer: NodeJS.Timeout | null = null;

	/** `reserve`: whether a client id is free or this author's, keeping it for them. */
	constructor(reserve: (client: number, author: string) => boolean, limits: PresenceLimits) {
		this.#reserve = reserve;
		this.#limits = limits;
	}

	/** Lets a connection hear the others, beginning with who is here. */
	join(peer: PresencePeer): void {
		this.#peers.add(peer);
		if (this.#present.size > 0) {
			this.answer(peer);
		}
	}

	leave(peer: PresencePeer): void {
		this.#peers.delete(peer);
		const client = this.#idOf.get(peer);
		this.#idOf.delete(peer);
		if (client !== undefined && this.#present.get(client)?.peer === peer) {
			this.#remove(client);
		}
	}

	/** Sends a connection all that is known; the answer to „query awareness“. */
	answer(peer: PresencePeer): void {
		peer.sendPresence(encodeAwareness([...this.#present.values()]));
	}

	receive(peer: PresencePeer, payload: Uint8Array): Result<void> {
		// A provider repeats what it heard of a full room: far more than one's own state may be.
		if (payload.length > this.#limits.updateBytes) {
			return refusal("too-large", "awareness too large");
		}
		const entries = decodeAwareness(payload);
		if (!entries.ok) {
			return entries;
		}
		const own = entries.value.filter(({ client, clock }) => this.#mayUse(peer, client, clock));
		if (own.some(({ state }) => state.length > this.#limits.awarenessBytes)) {
			return refusal("too-large", "awareness too large");
		}
		for (const entry of own) {
			this.#take(peer, entry);
		}
		return accepted(undefined);
	}

	dispose(): void {
		if (this.#timer !== null) {
			clearTimeout(this.#timer);
			this.#timer = null;
		}
	}

	#take(peer: PresencePeer, { client, clock, state }: PresenceEntry): void {
		const own = this.#idOf.get(peer);
		if (own !== undefined && own !== client) {
			return;
		}
		const before = this.#present.get(client);
		if (before !== undefined && clock < before.clock) {
			return;
		}
		const stamped = stampPresence(state, peer.user);
		if (stamped === null) {
			if (before !== undefined) {
				this.#remove(client, clock);
			}
			return;
		}
		this.#idOf.set(peer, client);
		this.#present.set(client, { client, clock, state: stamped, peer });
		this.#announce({ client, clock, state: stamped }, peer);
	}

	/** The connection's one id; a reconnected browser takes its id over from its former connection with a newer clock. */
	#mayUse(peer: PresencePeer, client: number, clock: number): boolean {
		const own = this.#idOf.get(peer);
		if (own !== undefined && own !== client) {
			return false;
		}
		const before = this.#present.get(client);
		if (before !== undefined && before.peer !== peer && (before.peer.author !== peer.author || clock <= before.clock)) {
			return false;
		}
		return this.#reserve(client, peer.author);
	}

	/** Receivers accept a removal at the clock they know, and a return only at a higher one. */
	#remove(client: number, clock?: number): void {
		const presence = this.#present.get(client);
		if (presence !== undefined) {
			this.#present.delete(client);
			this.#announce({ client, clock: clock ?? presence.clock, state: "null" }, presence.peer);
		}
	}

	#announce(entry: PresenceEntry, from: PresencePeer): void {
		this.#changed.set(entry.client, { entry, from });
		this.#timer ??= setTimeout(() => this.#flush(), this.#limits.presenceEveryMs);
	}

	#flush(): void {
		this.#timer = null;
		const changes = [...this.#changed.values()];
		this.#changed.clear();
		const frame = encodeAwareness(changes.map(({ entry }) => entry));
		const [only] = changes.length === 1 ? changes : [];
		for (const peer of this.#peers) {
			if (peer !== only?.from) {
				peer.sendPresence(frame);
			}
		}
	}
}
