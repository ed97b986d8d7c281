import { steers } from "../../worksheets/contract/roles.ts";
import { WATCHERS, type WatchedView } from "../../worksheets/contract/snapshot.ts";
import type { Actor } from "../access/actor.ts";

type Watcher = WatchedView["by"][number];

/** Who looks into which documents, by document. Replaced, never changed. */
export type Watched = ReadonlyMap<string, WatchedView>;

/**
 * Whoever is no participant and has a line to a sheet at this moment: counted by lines, because a line is what the
 * text travels on. Nothing that a browser says of itself counts. Never stored: with the process all lines are gone.
 */
export class WatchBoard {
	/** By document and kind of watcher: how many lines. */
	readonly #lines = new Map<string, Map<Watcher, number>>();
	#watched: Watched = new Map();

	/** A new map where somebody has come or gone since the last look. */
	get watched(): Watched {
		return this.#watched;
	}

	/** Counts a line that was opened. Returns whether that is news. */
	enter(document: string, actor: Actor): boolean {
		return this.#count(document, actor, 1);
	}

	/** Counts a line that has ended. Returns whether that is news. */
	leave(document: string, actor: Actor): boolean {
		return this.#count(document, actor, -1);
	}

	#count(document: string, actor: Actor, by: 1 | -1): boolean {
		const kind = kindOf(actor);
		if (kind === null) return false;
		const kinds = this.#lines.get(document) ?? new Map<Watcher, number>();
		const before = kinds.get(kind) ?? 0;
		kinds.set(kind, before + by);
		this.#lines.set(document, kinds);
		if (before > 0 === before + by > 0) return false;
		this.#tell(document, kinds);
		return true;
	}

	#tell(id: string, kinds: ReadonlyMap<Watcher, number>): void {
		const by = WATCHERS.filter((kind) => (kinds.get(kind) ?? 0) > 0);
		const watched = new Map(this.#watched);
		if (by.length > 0) watched.set(id, { id, by });
		else {
			watched.delete(id);
			this.#lines.delete(id);
		}
		this.#watched = watched;
	}
}

function kindOf({ role }: Actor): Watcher | null {
	if (steers(role)) return "facilitation";
	return role === "observer" ? "observers" : null;
}
