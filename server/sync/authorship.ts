import * as Y from "yjs";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { ClockRange } from "./clock-range.ts";
import type { DecodedUpdate } from "./update-decode.ts";

/** What an update adds to a document, once it is known to be its author's to add. */
export interface Contribution {
	/** Nothing in it that the document, with all that is on its way to the disk, does not hold. */
	nothingNew: boolean;
	/** Client ids that it uses first. */
	claims: readonly number[];
	/** Content that it depends on is missing. */
	gap: boolean;
}

const NEXT_WORD = accepted<Contribution>({ nothingNew: false, claims: [], gap: false });

/**
 * Who wrote what in one document. A Yjs client id belongs to whoever used it first, in content or in presence; nobody
 * else may add content under it or delete what does not exist yet (a deletion in advance would eat the owner's next
 * words).
 */
export class Authorship {
	readonly #source: { readonly doc: Y.Doc };
	readonly #owners: Map<number, string>;
	/** Ids seen in presence only, by author, the oldest first. */
	readonly #reserved = new Map<string, Set<number>>();
	readonly #reservedBy = new Map<number, string>();
	/**
	 * Clocks reached by the document and, where they follow without a gap, by updates on their way to the disk; of the
	 * clients that were asked about since the document last changed.
	 */
	readonly #reached = new Map<number, number>();
	/** The other content on its way to the disk, beyond what is known. */
	#ahead: ClockRange[] = [];

	/**
	 * `source`: of the document, which is not asked for before something is judged. `owners`: as the store has them; taken
	 * over.
	 */
	constructor(source: { readonly doc: Y.Doc }, owners: Map<number, string>) {
		this.#source = source;
		this.#owners = owners;
	}

	/** Judges an update of `author`; changes nothing. `said`: the same with what was left out of it as known. */
	judge(update: DecodedUpdate, author: string, said = update): Result<Contribution> {
		if (said === update && this.#isNextWord(update, author)) {
			return NEXT_WORD;
		}
		const claims = new Set<number>();
		const { reached, gap: leavesOut } = this.#reach(said);
		let gap = leavesOut || this.#refersToMissing(said, reached);
		let nothingNew = true;
		for (const range of update.ranges) {
			if (range.to <= this.known(range.client)) {
				continue;
			}
			nothingNew = false;
			if (!this.#mayUse(range.client, author, claims)) {
				return refusal("forbidden", "content under somebody else's client id");
			}
		}
		// What others will write nobody has seen: they stand beside it only who made it up.
		for (const { client, clock } of update.references) {
			if (clock >= this.known(client) && !this.#mayUse(client, author, claims)) {
				return refusal("forbidden", "stands beside somebody else's future content");
			}
		}
		for (const range of update.deletes) {
			const known = Math.max(this.known(range.client), reached.get(range.client) ?? 0);
			if (range.to > known) {
				gap = true;
				if (!this.#mayUse(range.client, author, claims)) {
					return refusal("forbidden", "deletes somebody else's future content");
				}
			}
			nothingNew &&= this.#isDeleted(range);
		}
		return accepted({ nothingNew, claims: [...claims], gap });
	}

	/** The clocks that an update takes its clients to, and whether it leaves something out before them. */
	#reach({ ranges }: DecodedUpdate): { reached: Map<number, number>; gap: boolean } {
		const reached = new Map<number, number>();
		let gap = false;
		for (const { client, from, to } of ranges) {
			const known = Math.max(this.known(client), reached.get(client) ?? 0);
			if (to > known) {
				gap ||= from > known;
				reached.set(client, to);
			}
		}
		return { reached, gap };
	}

	/** The clock up to which a client's content is there, or on its way to the disk, without a gap. */
	known(client: number): number {
		const reached = this.#reached.get(client);
		if (reached !== undefined) {
			return reached;
		}
		const clock = Y.getState(this.#source.doc.store, client);
		// Made-up clients take no memory.
		if (clock > 0) {
			this.#reached.set(client, clock);
		}
		return clock;
	}

	/** Content on its way to the disk that will have to wait for what is missing. */
	get ahead(): readonly ClockRange[] {
		return this.#ahead;
	}

	/** Whose content stands under an id; undefined where nobody's does. */
	ownerOf(client: number): string | undefined {
		return this.#owners.get(client);
	}

	/** Whether an id is known to be somebody else's. */
	isForeign(client: number, author: string): boolean {
		const owner = this.#owners.get(client) ?? this.#reservedBy.get(client);
		return owner !== undefined && owner !== author;
	}

	/** Takes an accepted update for on its way: later ones are judged with it in mind. */
	expect(update: DecodedUpdate, author: string, claims: readonly number[]): void {
		this.own(author, claims);
		this.#follow(update);
	}

	/** Gives client ids to their author for good. */
	own(author: string, claims: readonly number[]): void {
		for (const client of claims) {
			this.#owners.set(client, author);
			this.#release(client);
		}
	}

	/** After a commit: `waiting` are the updates still on their way, in order; all others are applied. */
	settle(waiting: Iterable<DecodedUpdate>): void {
		this.#reached.clear();
		this.#ahead = [];
		for (const update of waiting) {
			this.#follow(update);
		}
	}

	/**
	 * Keeps a client id that shows in presence for its author until its first content. Each author holds at most
	 * `most` such ids; the oldest is given up first. False when the id is somebody else's.
	 */
	reserve(client: number, author: string, most = 64): boolean {
		const owner = this.#owners.get(client) ?? this.#reservedBy.get(client);
		if (owner !== undefined) {
			return owner === author;
		}
		const own = this.#reserved.get(author) ?? new Set();
		this.#reserved.set(author, own.add(client));
		this.#reservedBy.set(client, author);
		const [oldest] = own;
		if (own.size > most && oldest !== undefined) {
			this.#release(oldest);
		}
		return true;
	}

	#release(client: number): void {
		const author = this.#reservedBy.get(client);
		if (author !== undefined) {
			this.#reservedBy.delete(client);
			this.#reserved.get(author)?.delete(client);
		}
	}

	#mayUse(client: number, author: string, claims: Set<number>): boolean {
		const owner = this.#owners.get(client);
		if (owner !== undefined) {
			return owner === author;
		}
		const reservedBy = this.#reservedBy.get(client);
		if (reservedBy !== undefined && reservedBy !== author) {
			return false;
		}
		claims.add(client);
		return true;
	}

	/** Whether an update only puts its author's next words beside what is there: nearly all do. */
	#isNextWord({ ranges, deletes, references }: DecodedUpdate, author: string): boolean {
		const range = ranges[0];
		if (range === undefined || ranges.length > 1 || deletes.length > 0) {
			return false;
		}
		const { client, from, to } = range;
		return (
			this.#owners.get(client) === author &&
			from <= this.known(client) &&
			to > this.known(client) &&
			references.every((at) => at.clock < (at.client === client ? to : this.known(at.client)))
		);
	}

	#follow(update: DecodedUpdate): void {
		// Where anything in it has to wait, what comes of the rest shows in the document only.
		const waits =
			update.references.some(({ client, clock }) => clock >= this.known(client)) &&
			this.#refersToMissing(update, this.#reach(update).reached);
		for (const range of update.ranges) {
			const known = this.known(range.client);
			if (waits || range.from > known) {
				this.#ahead.push(range);
			} else if (range.to > known) {
				this.#reached.set(range.client, range.to);
			}
		}
	}

	/** Whether something stands beside or inside what neither the document nor the update holds. */
	#refersToMissing(update: DecodedUpdate, reached: ReadonlyMap<number, number>): boolean {
		return update.references.some(
			({ client, clock }) => clock >= Math.max(this.known(client), reached.get(client) ?? 0),
		);
	}

	#isDeleted({ client, from, to }: ClockRange): boolean {
		if (to > Y.getState(this.#source.doc.store, client)) {
			return false;
		}
		const structs = this.#source.doc.store.clients.get(client) ?? [];
		for (let index = Y.findIndexSS(structs, from); index < structs.length; index += 1) {
			const struct = structs[index];
			if (struct === undefined || struct.id.clock >= to) {
				return true;
			}
			if (!struct.deleted) {
				return false;
			}
		}
		return true;
	}
}
