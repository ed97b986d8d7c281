import * as Y from "yjs";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { contentOf } from "./content.ts";

/** A document as one update, and how far that goes. */
export interface WholeDocument {
	state: Uint8Array;
	stateVector: Uint8Array;
}

/**
 * A document's whole state as one update, proved to be so: it is read back into an empty document and must give the
 * same state vector and the same content. Refused while anything waits for its dependencies: what a snapshot does not
 * hold must stay in the log.
 */
export function verifiedSnapshot(doc: Y.Doc): Result<WholeDocument> {
	if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
		return refusal("wrong-state", "updates wait for their dependencies");
	}
	const state = Y.encodeStateAsUpdate(doc);
	const stateVector = Y.encodeStateVector(doc);
	const copy = new Y.Doc();
	try {
		Y.applyUpdate(copy, state);
		const same =
			sameBytes(Y.encodeStateVector(copy), stateVector) &&
			copy.store.pendingStructs === null &&
			contentOf(copy) === contentOf(doc);
		return same ? accepted({ state, stateVector }) : refusal("wrong-state", "the snapshot reads differently");
	} finally {
		copy.destroy();
	}
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
