import * as Y from "yjs";
import { type Reference, referencesOf } from "./update-decode.ts";

/** The first of a client's structs that wait. */
interface Head extends Reference {
	references: Reference[];
}

const heads = new WeakMap<Uint8Array, Head[]>();

/**
 * Brings into a document what waits in it and need not any more. Yjs tries again when clocks that it noted are there,
 * and where updates came in another order than they were written in, it can have noted the wrong ones: then all that
 * was missing has come, and still waits until the document is read anew.
 */
export function integrateReady(doc: Y.Doc): void {
	for (let update = waitingIn(doc); update !== undefined && isReady(doc, update); ) {
		doc.store.pendingStructs = null;
		Y.applyUpdateV2(doc, update);
		const left = waitingIn(doc);
		if (left?.length === update.length) {
			return;
		}
		update = left;
	}
}

/** In Yjs's second encoding. */
function waitingIn({ store }: Y.Doc): Uint8Array | undefined {
	return store.pendingStructs?.update;
}

function isReady({ store }: Y.Doc, update: Uint8Array): boolean {
	const known = heads.get(update) ?? headsOf(update);
	heads.set(update, known);
	return known.some(
		({ client, clock, references }) =>
			clock <= Y.getState(store, client) &&
			references.every((at) => at.client === client || at.clock < Y.getState(store, at.client)),
	);
}

function headsOf(update: Uint8Array): Head[] {
	const first = new Map<number, Head>();
	for (const struct of Y.decodeUpdateV2(update).structs) {
		const { client, clock } = struct.id;
		if (!(struct instanceof Y.Skip) && !first.has(client)) {
			first.set(client, { client, clock, references: struct instanceof Y.Item ? referencesOf(struct) : [] });
		}
	}
	return [...first.values()];
}
