import * as Y from "yjs";
import type { DocumentRecord, StoredDocument } from "../storage/storage.ts";
import type { WholeDocument } from "./compaction.ts";

/** A document that can be told whole before it is put together. */
interface Unbuilt {
	whole: WholeDocument;
	build(): Y.Doc;
}

/**
 * A document as it stands in the store. Where a snapshot holds all of it, those who only read are told what is stored,
 * and the document in memory is built when somebody looks into it: that takes far longer than reading it.
 */
export class LoadedDocument {
	readonly record: DocumentRecord;
	/** Yjs client id → author. */
	readonly owners: Map<number, string>;
	/** The last log row there is; the next append takes the number after it. */
	readonly seq: number;
	/** Log rows after the snapshot. */
	readonly rows: number;
	/** Bytes of snapshot and rows. */
	readonly bytes: number;
	/** Epoch milliseconds; null when nothing was ever written. */
	readonly lastChangeAt: number | null;
	#doc: Y.Doc | null = null;
	#unbuilt: Unbuilt | null = null;
	#whenBuilt: ((doc: Y.Doc) => void)[] = [];

	/** `content`: the document, or how it is told until it is built. */
	constructor(stored: StoredDocument, seq: number, content: Y.Doc | Unbuilt) {
		const { record, snapshot, updates, damaged, owners } = stored;
		this.record = record;
		this.owners = new Map(owners);
		this.seq = seq;
		this.rows = updates.length + damaged;
		this.bytes = updates.reduce((sum, { update }) => sum + update.length, snapshot?.state.length ?? 0);
		this.lastChangeAt = updates.at(-1)?.at ?? snapshot?.at ?? null;
		if (content instanceof Y.Doc) {
			this.#doc = content;
		} else {
			this.#unbuilt = content;
		}
	}

	/** The whole document as it is stored, until it is built. */
	get stored(): WholeDocument | null {
		return this.#unbuilt?.whole ?? null;
	}

	/** The document in memory, from now on the one to ask. Throws when it cannot be built. */
	get doc(): Y.Doc {
		return this.#doc ?? this.#build();
	}

	/** Calls with the document as soon as it is built, before anything changes in it. */
	whenBuilt(listener: (doc: Y.Doc) => void): void {
		if (this.#doc === null) {
			this.#whenBuilt.push(listener);
		} else {
			listener(this.#doc);
		}
	}

	dispose(): void {
		this.#doc?.destroy();
	}

	#build(): Y.Doc {
		if (this.#unbuilt === null) {
			throw new Error("a document is either built or stored");
		}
		const doc = this.#unbuilt.build();
		this.#doc = doc;
		this.#unbuilt = null;
		for (const listener of this.#whenBuilt.splice(0)) {
			listener(doc);
		}
		return doc;
	}
}
