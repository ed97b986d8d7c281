import { deflateSync, inflateSync } from "node:zlib";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** A log row as history keeps it: who wrote it is nobody's business any more. `update`: empty where it was damaged. */
export interface PastRow {
	at: number;
	update: Uint8Array;
}

/** Beyond any document's bound; a damaged length must not ask for all memory there is. */
const MOST_BYTES = 256 * 1024 * 1024;

/** Quick rather than small: the writer's thread does it while people's updates wait for their commit. */
export function deflate(bytes: Uint8Array): Uint8Array {
	return deflateSync(bytes, { level: 3 });
}

/** Throws for bytes that are damaged. */
export function inflate(bytes: Uint8Array): Uint8Array {
	return new Uint8Array(inflateSync(bytes, { maxOutputLength: MOST_BYTES }));
}

export function packRows(rows: readonly PastRow[]): Uint8Array {
	const bytes = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, rows.length);
		for (const { at, update } of rows) {
			encoding.writeVarUint(encoder, at);
			encoding.writeVarUint8Array(encoder, update);
		}
	});
	return deflate(bytes);
}

/** Throws for bytes that are damaged. */
export function unpackRows(packed: Uint8Array): PastRow[] {
	const decoder = decoding.createDecoder(inflate(packed));
	return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
		at: decoding.readVarUint(decoder),
		update: decoding.readVarUint8Array(decoder),
	}));
}

const MINUTE = 60_000;

/**
 * The last of the times in each minute. Times in their log's order; one that lies before an earlier one (a clock was
 * put right) counts as that one.
 */
export function lastOfEachMinute(times: readonly number[]): number[] {
	const minutes: number[] = [];
	let latest = Number.NEGATIVE_INFINITY;
	for (const time of times) {
		latest = Math.max(latest, time);
		const before = minutes.at(-1);
		if (before !== undefined && Math.floor(before / MINUTE) === Math.floor(latest / MINUTE)) minutes.pop();
		minutes.push(latest);
	}
	return minutes;
}
