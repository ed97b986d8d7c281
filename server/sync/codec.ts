import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";

/** y-protocols' kinds of sync message, the varUint after the leading 0. */
const SYNC = { step1: 0, step2: 1, update: 2 } as const;
const PERMISSION_DENIED = 0;

/** What a client may say. Byte arrays are views into the frame. */
export type ClientMessage =
	| { kind: "step1"; stateVector: Uint8Array }
	| { kind: "step2" | "update"; update: Uint8Array }
	| { kind: "awareness"; payload: Uint8Array }
	| { kind: "query-awareness" };

/** Reads one frame whole; bytes left over make it malformed as much as missing ones do. */
export function decodeMessage(frame: Uint8Array): Result<ClientMessage> {
	try {
		const decoder = decoding.createDecoder(frame);
		const message = readMessage(decoder);
		if (message === null || decoding.hasContent(decoder)) {
			return refusal("malformed", "not a y-websocket message");
		}
		return accepted(message);
	} catch {
		// lib0 tells by throwing that the bytes end too early or a number is too large.
		return refusal("malformed", "frame ends early");
	}
}

function readMessage(decoder: decoding.Decoder): ClientMessage | null {
	switch (decoding.readVarUint(decoder)) {
		case MESSAGE.sync:
			return readSync(decoder);
		case MESSAGE.awareness:
			return { kind: "awareness", payload: decoding.readVarUint8Array(decoder) };
		case MESSAGE.queryAwareness:
			return { kind: "query-awareness" };
		default:
			return null;
	}
}

function readSync(decoder: decoding.Decoder): ClientMessage | null {
	switch (decoding.readVarUint(decoder)) {
		case SYNC.step1:
			return { kind: "step1", stateVector: decoding.readVarUint8Array(decoder) };
		case SYNC.step2:
			return { kind: "step2", update: decoding.readVarUint8Array(decoder) };
		case SYNC.update:
			return { kind: "update", update: decoding.readVarUint8Array(decoder) };
		default:
			return null;
	}
}

/** Whether a frame opens like a catch-up, which has a budget of its own; told without decoding it. */
export function isCatchUp(frame: Uint8Array): boolean {
	return frame[0] === MESSAGE.sync && frame[1] === SYNC.step2;
}

/** Whether a frame opens like a question for all that is missing, which costs far more to answer than to ask. */
export function isStep1(frame: Uint8Array): boolean {
	return frame[0] === MESSAGE.sync && frame[1] === SYNC.step1;
}

export function encodeStep1(stateVector: Uint8Array): Uint8Array {
	return encodeSync(SYNC.step1, stateVector);
}

export function encodeStep2(update: Uint8Array): Uint8Array {
	return encodeSync(SYNC.step2, update);
}

export function encodeUpdate(update: Uint8Array): Uint8Array {
	return encodeSync(SYNC.update, update);
}

function encodeSync(kind: number, bytes: Uint8Array): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		encoding.writeVarUint(encoder, kind);
		encoding.writeVarUint8Array(encoder, bytes);
	});
}

export function encodePermissionDenied(): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.auth);
		encoding.writeVarUint(encoder, PERMISSION_DENIED);
		encoding.writeVarString(encoder, "permission denied");
	});
}

/** `count`: document messages of this connection that are on durable storage or held nothing new. */
export function encodeSaved(count: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.saved);
		encoding.writeVarUint(encoder, count);
	});
}

/** One client's presence as the awareness protocol carries it; `state` is JSON, "null" once it is gone. */
export interface PresenceEntry {
	client: number;
	clock: number;
	state: string;
}

export function encodeAwareness(entries: readonly PresenceEntry[]): Uint8Array {
	const payload = encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, entries.length);
		for (const entry of entries) {
			encoding.writeVarUint(encoder, entry.client);
			encoding.writeVarUint(encoder, entry.clock);
			encoding.writeVarString(encoder, entry.state);
		}
	});
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.awareness);
		encoding.writeVarUint8Array(encoder, payload);
	});
}

/** The entries of an awareness payload, their states still unread JSON. */
export function decodeAwareness(payload: Uint8Array): Result<PresenceEntry[]> {
	try {
		const decoder = decoding.createDecoder(payload);
		const entries: PresenceEntry[] = [];
		for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
			const client = decoding.readVarUint(decoder);
			const clock = decoding.readVarUint(decoder);
			entries.push({ client, clock, state: decoding.readVarString(decoder) });
		}
		return decoding.hasContent(decoder) ? refusal("malformed", "awareness has bytes left over") : accepted(entries);
	} catch {
		return refusal("malformed", "awareness ends early");
	}
}
