import * as Y from "yjs";
import { encodeStep1, encodeStep2 } from "./codec.ts";
import type { WholeDocument } from "./compaction.ts";
import { FrameBatch } from "./frame-batch.ts";

/** The document that is told of. */
export interface Told {
	/** As it is stored, where it is not built. */
	readonly stored: WholeDocument | null;
	/** As it is in memory. */
	readonly doc: Y.Doc;
}

const NOTHING = Buffer.of(0);

/**
 * What those who open a document are told. Many come at once, and with nothing or with the same: each answer is made
 * once, until the document changes.
 */
export class Answers {
	readonly #told: Told;
	#step1: Uint8Array | null = null;
	/** The whole document, for those who come with nothing. */
	#whole: FrameBatch | null = null;
	/** What those lack who are where the last to ask was. */
	#rest: { stateVector: Uint8Array; step2: FrameBatch } | null = null;

	constructor(told: Told) {
		this.#told = told;
	}

	step1(): Uint8Array {
		this.#step1 ??= encodeStep1(this.#told.stored?.stateVector ?? Y.encodeStateVector(this.#told.doc));
		return this.#step1;
	}

	/** Null where that is no state vector. */
	step2(stateVector: Uint8Array): FrameBatch | null {
		if (NOTHING.equals(stateVector)) {
			this.#whole ??= batch(this.#told.stored?.state ?? Y.encodeStateAsUpdate(this.#told.doc));
			return this.#whole;
		}
		if (this.#rest !== null && Buffer.compare(this.#rest.stateVector, stateVector) === 0) {
			return this.#rest.step2;
		}
		const missing = encodeMissing(this.#told.doc, stateVector);
		if (missing === null) {
			return null;
		}
		// The bytes are a view into what the socket read.
		this.#rest = { stateVector: stateVector.slice(), step2: batch(missing) };
		return this.#rest.step2;
	}

	/** The document has changed. */
	forget(): void {
		this.#step1 = null;
		this.#whole = null;
		this.#rest = null;
	}
}

function batch(update: Uint8Array): FrameBatch {
	return new FrameBatch([encodeStep2(update)]);
}

/** What somebody who is at `stateVector` lacks, as an update; null where that is no state vector. */
export function encodeMissing(doc: Y.Doc, stateVector: Uint8Array): Uint8Array | null {
	try {
		return Y.encodeStateAsUpdate(doc, stateVector);
	} catch {
		// A state vector that ends early makes lib0 throw.
		return null;
	}
}
