import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import type { ClockRange, DecodedUpdate } from "./update-decode.ts";

/**
 * Updates whose dependencies are missing wait in Yjs, here and in every browser that was told of them, and each browser
 * sends what waits along with its next catch-up. Somebody else's content that comes back in this way is nobody's
 * forgery: it is left out, because the document has it from its owner.
 *
 * Gives the update without what waits in `doc` under ids of others; the same bytes where there is nothing of the kind.
 * Only what lies within that is left out: anything beyond it stays, to be judged.
 */
export function withoutParked(
	update: Uint8Array,
	decoded: DecodedUpdate,
	doc: Y.Doc,
	isForeign: (client: number) => boolean,
): Uint8Array {
	const parked = parkedIn(doc);
	if (parked === null) {
		return update;
	}
	const waits = (range: ClockRange, among: readonly ClockRange[]) => {
		const from = Math.max(range.from, Y.getState(doc.store, range.client));
		return range.to > from && isForeign(range.client) && covers(among, { ...range, from });
	};
	const structs = decoded.ranges.filter((range) => waits(range, parked.structs));
	const deletes = decoded.deletes.filter((range) => waits(range, parked.deletes));
	if (structs.length === 0 && deletes.length === 0) {
		return update;
	}
	const reached = new Map(structs.map(({ client, to }) => [client, to]));
	const kept = Y.diffUpdate(update, Y.encodeStateVector(reached));
	const remaining = decoded.deletes
		.map((range) => (deletes.includes(range) ? { ...range, to: Y.getState(doc.store, range.client) } : range))
		.filter(({ from, to }) => to > from);
	return replaceDeletes(kept, decoded.deletes, remaining);
}

interface Parked {
	structs: ClockRange[];
	deletes: ClockRange[];
}

/** Null where nothing waits, as nearly always. */
function parkedIn({ store }: Y.Doc): Parked | null {
	const waiting = [store.pendingStructs?.update, store.pendingDs].filter((update) => update instanceof Uint8Array);
	if (waiting.length === 0) {
		return null;
	}
	const parked: Parked = { structs: [], deletes: [] };
	for (const update of waiting) {
		// Yjs keeps it in its own second encoding.
		const { structs, ds } = Y.decodeUpdateV2(update);
		for (const struct of structs) {
			if (!(struct instanceof Y.Skip)) {
				const { client, clock } = struct.id;
				parked.structs.push({ client, from: clock, to: clock + struct.length });
			}
		}
		for (const [client, items] of ds.clients) {
			parked.deletes.push(...items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })));
		}
	}
	return parked;
}

/** Whether every clock of `range` lies in one of `among`. */
function covers(among: readonly ClockRange[], range: ClockRange): boolean {
	const own = among.filter(({ client }) => client === range.client).sort((one, other) => one.from - other.from);
	let reached = range.from;
	for (const { from, to } of own) {
		if (from <= reached) {
			reached = Math.max(reached, to);
		}
	}
	return reached >= range.to;
}

/** A V1 update ends with its deletions, whose length follows from what they are. */
function replaceDeletes(update: Uint8Array, before: readonly ClockRange[], after: readonly ClockRange[]): Uint8Array {
	const structs = update.subarray(0, update.length - encodeDeletes(before).length);
	return Buffer.concat([structs, encodeDeletes(after)]);
}

function encodeDeletes(ranges: readonly ClockRange[]): Uint8Array {
	const byClient = new Map<number, ClockRange[]>();
	for (const range of ranges) {
		byClient.set(range.client, [...(byClient.get(range.client) ?? []), range]);
	}
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, byClient.size);
		for (const [client, own] of byClient) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, own.length);
			for (const { from, to } of own) {
				encoding.writeVarUint(encoder, from);
				encoding.writeVarUint(encoder, to - from);
			}
		}
	});
}
