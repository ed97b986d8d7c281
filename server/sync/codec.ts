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
	const message = Buffer.allocUnsafe(2 + varUintBytes(bytes.length) + bytes.length);
	message[0] = MESSAGE.sync;
	message[1] = kind;
	message.set(bytes, writeVarUint(message, 2, bytes.length));
	return plain(message);
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
	const message = Buffer.allocUnsafe(1 + varUintBytes(count));
	writeVarUint(message, writeVarUint(message, 0, MESSAGE.saved), count);
	return plain(message);
}

function plain(bytes: Buffer): Uint8Array {
	return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length);
}

function varUintBytes(value: number): number {
	let bytes = 1;
	for (let left = value; left > 127; left = Math.floor(left / 128)) {
		bytes += 1;
	}
	return bytes;
}

/** Returns where the next value goes. */
function writeVarUint(into: Uint8Array, at: number, value: number): number {
	let next = at;
	for (let left = value; ; left = Math.floor(left / 128)) {
		into[next] = left > 127 ? (left & 127) | 128 : left;
		next += 1;
		if (left <= 127) {
			return next;
		}
	}
}

/** One client's presence as the awareness protocol carries it; `state` is JSON, "null" once it is gone. */
export interface PresenceEntry {
	client: number;
	clock: number;
	state: string;
}

export function encodeAwareness(entries: readonly PresenceEntry[]): Uint8Array {
	const stateBytes = entries.map(({ state }) => Buffer.byteLength(state));
	let payload = varUintBytes(entries.length);
	for (const [index, { client, clock }] of entries.entries()) {
		const bytes = stateBytes[index] ?? 0;
		payload += varUintBytes(client) + varUintBytes(clock) + varUintBytes(bytes) + bytes;
	}
	const message = Buffer.allocUnsafe(1 + varUintBytes(payload) + payload);
	let at = writeVarUint(message, 0, MESSAGE.awareness);
	at = writeVarUint(message, at, payload);
	at = writeVarUint(message, at, entries.length);
	for (const [index, { client, clock, state }] of entries.entries()) {
		at = writeVarUint(message, at, client);
		at = writeVarUint(message, at, clock);
		at = writeVarUint(message, at, stateBytes[index] ?? 0);
		at += message.write(state, at);
	}
	return plain(message);
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
