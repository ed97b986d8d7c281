import * as Y from "yjs";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { asError } from "../as-error.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { DocumentRecord, NewSetBack, Storage } from "../storage/storage.ts";
import type { DocumentAccess } from "./access.ts";
import { Answers, encodeMissing } from "./answers.ts";
import { Audience } from "./audience.ts";
import { Authorship, type Contribution } from "./authorship.ts";
import { Awareness } from "./awareness.ts";
import { encodeStep1, encodeUpdate } from "./codec.ts";
import { type Checked, Gate } from "./gate.ts";
import { HeldReaders } from "./held-readers.ts";
import { Journal } from "./journal.ts";
import type { SyncLimits } from "./limits.ts";
import type { LoadedDocument } from "./loaded-document.ts";
import { LogKeeper } from "./log-keeper.ts";
import type { Peer } from "./peer.ts";
import { RoomDocument } from "./room-document.ts";
import { type Said, Tick } from "./tick.ts";
import { isEmptyUpdate } from "./update-check.ts";
import type { DecodedUpdate } from "./update-decode.ts";
import { writersOf } from "./writers.ts";

interface RoomEvents {
	/** The document changed; called after every commit. */
	changed(): void;
	/** A commit set the document back; called after `changed`. */
	setBack(): void;
	/** The document in memory can no longer be trusted to equal the store; all peers have been closed. */
	broken(): void;
	disposed(): void;
}

export interface RoomDeps {
	storage: Pick<Storage, "loadDocument" | "appendUpdate" | "compact">;
	clock: Clock;
	logger: Logger;
	limits: SyncLimits;
	isAllowedName: (name: string) => boolean;
	events: RoomEvents;
}

/** A document message on its way to the disk. */
interface Entry {
	peer: Peer;
	kind: "step2" | "update";
	/** Null when it holds nothing new. */
	fresh: Fresh | null;
}

interface Fresh {
	update: Uint8Array;
	decoded: DecodedUpdate;
	seq: number;
	at: number;
	/** Kept with it in the store. */
	setBack?: NewSetBack | undefined;
}

/**
 * One open document and the connections in it. An update is checked, appended and committed, and only then relayed,
 * acknowledged and applied: what anyone has seen is on disk.
 */
export class Room {
	readonly record: DocumentRecord;
	readonly #document: RoomDocument;
	readonly awareness: Awareness;
	readonly #deps: RoomDeps;
	readonly #authorship: Authorship;
	readonly #gate: Gate;
	readonly #journal: Journal<Entry>;
	readonly #audience = new Audience();
	readonly #log: LogKeeper;
	#lastChangeAt: number | null;
	readonly #answers: Answers;
	/** What is being told to everybody, and handed to the document after that. */
	#committing: readonly Entry[] = [];
	readonly #held: HeldReaders;
	#broken = false;

	constructor(loaded: LoadedDocument, deps: RoomDeps) {
		this.record = loaded.record;
		this.#deps = deps;
		this.#log = new LogKeeper(loaded, {
			...deps,
			compactRows: deps.limits.compactRows,
			warnBytes: deps.limits.documentWarnBytes,
			// What is private has no past: nobody may go back to it.
			keepHistory: loaded.record.scopeKind !== "participant",
		});
		this.#lastChangeAt = loaded.lastChangeAt;
		this.#document = new RoomDocument(loaded, {
			applied: (seq, bytes, at) => this.#log.applied(seq, bytes, at),
			caughtUp: () => {
				this.#gate.caughtUp();
				this.#log.compactSoon();
			},
			failed: (error) => this.#break("applying a checked update failed", error),
		});
		this.#answers = new Answers(this.#document);
		this.#authorship = new Authorship(loaded, loaded.owners);
		this.#gate = new Gate({
			...deps,
			document: this.#document,
			authorship: this.#authorship,
			logBytes: () => this.#log.bytes,
			waiting: () => this.#waitingUpdates(),
		});
		this.awareness = new Awareness(
			(client, author) => this.#authorship.reserve(client, author),
			deps.limits,
			() => this.#journal.isWriting,
		);
		this.#journal = new Journal<Entry>(loaded.seq, {
			durable: (entries) => {
				this.#commit(entries);
				this.#held.readOn();
			},
			failed: (error) => this.#break("append failed", error),
		});
		this.#held = new HeldReaders(() => this.#journal.length >= deps.limits.waitingUpdates);
	}

	/** The document with all that is on disk. */
	get doc(): Y.Doc {
		return this.#document.doc;
	}

	get documentId(): string {
		return this.record.id;
	}

	get workshopId(): string {
		return this.record.workshopId;
	}

	/** Epoch milliseconds; null when nothing was ever written. */
	get lastChangeAt(): number | null {
		return this.#lastChangeAt;
	}

	/** The same without what is still on its way to the disk: the moment that `doc` shows. */
	get appliedAt(): number | null {
		return this.#document.appliedAt;
	}

	/** Whose content the document holds: participants' ids and roles. */
	get writers(): string[] {
		return writersOf(this.doc, (client) => this.#authorship.ownerOf(client));
	}

	/** How many connections one author has here. */
	connectionsOf(author: string): number {
		return this.#audience.connectionsOf(author);
	}

	/** Lets a connection in: it is asked for what it has, told who is here, and hears every commit from now on. */
	join(peer: Peer): void {
		this.#audience.add(peer);
		const presence = this.awareness.join(peer);
		const step1 = this.#answers.step1();
		peer.send(...(presence === null ? [step1] : [step1, presence]));
	}

	leave(peer: Peer): void {
		this.#audience.delete(peer);
		this.awareness.leave(peer);
	}

	/** Whether so much is on its way to the disk that nothing more is to be read; `resume` is called when there is less. */
	holds(resume: () => void): boolean {
		return this.#held.holds(resume);
	}

	/** Answers step 1 with what the other side lacks. */
	answer(peer: Peer, stateVector: Uint8Array): Result<void> {
		const batch = this.#answers.step2(stateVector);
		if (batch === null) {
			return refusal("malformed", "not a state vector");
		}
		// The bytes are a view into what the socket read.
		peer.answer(batch, () => ({ stateVector: stateVector.slice(), as: "step2" }));
		return accepted(undefined);
	}

	/** What somebody who is at `stateVector` lacks, as an update; null where that is no state vector. */
	missing(stateVector: Uint8Array): Uint8Array | null {
		return encodeMissing(this.doc, stateVector);
	}

	/**
	 * Takes a document message. „denied“: it would change a document that this connection may only read; it is skipped
	 * and never counted. „queued“: it will be counted when it and all before it are on disk. `setBack`: what it carries
	 * out, where it is the server's own.
	 */
	submit(
		peer: Peer,
		kind: "step2" | "update",
		sent: Uint8Array,
		access: DocumentAccess,
		setBack?: NewSetBack,
	): Result<"queued" | "denied"> {
		if (isEmptyUpdate(sent)) {
			this.#journal.add({ peer, kind, fresh: null }, null);
			return accepted("queued");
		}
		const checked = this.#gate.check(sent, kind, peer.author);
		if (!checked.ok) {
			return checked;
		}
		const judged = this.#gate.judge(checked.value, kind, peer.author);
		if (access === "read") {
			if (!judged.ok || !judged.value.nothingNew) {
				return accepted("denied");
			}
		} else if (!judged.ok) {
			return judged;
		}
		if (judged.value.nothingNew) {
			this.#journal.add({ peer, kind, fresh: null }, null);
			return accepted("queued");
		}
		const bounded = this.#gate.checkBounds(checked.value, judged.value);
		if (!bounded.ok) {
			return bounded;
		}
		// What the server wrote itself, Yjs has placed.
		const placed = setBack === undefined ? this.#gate.checkPlaces(checked.value, peer.author) : accepted(undefined);
		if (!placed.ok) {
			return placed;
		}
		this.#append(peer, kind, checked.value, judged.value, setBack);
		return accepted("queued");
	}

	/**
	 * Checks an update that is to stay beside the document as it would one for it, and gives the client ids that it uses
	 * first to its author. What it builds upon has to be there. Gives what of it is to be kept.
	 */
	examine(sent: Uint8Array, author: string): Result<{ update: Uint8Array; claims: readonly number[] }> {
		const checked = this.#gate.check(sent, "step2", author);
		if (!checked.ok) {
			return checked;
		}
		const judged = this.#gate.judge(checked.value, "step2", author);
		if (!judged.ok) {
			return judged;
		}
		const { claims, gap } = judged.value;
		if (gap) {
			return refusal("invalid", "update: builds upon what is not there");
		}
		const bounded = this.#gate.checkBounds(checked.value, judged.value);
		if (!bounded.ok) {
			return bounded;
		}
		const placed = this.#gate.checkPlaces(checked.value, author);
		if (!placed.ok) {
			return placed;
		}
		this.#authorship.own(author, claims);
		return accepted({ update: checked.value.update, claims });
	}

	/** Whether the document in memory may no longer be used: nothing submitted would ever be saved. */
	get isBroken(): boolean {
		return this.#broken;
	}

	/** Resolves when nothing is on its way to the disk, whatever became of it. */
	async settled(): Promise<void> {
		await this.#journal.settled();
		await this.#log.settled();
	}

	get isIdle(): boolean {
		return this.#audience.isEmpty && this.#journal.isIdle && !this.#log.isCompacting;
	}

	/** Puts a verified snapshot in the place of the log when it has more than `rows` rows. Never throws. */
	async compact(rows: number): Promise<void> {
		this.#document.catchUp();
		if (!this.#broken) {
			await this.#log.compact(rows);
		}
	}

	dispose(): void {
		this.#deps.events.disposed();
		this.awareness.dispose();
		this.#document.dispose();
	}

	/** Of all that is not in the document nor handed to it yet, in order. */
	*#waitingUpdates(): Iterable<Fresh> {
		for (const { fresh } of [...this.#committing, ...this.#journal.entries()]) {
			if (fresh !== null) {
				yield fresh;
			}
		}
	}

	#append(
		peer: Peer,
		kind: Entry["kind"],
		checked: Checked,
		contribution: Contribution,
		setBack: NewSetBack | undefined,
	): void {
		this.#gate.letIn(checked, contribution, peer.author);
		this.#log.appended(checked.update.length);
		const now = this.#deps.clock.now();
		// The moment before a set-back is one that people can go to.
		const at = setBack === undefined ? now : Math.max(now, (this.#lastChangeAt ?? 0) + 1);
		// The bytes are a view into whatever the socket read at once: kept and posted on, they are worth a copy.
		const fresh = { update: Buffer.from(checked.update), decoded: checked.decoded, seq: 0, at, setBack };
		this.#journal.add({ peer, kind, fresh }, (seq) => {
			fresh.seq = seq;
			const { documentId } = this;
			return this.#deps.storage.appendUpdate({
				documentId,
				seq,
				update: fresh.update,
				author: peer.author,
				at,
				claims: contribution.claims,
				...(setBack === undefined ? {} : { setBack }),
			});
		});
		this.#lastChangeAt = at;
	}

	#commit(entries: readonly Entry[]): void {
		if (this.#broken) {
			return;
		}
		this.#committing = entries;
		this.#relay(entries);
		this.#committing = [];
		let isSetBack = false;
		let isNews = false;
		for (const { fresh } of entries) {
			if (fresh !== null) {
				isNews = true;
				isSetBack ||= fresh.setBack !== undefined;
				this.#document.committed(fresh.update, fresh.seq, fresh.at);
			}
		}
		if (!isNews) {
			return;
		}
		this.#answers.forget();
		// Who has to be asked for what is missing shows only in the document.
		if (this.#gate.hasGaps) {
			if (this.#document.catchUp()) {
				this.#askForMissing(entries);
			}
		} else if (this.#document.isFarBehind || this.#log.isLong(this.#document.behind)) {
			this.#document.catchUp();
		}
		this.#deps.events.changed();
		if (isSetBack) {
			this.#deps.events.setBack();
		}
	}

	/** Before the commit is applied, so that the state vector of what everybody has so far is still at hand. */
	#relay(entries: readonly Entry[]): void {
		const said = entries.map(({ peer, fresh }): Said => {
			return { peer, message: fresh === null ? null : encodeUpdate(fresh.update) };
		});
		// What only counts as saved is no commit: presence has its own time then.
		const presence = entries.some(({ fresh }) => fresh !== null) ? this.awareness.take() : [];
		const tick = new Tick(said, presence, () => Y.encodeStateVector(this.doc));
		this.#audience.tell(tick, new Set(entries.map(({ peer }) => peer)));
	}

	/** Asks whoever's update has to wait for the part before it; not in answer to an answer. */
	#askForMissing(entries: readonly Entry[]): void {
		const senders = entries.filter(({ kind }) => kind === "update").map(({ peer }) => peer);
		this.#audience.ask(senders, encodeStep1(Y.encodeStateVector(this.doc)), this.#deps.clock.now());
	}

	/** Nobody was told of what is not on disk; everybody comes back, reloads and sends it again. */
	#break(message: string, error: unknown): void {
		this.#broken = true;
		this.#deps.logger.error(message, { document: this.documentId, error: asError(error) });
		this.#audience.close(CLOSE.couldNotLoad);
		this.#deps.events.broken();
	}
}
