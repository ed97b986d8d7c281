import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { type ClockRange, covers, without } from "./clock-range.ts";
import { type Between, betweenOf, type DecodedUpdate, type Reference, referencesOf } from "./update-decode.ts";

/** What a document has of its clients' content, with all that is on its way to the disk. */
export interface Held {
	/** The clock up to which it has a client's content without a gap. */
	known(client: number): number;
	/** What waits in it for what is missing. */
	readonly waiting: Waiting;
}

interface Waiting {
	structs: readonly ClockRange[];
	/** Deletions of what does not exist yet. */
	deletes: readonly ClockRange[];
}

/**
 * An update without what others have waiting in the document; the same bytes where there is nothing of the kind. Every
 * browser that was told of it sends it along with its next catch-up, and that is nobody's forgery. Only what lies
 * within that is left out: anything beyond it stays, to be judged.
 */
export function withoutReturned(
	update: Uint8Array,
	decoded: DecodedUpdate,
	{ known, waiting }: Held,
	isForeign: (client: number) => boolean,
): Uint8Array {
	if (waiting.structs.length === 0 && waiting.deletes.length === 0) {
		return update;
	}
	const isReturned = (range: ClockRange, among: readonly ClockRange[]) => {
		const from = Math.max(range.from, known(range.client));
		return range.to > from && isForeign(range.client) && covers(among, { ...range, from });
	};
	const structs = decoded.ranges.filter((range) => isReturned(range, waiting.structs));
	const deletes = decoded.deletes.filter((range) => isReturned(range, waiting.deletes));
	if (structs.length === 0 && deletes.length === 0) {
		return update;
	}
	const kept = decoded.deletes
		.map((range) => (deletes.includes(range) ? { ...range, to: known(range.client) } : range))
		.filter(({ from, to }) => to > from);
	return rewrite(update, () => structs, kept);
}

/**
 * An update without content that the document has; the same bytes where there is nothing of the kind. Whatever comes
 * first under a client id and clock stays what it is: were a second version passed on, different readers would come to
 * see different ones, depending on what waits with each of them.
 */
export function onlyNews(update: Uint8Array, decoded: DecodedUpdate, { known, waiting }: Held): Uint8Array {
	const isNews = decoded.ranges.every((range) => {
		return range.from >= known(range.client) && !waiting.structs.some((other) => overlap(range, other));
	});
	if (isNews) {
		return update;
	}
	const had = (client: number) => [{ client, from: 0, to: known(client) }, ...waiting.structs];
	return rewrite(update, had, decoded.deletes);
}

/** An update without these clocks of each client, and with these deletions for its own. */
function rewrite(
	update: Uint8Array,
	leftOut: (client: number) => readonly ClockRange[],
	deletes: readonly ClockRange[],
): Uint8Array {
	const byClient = new Map<number, Struct[]>();
	for (const struct of Y.decodeUpdate(update).structs) {
		if (struct instanceof Y.Skip) {
			continue;
		}
		const { client, clock } = struct.id;
		const kept = without(rangeOf(struct), leftOut(client)).map((piece) => cut(struct, clock, piece));
		if (kept.length > 0) {
			byClient.set(client, [...(byClient.get(client) ?? []), ...kept]);
		}
	}
	return Buffer.concat([encodeStructs(byClient), encodeDeletes(deletes)]);
}

/** What waits in a document's Yjs store. */
export interface WaitingStructs extends Waiting {
	/** Those of the structs that name what they stand between. */
	between: readonly Between[];
	/** What they stand beside or inside. */
	references: readonly Reference[];
}

/** The same, read anew only once it changed. */
export class WaitingInStore {
	#structs: unknown;
	#deletes: unknown;
	#waiting: WaitingStructs = NOTHING;

	read({ store }: Y.Doc): WaitingStructs {
		const structs = store.pendingStructs?.update;
		const deletes = store.pendingDs;
		if (structs !== this.#structs || deletes !== this.#deletes) {
			this.#structs = structs;
			this.#deletes = deletes;
			this.#waiting = decodeWaiting([structs, deletes]);
		}
		return this.#waiting;
	}
}

const NOTHING: WaitingStructs = { structs: [], deletes: [], between: [], references: [] };

function decodeWaiting(updates: readonly unknown[]): WaitingStructs {
	const structs: ClockRange[] = [];
	const deletes: ClockRange[] = [];
	const between: Between[] = [];
	const references: Reference[] = [];
	for (const update of updates) {
		if (!(update instanceof Uint8Array)) {
			continue;
		}
		// Yjs keeps it in its own second encoding.
		const decoded = Y.decodeUpdateV2(update);
		for (const struct of decoded.structs) {
			if (!(struct instanceof Y.Skip)) {
				structs.push(rangeOf(struct));
			}
			if (struct instanceof Y.Item) {
				between.push(...betweenOf(struct));
				references.push(...referencesOf(struct));
			}
		}
		for (const [client, items] of decoded.ds.clients) {
			deletes.push(...items.map(({ clock, len }) => ({ client, from: clock, to: clock + len })));
		}
	}
	return { structs, deletes, between, references };
}

type Struct = Y.Item | Y.GC;

function rangeOf({ id, length }: Struct): ClockRange {
	return { client: id.client, from: id.clock, to: id.clock + length };
}

function overlap(one: ClockRange, other: ClockRange): boolean {
	return one.client === other.client && one.from < other.to && other.from < one.to;
}

/** The piece of a struct that began at `start`. */
function cut(struct: Struct, start: number, { client, from, to }: ClockRange): Struct {
	if (from === start && to === start + struct.length) {
		return struct;
	}
	const id = Y.createID(client, from);
	if (struct instanceof Y.GC) {
		return new Y.GC(id, to - from);
	}
	const content = struct.content.copy();
	const kept = from > start ? content.splice(from - start) : content;
	kept.splice(to - from);
	const origin = from > start ? Y.createID(client, from - 1) : struct.origin;
	return new Y.Item(id, null, origin, null, struct.rightOrigin, struct.parent, struct.parentSub, kept);
}

function encodeStructs(byClient: ReadonlyMap<number, readonly Struct[]>): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	encoding.writeVarUint(encoder.restEncoder, byClient.size);
	for (const [client, structs] of byClient) {
		const parts = withSkips(client, structs);
		encoding.writeVarUint(encoder.restEncoder, parts.length);
		encoder.writeClient(client);
		encoding.writeVarUint(encoder.restEncoder, parts[0]?.id.clock ?? 0);
		for (const part of parts) {
			part.write(encoder, 0);
		}
	}
	return encoder.toUint8Array();
}

function withSkips(client: number, structs: readonly Struct[]): (Struct | Y.Skip)[] {
	const parts: (Struct | Y.Skip)[] = [];
	let end: number | null = null;
	for (const struct of structs) {
		const { from, to } = rangeOf(struct);
		if (end !== null && from > end) {
			parts.push(new Y.Skip(Y.createID(client, end), from - end));
		}
		parts.push(struct);
		end = to;
	}
	return parts;
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
