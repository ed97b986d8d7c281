import type { Presence } from "./boards.ts";

/**
 * Who has a line. A participant is offline only after `graceMs` without one, so that a reload of the page does not
 * flicker on everybody's screen. Never stored.
 */
export class PresenceTracker {
	readonly #graceMs: number;
	readonly #changed: () => void;
	readonly #lines = new Map<string, number>();
	readonly #leaving = new Map<string, NodeJS.Timeout>();
	#online: Presence = new Set();

	constructor(graceMs: number, changed: () => void) {
		this.#graceMs = graceMs;
		this.#changed = changed;
	}

	get online(): Presence {
		return this.#online;
	}

	enter(participant: string): void {
		this.#lines.set(participant, (this.#lines.get(participant) ?? 0) + 1);
		clearTimeout(this.#leaving.get(participant));
		this.#leaving.delete(participant);
		if (this.#online.has(participant)) return;
		this.#online = new Set([...this.#online, participant]);
		this.#changed();
	}

	leave(participant: string): void {
		const lines = (this.#lines.get(participant) ?? 0) - 1;
		if (lines > 0) {
			this.#lines.set(participant, lines);
			return;
		}
		this.#lines.delete(participant);
		const timer = setTimeout(() => this.#gone(participant), this.#graceMs);
		timer.unref();
		clearTimeout(this.#leaving.get(participant));
		this.#leaving.set(participant, timer);
	}

	stop(): void {
		for (const timer of this.#leaving.values()) clearTimeout(timer);
		this.#leaving.clear();
	}

	#gone(participant: string): void {
		this.#leaving.delete(participant);
		this.#online = new Set([...this.#online].filter((id) => id !== participant));
		this.#changed();
	}
}
