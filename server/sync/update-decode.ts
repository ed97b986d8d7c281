import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { ClockRange } from "./clock-range.ts";

/** A Yjs update taken apart, nothing of it applied. */
export interface DecodedUpdate {
	/**
	 * Without the skips, which only say that something is left out, and without text of a plain keystroke, which nothing
	 * lies in.
	 */
	structs: (Y.Item | Y.GC)[];
	/** What is in it, neighbouring structs joined, in the order of the update. */
	ranges: ClockRange[];
	/** What it deletes. */
	deletes: ClockRange[];
	/** Top-level names that its structs use. */
	names: ReadonlySet<string>;
	/** What its structs stand beside or inside. */
	references: Reference[];
	/** Those of its structs that name what they stand between, in the order of the update. */
	between: Between[];
}

export interface Reference {
	client: number;
	clock: number;
}

/** Content of one struct, behind `origin` and before `rightOrigin`. */
export interface Between extends ClockRange {
	origin: Reference;
	rightOrigin: Reference;
}

class MalformedUpdate extends Error {}
export class TooManyStructs extends Error {}

export const HIGHEST_CLOCK = 2 ** 31;
const DEEPEST_VALUE = 32;
/** A catch-up names every deletion there ever was in the document, where it holds only those structs that are new. */
const DELETES_PER_STRUCT = 10;

/**
 * Yjs's own reader of the V1 encoding, watched: it stops at `most` structs or ten times as many deletions, refuses a client listed twice (applying
 * would keep only the second list) and lets the caller see whether all bytes were used. Bytes in the V2 encoding often
 * read as an empty V1 update with a tail, which would be acknowledged and lost.
 */
class WatchedDecoder extends Y.UpdateDecoderV1 {
	static current: { most: number; decoder: decoding.Decoder | null } = { most: 0, decoder: null };
	#left = WatchedDecoder.current.most;
	#deletesLeft = WatchedDecoder.current.most * DELETES_PER_STRUCT;
	readonly #clients = new Set<number>();

	constructor(decoder: decoding.Decoder) {
		super(decoder);
		WatchedDecoder.current.decoder = decoder;
	}

	override readClient(): number {
		const client = super.readClient();
		if (this.#clients.has(client)) {
			throw new MalformedUpdate("a client twice");
		}
		this.#clients.add(client);
		return client;
	}

	override readInfo(): number {
		this.#left -= 1;
		if (this.#left < 0) {
			throw new TooManyStructs("too many structs");
		}
		return super.readInfo();
	}

	override readDsClock(): number {
		this.#deletesLeft -= 1;
		if (this.#deletesLeft < 0) {
			throw new TooManyStructs("too many deletions");
		}
		return super.readDsClock();
	}
}

/**
 * Decodes a V1 update and checks all that applying takes for granted. Throws `TooManyStructs`, or anything else for
 * bytes that are no sound update.
 */
export function decodeUpdate(update: Uint8Array, most: number): DecodedUpdate {
	WatchedDecoder.current = { most, decoder: null };
	const { structs, ds } = Y.decodeUpdateV2(update, WatchedDecoder);
	const { decoder } = WatchedDecoder.current;
	if (decoder === null || decoding.hasContent(decoder)) {
		throw new MalformedUpdate("bytes left over");
	}
	const names = new Set<string>();
	const decoded: DecodedUpdate = { structs: [], ranges: [], deletes: [], names, references: [], between: [] };
	for (const struct of structs) {
		checkLength(struct.id.clock, struct.length);
		if (struct instanceof Y.Skip) {
			continue;
		}
		if (struct instanceof Y.Item) {
			checkItem(struct, names, decoded.references);
			decoded.between.push(...betweenOf(struct));
		}
		decoded.structs.push(struct);
		extend(decoded.ranges, struct.id.client, struct.id.clock, struct.length);
	}
	for (const [client, items] of ds.clients) {
		let end = 0;
		for (const { clock, len } of items) {
			checkLength(clock, len);
			// Yjs writes them in order; each one that lies over others would be walked through anew.
			if (clock < end) {
				throw new MalformedUpdate("deletions out of order");
			}
			end = clock + len;
			decoded.deletes.push({ client, from: clock, to: end });
		}
	}
	return decoded;
}

function checkLength(clock: number, length: number): void {
	if (length < 1 || clock + length > HIGHEST_CLOCK) {
		throw new MalformedUpdate("clock or length out of bounds");
	}
}

/** One or none. */
export function betweenOf({ id: { client, clock }, length, origin, rightOrigin }: Y.Item): Between[] {
	return origin === null || rightOrigin === null
		? []
		: [{ client, from: clock, to: clock + length, origin, rightOrigin }];
}

/** What an item that is in no document yet stands beside or inside. */
export function referencesOf(item: Y.Item): Reference[] {
	return [item.origin, item.rightOrigin, item.parent].filter((reference) => reference instanceof Y.ID);
}

function checkItem(item: Y.Item, names: Set<string>, references: Reference[]): void {
	// Between something and itself there is no place; Yjs finds one that depends on what it came across first.
	if (item.origin !== null && Y.compareIDs(item.origin, item.rightOrigin)) {
		throw new MalformedUpdate("stands before what it stands behind");
	}
	// Yjs does not look whether references into the author's own past exist before it follows them.
	for (const reference of referencesOf(item)) {
		if (reference.client === item.id.client && reference.clock >= item.id.clock) {
			throw new MalformedUpdate("refers to its own future");
		}
		references.push(reference);
	}
	// The decoder leaves a top-level name here as a string; Yjs's types know only the resolved forms.
	const parent: unknown = item.parent;
	if (typeof parent === "string") {
		names.add(parent);
	}
	checkContent(item.content);
}

function checkContent(content: Y.Item["content"]): void {
	if (content instanceof Y.ContentDoc) {
		throw new MalformedUpdate("subdocuments are not part of a worksheet");
	}
	if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
		checkValue(content.arr, 0);
	} else if (content instanceof Y.ContentEmbed) {
		checkValue(content.embed, 0);
	} else if (content instanceof Y.ContentFormat) {
		checkValue(content.value, 0);
	}
}

/** Values are walked recursively by everyone who reads the document. */
function checkValue(value: unknown, depth: number): void {
	if (typeof value === "bigint") {
		throw new MalformedUpdate("a value that JSON cannot carry");
	}
	if (typeof value !== "object" || value === null || value instanceof Uint8Array) {
		return;
	}
	if (depth > DEEPEST_VALUE) {
		throw new MalformedUpdate("value nested too deeply");
	}
	for (const inner of Object.values(value)) {
		checkValue(inner, depth + 1);
	}
}

function extend(ranges: ClockRange[], client: number, clock: number, length: number): void {
	const last = ranges.at(-1);
	if (last !== undefined && last.client === client && last.to === clock) {
		last.to += length;
	} else {
		ranges.push({ client, from: clock, to: clock + length });
	}
}
