import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { decodeAwareness, encodeAwareness, type PresenceEntry } from "./codec.ts";
import type { SyncLimits } from "./limits.ts";
import { PresencePace, type PresencePaceLimits } from "./presence-pace.ts";
import { PresenceStamp, type PresenceUser } from "./presence-state.ts";
import { type PresenceChange, Tick } from "./tick.ts";

/** A connection as presence sees it. */
export interface PresencePeer {
	readonly author: string;
	readonly user: PresenceUser;
	hear(tick: Tick): void;
}

type PresenceLimits = Pick<SyncLimits, "awarenessBytes" | "updateBytes" | "presenceEveryMs"> & PresencePaceLimits;

interface Presence extends PresenceEntry {
	/** The connection that speaks under this id. */
	peer: PresencePeer;
}

/**
 * Who is in a document right now. Never stored. Each connection has one client id, the first it uses; entries under
 * any other id are dropped (y-websocket's provider repeats what it hears of others). Changes leave with the next commit,
 * or after a few milliseconds where there is none, as one message; the last state of each id wins, also where one
 * connection says more than it may.
 */
export class Awareness {
	readonly #reserve: (client: number, author: string) => boolean;
	readonly #limits: PresenceLimits;
	readonly #commitIsNear: () => boolean;
	readonly #peers = new Map<PresencePeer, { stamp: PresenceStamp; pace: PresencePace<PresenceEntry[]> }>();
	readonly #present = new Map<number, Presence>();
	readonly #idOf = new Map<PresencePeer, number>();
	/** Entries to send, by client id. */
	readonly #changed = new Map<number, PresenceChange>();
	#timer: NodeJS.Timeout | null = null;

	/**
	 * `reserve`: whether a client id is free or this author's, keeping it for them. `commitIsNear`: whether a commit is
	 * under way that will take along what changed.
	 */
	constructor(
		reserve: (client: number, author: string) => boolean,
		limits: PresenceLimits,
		commitIsNear: () => boolean = () => false,
	) {
		this.#reserve = reserve;
		this.#limits = limits;
		this.#commitIsNear = commitIsNear;
	}

	/** Lets a connection hear the others. Returns who is here, or null where nobody is. */
	join(peer: PresencePeer): Uint8Array | null {
		const pace = new PresencePace<PresenceEntry[]>(this.#limits, (entries) => {
			// What waited may have been overtaken by another connection of the same browser.
			for (const entry of entries.filter(({ client, clock }) => this.#mayUse(peer, client, clock))) {
				this.#take(peer, entry);
			}
		});
		this.#peers.set(peer, { stamp: new PresenceStamp(peer.user), pace });
		return this.#present.size > 0 ? this.everyone() : null;
	}

	leave(peer: PresencePeer): void {
		this.#peers.get(peer)?.pace.end();
		this.#peers.delete(peer);
		const client = this.#idOf.get(peer);
		this.#idOf.delete(peer);
		if (client !== undefined && this.#present.get(client)?.peer === peer) {
			this.#remove(client);
		}
	}

	/** All that is known, as one message; the answer to „query awareness“. */
	everyone(): Uint8Array {
		return encodeAwareness([...this.#present.values()]);
	}

	/** What changed and has not been sent: the caller's to send now. */
	take(): PresenceChange[] {
		const changes = [...this.#changed.values()];
		this.#changed.clear();
		return changes;
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
		if (own.length > 0) {
			this.#peers.get(peer)?.pace.say(own);
		}
		return accepted(undefined);
	}

	dispose(): void {
		for (const { pace } of this.#peers.values()) {
			pace.end();
		}
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
		const stamped = this.#peers.get(peer)?.stamp.stamp(state) ?? null;
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
		if (!this.#commitIsNear()) {
			this.#timer ??= setTimeout(() => this.#flush(), this.#limits.presenceEveryMs);
		}
	}

	#flush(): void {
		this.#timer = null;
		const changes = this.take();
		if (changes.length > 0) {
			const tick = new Tick([], changes, noUpdates);
			for (const peer of this.#peers.keys()) {
				peer.hear(tick);
			}
		}
	}
}

/** Presence alone is never made up for, so nobody asks a tick without updates what was before it. */
function noUpdates(): never {
	throw new Error("a tick without updates leaves nobody behind");
}
