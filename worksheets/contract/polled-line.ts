import { fromBase64, toBase64 } from "lib0/buffer";
import * as encoding from "lib0/encoding";
import * as z from "zod/mini";

/**
 * The y-websocket frames of a sheet where WebSockets are blocked. In the socket.io namespace `/sync` a client opens
 * numbered lines, one a sheet. A line is a stream of bytes each way, every frame with its length (varUint) ahead. The
 * stream travels in numbered parts, and whoever takes parts says so: no more than a window is ever under way.
 */
export const POLLED_NAMESPACE = "/sync";

/** Of a part's bytes. In Base64 and with its envelope it stays below the 64 KiB that socket.io takes in one message. */
export const PART_BYTES = 47 * 1024;
/** What may be under way and not yet taken, each way. */
export const WINDOW = { bytes: 4 * PART_BYTES, parts: 64 } as const;
/** When taking is said: after so much, or this long after the first part that nobody was told of. */
const TELL = { bytes: PART_BYTES, parts: 16 } as const;
export const TELL_AFTER_MS = 500;

/** A length is a varUint of at most this many bytes. */
const LENGTH_BYTES = 5;

/** Numbered by the client, never twice in one page: what is late for an old line cannot meet a new one. */
const lineSchema = z.int().check(z.gte(1));
const numberSchema = z.int().check(z.gte(1));
const base64Schema = z.string().check(z.maxLength(Math.ceil(PART_BYTES / 3) * 4), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));

/** Client → server: begins a line. Refusals come as `close`, with the codes of the WebSocket. */
export const openLineSchema = z.object({ line: lineSchema, document: z.string().check(z.maxLength(256)) });
/** Both ways: bytes of the stream. Numbers count from 1 on each line and way. */
export const partSchema = z.object({ line: lineSchema, number: numberSchema, data: base64Schema });
/** Both ways: every part up to this number has been taken. */
export const takenSchema = z.object({ line: lineSchema, number: numberSchema });
/** `ping`, server → client, and its answer `pong`. */
export const pingSchema = z.object({ line: lineSchema });
/** Both ways: the line is over, said back by the client. The server's `code` is a close code of the WebSocket's. */
export const closeLineSchema = z.object({ line: lineSchema, code: z.optional(z.int()) });

export interface LineWire {
	part(number: number, data: string): void;
	taken(number: number): void;
	/** Calls back after `TELL_AFTER_MS`, unless the returned function is called first. */
	later(run: () => void): () => void;
}

/** Why a stream cannot go on: a part is missing, a frame is larger than frames may be. */
export type LineFault = "gap" | "too-large";

/** One end of a line: frames in, parts out; parts in, frames out. The same at the server and in the browser. */
export class LineEnd {
	readonly #wire: LineWire;
	readonly #joiner: FrameJoiner;
	readonly #queue: Uint8Array[] = [];
	#queued = 0;
	/** Bytes of each part that has been sent and not been taken. */
	readonly #flight: number[] = [];
	#flying = 0;
	#sent = 0;
	#received = 0;
	#told = 0;
	#untoldBytes = 0;
	#cancel: (() => void) | null = null;

	/** `mostBytes`: of one received frame. */
	constructor(wire: LineWire, mostBytes: number) {
		this.#wire = wire;
		this.#joiner = new FrameJoiner(mostBytes);
	}

	/** Bytes handed over that the other end has not taken. */
	get waitingBytes(): number {
		return this.#queued + this.#flying;
	}

	/** Takes a frame, which nobody may change afterwards; `flush` sends it. */
	push(frame: Uint8Array): void {
		const length = encoding.encode((encoder) => encoding.writeVarUint(encoder, frame.length));
		this.#queue.push(length, frame);
		this.#queued += length.length + frame.length;
	}

	/** Sends as much as the window allows; what is left goes when the other end has taken some. */
	flush(): void {
		while (this.#queued > 0 && this.#flight.length < WINDOW.parts && this.#flying + PART_BYTES <= WINDOW.bytes) {
			const part = this.#cut();
			this.#flight.push(part.length);
			this.#flying += part.length;
			this.#sent += 1;
			this.#wire.part(this.#sent, toBase64(part));
		}
	}

	/** The other end has taken all parts up to `number`. False: one of them was never sent. */
	taken(number: number): boolean {
		if (number > this.#sent) {
			return false;
		}
		const news = number - (this.#sent - this.#flight.length);
		for (const bytes of this.#flight.splice(0, Math.max(0, news))) {
			this.#flying -= bytes;
		}
		this.flush();
		return true;
	}

	/** The frames that are whole with this part. A part that comes twice brings none. */
	receive(number: number, data: string): Uint8Array[] | LineFault {
		if (number <= this.#received) {
			return [];
		}
		if (number !== this.#received + 1) {
			return "gap";
		}
		const bytes = fromBase64(data);
		this.#received = number;
		this.#untoldBytes += bytes.length;
		const frames = this.#joiner.add(bytes);
		this.#tell();
		return frames;
	}

	/** Says nothing any more. */
	end(): void {
		this.#cancel?.();
		this.#cancel = null;
		this.#queue.length = 0;
		this.#queued = 0;
	}

	#tell(): void {
		if (this.#untoldBytes >= TELL.bytes || this.#received - this.#told >= TELL.parts) {
			this.#tellNow();
		} else {
			this.#cancel ??= this.#wire.later(() => this.#tellNow());
		}
	}

	#tellNow(): void {
		this.#cancel?.();
		this.#cancel = null;
		this.#told = this.#received;
		this.#untoldBytes = 0;
		this.#wire.taken(this.#received);
	}

	#cut(): Uint8Array {
		const part = new Uint8Array(Math.min(PART_BYTES, this.#queued));
		let filled = 0;
		let used = 0;
		for (const bytes of this.#queue) {
			const fits = bytes.subarray(0, part.length - filled);
			part.set(fits, filled);
			filled += fits.length;
			if (fits.length < bytes.length) {
				this.#queue[used] = bytes.subarray(fits.length);
				break;
			}
			used += 1;
		}
		this.#queue.splice(0, used);
		this.#queued -= part.length;
		return part;
	}
}

/** Finds the frames in a stream of bytes. */
class FrameJoiner {
	readonly #mostBytes: number;
	#lengthBytes = 0;
	/** Of the frame being read; final once `#open`. */
	#length = 0;
	#open = false;
	#pieces: Uint8Array[] = [];
	#have = 0;

	constructor(mostBytes: number) {
		this.#mostBytes = mostBytes;
	}

	add(bytes: Uint8Array): Uint8Array[] | LineFault {
		const frames: Uint8Array[] = [];
		for (let at = 0; at < bytes.length; ) {
			if (this.#open) {
				const piece = bytes.subarray(at, at + this.#length - this.#have);
				this.#pieces.push(piece);
				this.#have += piece.length;
				at += piece.length;
			} else if (this.#readLength(bytes[at] ?? 0)) {
				at += 1;
			} else {
				return "too-large";
			}
			if (this.#open && this.#have === this.#length) {
				frames.push(this.#close());
			}
		}
		return frames;
	}

	#readLength(byte: number): boolean {
		this.#length += (byte & 127) * 128 ** this.#lengthBytes;
		this.#lengthBytes += 1;
		this.#open = byte < 128;
		return this.#length <= this.#mostBytes && (this.#open || this.#lengthBytes < LENGTH_BYTES);
	}

	#close(): Uint8Array {
		const [only] = this.#pieces;
		const frame = this.#pieces.length === 1 && only !== undefined ? only : joined(this.#pieces, this.#length);
		this.#pieces = [];
		this.#have = 0;
		this.#length = 0;
		this.#lengthBytes = 0;
		this.#open = false;
		return frame;
	}
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
