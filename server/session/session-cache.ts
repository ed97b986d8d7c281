import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { asError } from "../as-error.ts";
import { LiveSession, type LiveSessionOptions } from "./live-session.ts";
import { readSession } from "./stored-session.ts";

interface Entry {
	session: Promise<LiveSession | null>;
	loaded: LiveSession | null;
	holds: number;
	idle: NodeJS.Timeout | undefined;
}

interface SessionCacheOptions extends LiveSessionOptions {
	idleMs: number;
}

/** A session that stays in memory until it is released. */
export interface Hold {
	session: LiveSession;
	release(): void;
}

/**
 * The sessions in memory. Each is loaded once, however many ask at the same time, and put away when nobody has held it
 * for `idleMs`. What cannot be loaded is `unavailable`, never taken for missing.
 */
export class SessionCache {
	readonly #options: SessionCacheOptions;
	readonly #entries = new Map<string, Entry>();

	constructor(options: SessionCacheOptions) {
		this.#options = options;
	}

	/** The session if it is in memory at this moment. */
	loaded(workshopId: string): LiveSession | null {
		return this.#entries.get(workshopId)?.loaded ?? null;
	}

	/** Refused `not-found`, `ended` (erased) or `unavailable`. */
	async hold(workshopId: string): Promise<Result<Hold>> {
		const entry = this.#entries.get(workshopId) ?? this.#load(workshopId);
		entry.holds += 1;
		clearTimeout(entry.idle);
		let held = true;
		const release = (): void => {
			if (!held) return;
			held = false;
			this.#release(workshopId, entry);
		};
		try {
			const session = await entry.session;
			if (session !== null && !session.erased) return accepted({ session, release });
			release();
			const erased = session !== null || (await this.#options.storage.findErasure(workshopId)) !== null;
			return refusal(erased ? "ended" : "not-found");
		} catch (error) {
			release();
			this.#options.logger.error("a session could not be loaded", { error: asError(error) });
			return refusal("unavailable");
		}
	}

	/** Holds the session while `act` runs. */
	async use<Value>(
		workshopId: string,
		act: (session: LiveSession) => Result<Value> | Promise<Result<Value>>,
	): Promise<Result<Value>> {
		const hold = await this.hold(workshopId);
		if (!hold.ok) return hold;
		try {
			return await act(hold.value.session);
		} finally {
			hold.value.release();
		}
	}

	/** Waits until every queue is through, and puts all sessions away. */
	async close(): Promise<void> {
		const entries = [...this.#entries.values()];
		this.#entries.clear();
		for (const entry of entries) {
			clearTimeout(entry.idle);
			const session = entry.loaded;
			if (session === null) continue;
			await session.queue(async () => session.stop());
		}
	}

	#load(workshopId: string): Entry {
		const session = readSession(this.#options.storage, this.#options, workshopId).then(async (stored) => {
			if (stored === null) return null;
			const loaded = new LiveSession(stored, this.#options);
			// Who looks is to see it done. Where the store takes nothing just now, the session can be read all the same.
			await loaded.catchUp().catch((error: unknown) => {
				this.#options.logger.error("what was due could not be done", { error: asError(error) });
			});
			return loaded;
		});
		const entry: Entry = { session, loaded: null, holds: 0, idle: undefined };
		this.#entries.set(workshopId, entry);
		session.then(
			(loaded) => {
				entry.loaded = loaded;
			},
			// Whoever holds the entry gets the failure; the next to ask tries again.
			() => this.#forget(workshopId, entry),
		);
		return entry;
	}

	#release(workshopId: string, entry: Entry): void {
		entry.holds -= 1;
		if (entry.holds > 0) return;
		if (entry.loaded === null || entry.loaded.erased) {
			this.#forget(workshopId, entry);
			return;
		}
		entry.idle = setTimeout(() => this.#forget(workshopId, entry), this.#options.idleMs);
		entry.idle.unref();
	}

	#forget(workshopId: string, entry: Entry): void {
		if (this.#entries.get(workshopId) === entry) this.#entries.delete(workshopId);
		clearTimeout(entry.idle);
		entry.loaded?.stop();
	}
}
