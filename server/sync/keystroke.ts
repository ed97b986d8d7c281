import type { ClockRange } from "./clock-range.ts";
import { type Between, type DecodedUpdate, HIGHEST_CLOCK, type Reference } from "./update-decode.ts";

const CONTENT_STRING = 4;
const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
/** More is no keystroke. */
const MOST = 16;
const NO_NAMES: ReadonlySet<string> = new Set();

/**
 * Decodes what nearly every update is: text that one client put beside other text, or took away. Null for everything
 * else, sound or not: that is for Yjs to read. What it does read, Yjs reads alike (keystroke.test.ts).
 */
export function decodeKeystroke(update: Uint8Array): DecodedUpdate | null {
	const reader = new Reader(update);
	const ranges: ClockRange[] = [];
	const references: Reference[] = [];
	const between: Between[] = [];
	const clients = reader.varUint();
	if (clients > 1 || (clients === 1 && !readText(reader, ranges, references, between))) {
		return null;
	}
	const deletes: ClockRange[] = [];
	const isRead = readDeletes(reader, deletes) && reader.isDone;
	return isRead ? { structs: [], ranges, deletes, names: NO_NAMES, references, between } : null;
}

function readText(reader: Reader, ranges: ClockRange[], references: Reference[], between: Between[]): boolean {
	const structs = reader.varUint();
	const client = reader.varUint();
	const from = reader.varUint();
	let clock = from;
	if (structs < 1 || structs > MOST) {
		return false;
	}
	for (let left = structs; left > 0; left -= 1) {
		const info = reader.byte();
		if ((info & 0x3f) !== CONTENT_STRING || info < HAS_RIGHT_ORIGIN) {
			return false;
		}
		const before = references.length;
		for (const flag of [HAS_ORIGIN, HAS_RIGHT_ORIGIN]) {
			if ((info & flag) !== 0 && !readReference(reader, client, clock, references)) {
				return false;
			}
		}
		const [origin, rightOrigin] = [references[before], references[before + 1]];
		if (isSame(origin, rightOrigin)) {
			return false;
		}
		const length = reader.varUint();
		if (length < 1 || !reader.skipAscii(length)) {
			return false;
		}
		if (origin !== undefined && rightOrigin !== undefined) {
			between.push({ client, from: clock, to: clock + length, origin, rightOrigin });
		}
		clock += length;
	}
	ranges.push({ client, from, to: clock });
	return clock <= HIGHEST_CLOCK;
}

function readReference(reader: Reader, own: number, ownClock: number, references: Reference[]): boolean {
	const client = reader.varUint();
	const clock = reader.varUint();
	references.push({ client, clock });
	return client !== own || clock < ownClock;
}

function isSame(one: Reference | undefined, other: Reference | undefined): boolean {
	return one?.client === other?.client && one?.clock === other?.clock;
}

function readDeletes(reader: Reader, deletes: ClockRange[]): boolean {
	const clients = reader.varUint();
	if (clients === 0) {
		return true;
	}
	const client = reader.varUint();
	const count = reader.varUint();
	if (clients > 1 || count > MOST) {
		return false;
	}
	let end = 0;
	for (let left = count; left > 0; left -= 1) {
		const from = reader.varUint();
		const length = reader.varUint();
		if (from < end || length < 1) {
			return false;
		}
		end = from + length;
		deletes.push({ client, from, to: end });
	}
	return end <= HIGHEST_CLOCK;
}

/** Reads lib0's variable-length numbers. What cannot be read counts as 0 and makes the whole unread. */
class Reader {
	readonly #bytes: Uint8Array;
	#at = 0;
	#failed = false;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** Whether all was read, and all could be. */
	get isDone(): boolean {
		return !this.#failed && this.#at === this.#bytes.length;
	}

	byte(): number {
		const byte = this.#bytes[this.#at];
		this.#at += 1;
		this.#failed ||= byte === undefined;
		return byte ?? 0;
	}

	/** Up to 49 bits: nothing in a keystroke is larger. */
	varUint(): number {
		let value = 0;
		let factor = 1;
		for (let bytes = 0; bytes < 7; bytes += 1) {
			const byte = this.byte();
			value += (byte & 127) * factor;
			if (byte < 128) {
				return value;
			}
			factor *= 128;
		}
		this.#failed = true;
		return 0;
	}

	/** Whether so many characters of a byte each follow; goes past them. */
	skipAscii(length: number): boolean {
		const end = this.#at + length;
		if (end > this.#bytes.length) {
			return false;
		}
		for (; this.#at < end; this.#at += 1) {
			if ((this.#bytes[this.#at] ?? 255) > 127) {
				return false;
			}
		}
		return true;
	}
}
