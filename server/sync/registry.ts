import type { Room } from "./room.ts";

interface Slot {
	/** Null where there is no such document. */
	room: Promise<Room | null>;
	/** The same once it is there. */
	loaded: Room | null;
	/** Connections in it or on their way in. */
	holds: number;
	timer: NodeJS.Timeout | null;
	/** Set when the room may not be entered any more; resolves when it is gone. */
	retiring: Promise<void> | null;
}

export interface RegistryOptions {
	/** Opens a room; throws when it cannot be loaded. `broken` is to be called when the room is no longer to be used. */
	open(documentId: string, broken: () => void): Promise<Room | null>;
	unloadAfterMs: number;
	compactRowsAtUnload: number;
	/** How long compacting may go on when everything closes. */
	compactAtCloseMs: number;
}

/**
 * The open documents of this process, each at most once. A document stays open for a while after the last one left;
 * coming back in that time keeps it. One that could not be loaded is forgotten at once, so that the next attempt loads
 * again.
 */
export class Registry {
	readonly #options: RegistryOptions;
	readonly #slots = new Map<string, Slot>();
	#closed = false;

	constructor(options: RegistryOptions) {
		this.#options = options;
	}

	get size(): number {
		return this.#slots.size;
	}

	/** The document's room, kept open until `release`. Null where there is no such document; throws when unreadable. */
	async acquire(documentId: string): Promise<Room | null> {
		for (;;) {
			const slot = this.#slots.get(documentId) ?? this.#open(documentId);
			if (slot.retiring !== null) {
				await slot.retiring;
				continue;
			}
			const room = await this.#enter(slot);
			if (room === null || slot.retiring === null) {
				return room;
			}
			slot.holds -= 1;
		}
	}

	/** Takes back what `acquire` gave. */
	release(room: Room): void {
		const slot = this.#slots.get(room.documentId);
		// A broken room may be released when another has taken its place.
		if (slot?.loaded !== room) {
			return;
		}
		slot.holds -= 1;
		if (slot.holds === 0 && slot.retiring === null && !this.#closed) {
			this.#unloadLater(room, slot);
		}
	}

	/** The room, if it is open and sound; not kept open. */
	async peek(documentId: string): Promise<Room | null> {
		const slot = this.#slots.get(documentId);
		return slot === undefined || slot.retiring !== null ? null : await slot.room;
	}

	/** Waits until nothing is on its way to the disk, then forgets all rooms. */
	async close(): Promise<void> {
		this.#closed = true;
		const until = performance.now() + this.#options.compactAtCloseMs;
		const slots = [...this.#slots.values()];
		for (const slot of slots) {
			clearTimer(slot);
		}
		await Promise.allSettled(
			slots.map(async (slot) => {
				const room = await slot.room;
				await room?.settled();
				// Nothing hangs on it: whoever opens a document that was not compacted waits a little longer.
				if (performance.now() < until) {
					await room?.compact(this.#options.compactRowsAtUnload);
				}
				room?.dispose();
			}),
		);
		this.#slots.clear();
	}

	#open(documentId: string): Slot {
		const slot: Slot = { room: Promise.resolve(null), loaded: null, holds: 0, timer: null, retiring: null };
		slot.room = this.#options.open(documentId, () => this.#retire(documentId, slot));
		this.#slots.set(documentId, slot);
		const forget = () => {
			if (this.#slots.get(documentId) === slot) {
				this.#slots.delete(documentId);
			}
		};
		slot.room.then((room) => {
			slot.loaded = room;
			if (room === null) {
				forget();
			}
		}, forget);
		return slot;
	}

	async #enter(slot: Slot): Promise<Room | null> {
		slot.holds += 1;
		clearTimer(slot);
		return await slot.room;
	}

	/** A broken room: whoever asks next waits until its last write has ended and then loads anew. */
	#retire(documentId: string, slot: Slot): void {
		clearTimer(slot);
		slot.retiring ??= (async () => {
			const room = await slot.room;
			await room?.settled();
			this.#slots.delete(documentId);
			room?.dispose();
		})();
	}

	#unloadLater(room: Room, slot: Slot): void {
		clearTimer(slot);
		slot.timer = setTimeout(() => void this.#unload(room, slot), this.#options.unloadAfterMs);
	}

	/** Nothing is left to save; a shorter log only makes the next loading quicker. */
	async #unload(room: Room, slot: Slot): Promise<void> {
		slot.timer = null;
		await room.settled();
		await room.compact(this.#options.compactRowsAtUnload);
		if (slot.holds > 0 || slot.retiring !== null || this.#slots.get(room.documentId) !== slot) {
			return;
		}
		if (!room.isIdle) {
			this.#unloadLater(room, slot);
			return;
		}
		this.#slots.delete(room.documentId);
		room.dispose();
	}
}

function clearTimer(slot: Slot): void {
	if (slot.timer !== null) {
		clearTimeout(slot.timer);
		slot.timer = null;
	}
}
