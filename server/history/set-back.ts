import * as Y from "yjs";
import { contentOf } from "../sync/content.ts";
import { Origins, type Place } from "./origins.ts";
import { restore } from "./restore.ts";
import { type AnyType, entriesOf, isXml, unitsOf } from "./units.ts";

export interface SetBackOptions {
	/** What was written since stays, beside what comes back; otherwise the document is then exactly what it was. */
	keepLater: boolean;
	/** What `SetBackUpdate.origins` was for each set-back of this document so far. */
	origins: readonly Uint8Array[];
	/** A Yjs client id that nobody has used in this document. */
	client: number;
}

/**
 * The update that brings `now` back to what `then` was: the same document at an earlier moment. Neither is changed.
 * Null where nothing is to be done.
 *
 * It goes by what things are, not by what they read like: what is still there stays as it is, with the carets in it;
 * what was deleted is written anew behind whatever stood before it; of a map's keys those are put right that differ.
 */
export function setBack(then: Y.Doc, now: Y.Doc, options: SetBackOptions): SetBackUpdate | null {
	const attempt = rewrite(then, now, options, false);
	if (attempt.succeeded) return attempt.written;
	// Whatever somebody may have put into a document by hand: exactly means exactly.
	return rewrite(then, now, options, true).written;
}

export interface SetBackUpdate {
	update: Uint8Array;
	/** Of what the parts of it are copies: to be kept with the update. */
	origins: Uint8Array;
}

interface Rewritten {
	written: SetBackUpdate | null;
	/** False where the document would not be exactly what it was, though it should. */
	succeeded: boolean;
}

/** `anew`: nothing of what is there counts as the same. */
function rewrite(then: Y.Doc, now: Y.Doc, { client, keepLater, ...known }: SetBackOptions, anew: boolean): Rewritten {
	const work = new Y.Doc();
	const origins = new Origins(known.origins);
	try {
		Y.applyUpdate(work, Y.encodeStateAsUpdate(now));
		work.clientID = client;
		const updates: Uint8Array[] = [];
		work.on("update", (update: Uint8Array) => void updates.push(update));
		const nextClock = () => Y.getState(work.store, client);
		const writtenSince = (clock: number) => visibleSince(work, client, clock);
		work.transact(() => {
			for (const name of new Set([...then.share.keys(), ...work.share.keys()])) {
				// Also makes both have the same names, empty or not.
				const wanted: AnyType = then.get(name);
				const kind = kindOf(wanted) ?? kindOf(work.get(name));
				if (kind !== null) {
					restore(wanted, work.get(name, kind), { keepLater, origins, anew, nextClock, writtenSince });
				}
			}
		});
		const [update] = updates;
		return {
			written: update === undefined ? null : { update, origins: origins.encode(client) },
			succeeded: keepLater || contentOf(work) === contentOf(then),
		};
	} finally {
		work.destroy();
	}
}

/** What a top-level type is, which its bytes do not say; null for an empty one. */
function kindOf(type: AnyType): (new () => AnyType) | null {
	if (entriesOf(type).size > 0) return Y.Map;
	const [first] = unitsOf(type);
	if (first === undefined) return null;
	if (first.kind === "letter" || first.kind === "embed") return Y.Text;
	return first.kind === "type" && isXml(first.type) ? Y.XmlFragment : Y.Array;
}

/** Places of what can be seen of a client's structs, from a clock on. */
function visibleSince(doc: Y.Doc, client: number, clock: number): Place[] {
	const structs = doc.store.clients.get(client) ?? [];
	const first = clock < Y.getState(doc.store, client) ? Y.findIndexSS(structs, clock) : structs.length;
	return structs.slice(first).flatMap((struct) => {
		if (!(struct instanceof Y.Item) || !struct.countable) return [];
		return Array.from({ length: struct.length }, (_, offset) => ({ client, clock: struct.id.clock + offset }));
	});
}
