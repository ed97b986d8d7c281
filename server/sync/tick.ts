import { encodeAwareness, encodeSaved, type PresenceEntry } from "./codec.ts";
import { FrameBatch } from "./frame-batch.ts";

/** A peer's news: a message for the others, or null for what held nothing new and only counts as saved. */
export interface Said {
	peer: object;
	message: Uint8Array | null;
}

export interface PresenceChange {
	entry: PresenceEntry;
	/** Whose connection it came by. */
	from: object;
}

/**
 * All that a document has to say at one moment: what one commit brought, and presence as it is by then. Nobody hears
 * what they said themselves; all who said nothing share one batch, made once.
 */
export class Tick {
	readonly hasUpdates: boolean;
	readonly #said: readonly Said[];
	readonly #presence: readonly PresenceChange[];
	readonly #before: () => Uint8Array;
	#forAll: FrameBatch | null = null;
	#forAllQuietly: FrameBatch | null = null;

	/** `before`: the document's state vector without this tick. */
	constructor(said: readonly Said[], presence: readonly PresenceChange[], before: () => Uint8Array) {
		this.#said = said;
		this.#presence = presence;
		this.#before = before;
		this.hasUpdates = said.some(({ message }) => message !== null);
	}

	/** Whether there is news for others than those who only hear that they are saved. */
	get isForAll(): boolean {
		return this.#presence.length > 0 || this.hasUpdates;
	}

	/** How many of this peer's document messages are on durable storage now, or held nothing new. */
	savedOf(peer: object): number {
		let count = 0;
		for (const said of this.#said) {
			count += said.peer === peer ? 1 : 0;
		}
		return count;
	}

	stateVectorBefore(): Uint8Array {
		return this.#before();
	}

	/** What a peer hears, none of it its own. `quietly`: without presence. `saved`: its new count, if it grew. */
	batchFor(peer: object, quietly: boolean, saved: number | null): FrameBatch {
		if (saved === null && !this.#presence.some(({ from }) => from === peer)) {
			return this.#shared(quietly);
		}
		const messages = this.#updates(peer);
		const others = quietly ? [] : this.#presence.filter(({ from }) => from !== peer);
		if (others.length > 0) {
			messages.push(encodePresence(others));
		}
		if (saved !== null) {
			messages.push(encodeSaved(saved));
		}
		return new FrameBatch(messages);
	}

	#shared(quietly: boolean): FrameBatch {
		if (quietly) {
			this.#forAllQuietly ??= new FrameBatch(this.#updates(null));
			return this.#forAllQuietly;
		}
		if (this.#forAll === null) {
			const messages = this.#updates(null);
			if (this.#presence.length > 0) {
				messages.push(encodePresence(this.#presence));
			}
			this.#forAll = new FrameBatch(messages);
		}
		return this.#forAll;
	}

	#updates(except: object | null): Uint8Array[] {
		const messages: Uint8Array[] = [];
		for (const { peer, message } of this.#said) {
			if (message !== null && peer !== except) {
				messages.push(message);
			}
		}
		return messages;
	}
}

function encodePresence(changes: readonly PresenceChange[]): Uint8Array {
	return encodeAwareness(changes.map(({ entry }) => entry));
}
