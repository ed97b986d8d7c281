/** Where the store puts an entry; `null` for one that holds nothing new and only waits for those before it. */
export type Write = ((seq: number) => Promise<void>) | null;

export interface JournalEvents<Entry> {
	/** Everything that reached the disk together, in order. */
	durable(entries: readonly Entry[]): void;
	/** Once, when a write failed: nothing after the last `durable` call has happened for anybody. */
	failed(error: unknown): void;
}

interface Waiting<Entry> {
	entry: Entry;
	durable: boolean;
}

/**
 * The way of one document's updates to the disk. It numbers them without a gap and hands them on strictly in order,
 * those of one group commit together.
 */
export class Journal<Entry> {
	readonly #events: JournalEvents<Entry>;
	readonly #waiting: Waiting<Entry>[] = [];
	#seq: number;
	#writing = 0;
	#failed = false;
	#flushing = false;
	#settled: (() => void)[] = [];

	/** `seq`: of the last row there is. */
	constructor(seq: number, events: JournalEvents<Entry>) {
		this.#seq = seq;
		this.#events = events;
	}

	/** Entries on their way, in order. */
	*entries(): Iterable<Entry> {
		for (const { entry } of this.#waiting) {
			yield entry;
		}
	}

	/** Entries on their way. */
	get length(): number {
		return this.#waiting.length;
	}

	/** Whether a write is under way, after which `durable` is called. */
	get isWriting(): boolean {
		return this.#writing > 0;
	}

	get isIdle(): boolean {
		return this.#writing === 0 && this.#waiting.length === 0;
	}

	add(entry: Entry, write: Write): void {
		if (this.#failed) {
			return;
		}
		const waiting = { entry, durable: write === null };
		this.#waiting.push(waiting);
		if (write === null) {
			this.#flushSoon();
			return;
		}
		this.#seq += 1;
		this.#writing += 1;
		write(this.#seq).then(
			() => {
				waiting.durable = true;
				this.#written();
			},
			(error: unknown) => {
				this.#fail(error);
				this.#written();
			},
		);
	}

	/** Resolves when nothing is on its way any more, whatever became of it. */
	settled(): Promise<void> {
		return this.isIdle ? Promise.resolve() : new Promise((resolve) => this.#settled.push(resolve));
	}

	#written(): void {
		this.#writing -= 1;
		this.#flushSoon();
	}

	/** After the microtasks that a group commit sets off, so that its entries are seen together. */
	#flushSoon(): void {
		if (!this.#flushing) {
			this.#flushing = true;
			queueMicrotask(() => {
				this.#flushing = false;
				this.#flush();
			});
		}
	}

	#flush(): void {
		const open = this.#waiting.findIndex(({ durable }) => !durable);
		const done = this.#waiting.splice(0, open === -1 ? this.#waiting.length : open);
		if (done.length > 0) {
			this.#events.durable(done.map(({ entry }) => entry));
		}
		if (this.isIdle) {
			for (const resolve of this.#settled.splice(0)) {
				resolve();
			}
		}
	}

	#fail(error: unknown): void {
		if (this.#failed) {
			return;
		}
		this.#failed = true;
		this.#flush();
		this.#waiting.length = 0;
		this.#events.failed(error);
	}
}
