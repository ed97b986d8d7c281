import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { Storage } from "../storage/storage.ts";
import { verifiedSnapshot } from "./compaction.ts";
import type { LoadedDocument } from "./loaded-document.ts";

export interface LogKeeperDeps {
	storage: Pick<Storage, "compact" | "loadDocument">;
	logger: Logger;
	/** Rows after the snapshot that make a new one worth while. */
	compactRows: number;
	/** Whether the rows that a snapshot replaces are kept as the document's past. */
	keepHistory: boolean;
	/** A document grown to this is worth a word to the operator. */
	warnBytes: number;
}

/** How long a document's log has grown, and the snapshots that keep it short. */
export class LogKeeper {
	readonly #deps: LogKeeperDeps;
	readonly #loaded: LoadedDocument;
	/** The log row that the document in memory has reached. */
	#seq: number;
	/** When that row came. */
	#at: number;
	#rows: number;
	#appliedBytes: number;
	#waitingBytes = 0;
	#compactAt: number;
	#running: Promise<void> | null = null;
	#warned = false;

	constructor(loaded: LoadedDocument, deps: LogKeeperDeps) {
		this.#deps = deps;
		this.#loaded = loaded;
		this.#seq = loaded.seq;
		this.#at = loaded.lastChangeAt ?? 0;
		this.#rows = loaded.rows;
		this.#appliedBytes = loaded.bytes;
		this.#compactAt = deps.compactRows;
	}

	get #documentId(): string {
		return this.#loaded.record.id;
	}

	/** Of snapshot, rows, and rows on their way. */
	get bytes(): number {
		return this.#appliedBytes + this.#waitingBytes;
	}

	get isCompacting(): boolean {
		return this.#running !== null;
	}

	appended(bytes: number): void {
		this.#waitingBytes += bytes;
		if (!this.#warned && this.bytes > this.#deps.warnBytes) {
			this.#warned = true;
			this.#deps.logger.warn("a document has grown large", { document: this.#documentId, bytes: this.bytes });
		}
	}

	/** A row is on disk and in the document. */
	applied(seq: number, bytes: number, at: number): void {
		this.#seq = seq;
		this.#at = at;
		this.#rows += 1;
		this.#waitingBytes -= bytes;
		this.#appliedBytes += bytes;
	}

	/** Whether the log with so many more rows is long enough for a snapshot. */
	isLong(more: number): boolean {
		return this.#rows + more > this.#compactAt && !this.isCompacting;
	}

	/** Compacts when the log has grown long, once the events of this turn are done. */
	compactSoon(): void {
		if (this.isLong(0)) {
			setImmediate(() => void this.compact(this.#compactAt));
		}
	}

	/** Puts a verified snapshot in the place of the log when it has more than `rows` rows. Never throws. */
	async compact(rows: number): Promise<void> {
		if (this.#rows > rows) {
			this.#running ??= this.#compact().finally(() => {
				this.#running = null;
			});
		}
		await this.#running;
	}

	/** Resolves when no compaction is under way. */
	async settled(): Promise<void> {
		await this.#running;
	}

	/** Its workshop was erased, or a rehearsal taken away, while the room was still in memory. */
	async #isGone(): Promise<boolean> {
		try {
			return (await this.#deps.storage.loadDocument(this.#documentId)) === null;
		} catch {
			return false;
		}
	}

	/** A failure only puts the next attempt off: until then every row stays where it is. */
	async #compact(): Promise<void> {
		const { logger, storage, compactRows } = this.#deps;
		const { seq, at, rows, bytes } = { seq: this.#seq, at: this.#at, rows: this.#rows, bytes: this.#appliedBytes };
		this.#compactAt = rows + compactRows;
		try {
			const snapshot = verifiedSnapshot(this.#loaded.doc);
			if (!snapshot.ok) {
				logger.warn("document not compacted", { document: this.#documentId, reason: snapshot.detail });
				return;
			}
			const { keepHistory } = this.#deps;
			await storage.compact(this.#documentId, { seq, ...snapshot.value, at, keepHistory });
			this.#rows -= rows;
			this.#appliedBytes += snapshot.value.state.length - bytes;
			this.#compactAt = compactRows;
		} catch (error) {
			if (await this.#isGone()) return;
			logger.error("compaction failed", { document: this.#documentId, error: asError(error) });
		}
	}
}
