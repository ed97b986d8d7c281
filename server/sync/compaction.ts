import * as Y from "yjs";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { contentOf } from "./content.ts";

/**
 * A document's whole state as one update, proved to be so: it is read back into an empty document and must give the
 * same state vector and the same content. Refused while anything waits for its dependencies: what a snapshot does not
 * hold must stay in the log.
 */
export function verifiedSnapshot(doc: Y.Doc): Result<Uint8Array> {
	if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
		return refusal("wrong-state", "updates wait for their dependencies");
	}
	const state = Y.encodeStateAsUpdate(doc);
	const copy = new Y.Doc();
	try {
		Y.applyUpdate(copy, state);
		const same =
			sameBytes(Y.encodeStateVector(copy), Y.encodeStateVector(doc)) &&
			copy.store.pendingStructs === null &&
			contentOf(copy) === contentOf(doc);
		return same ? accepted(state) : refusal("wrong-state", "the snapshot reads differently");
	} finally {
		copy.destroy();
	}
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
	return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
