import { connect, type Socket } from "node:net";

const MASK = [0x37, 0xfa, 0x21, 0x3d] as const;
const BINARY = 2;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Every socket reads into the same buffer: what arrives is used up at once. */
const READ = Buffer.alloc(1 << 20);

/** A client's frame, masked as the protocol wants it. */
export function maskedFrame(payload: Uint8Array, opcode = BINARY): Buffer {
	const { length } = payload;
	const head = length < 126 ? 6 : length < 65_536 ? 8 : 14;
	const frame = Buffer.allocUnsafe(head + length);
	frame[0] = 0x80 | opcode;
	if (head === 6) {
		frame[1] = 0x80 | length;
	} else if (head === 8) {
		frame[1] = 0x80 | 126;
		frame.writeUInt16BE(length, 2);
	} else {
		frame[1] = 0x80 | 127;
		frame.writeUInt32BE(0, 2);
		frame.writeUInt32BE(length, 6);
	}
	frame.set(MASK, head - 4);
	for (let index = 0; index < length; index += 1) {
		frame[head + index] = (payload[index] ?? 0) ^ (MASK[index & 3] ?? 0);
	}
	return frame;
}

export interface RawSocketEvents {
	open(): void;
	/** One message lies in `bytes` from `start` on, only until this returns. */
	message(bytes: Buffer, start: number, length: number): void;
	/** The server ended the line, or refused it. */
	closed(): void;
}

/**
 * A WebSocket client on a bare TCP socket, several times cheaper than a real one, so that one core of load can fill
 * one core of server.
 */
export class RawSocket {
	readonly #tcp: Socket;
	readonly #events: RawSocketEvents;
	#open = false;
	#over = false;
	#rest: Buffer | null = null;

	constructor(port: number, path: string, token: string | null, events: RawSocketEvents) {
		this.#events = events;
		this.#tcp = connect({
			port,
			host: "127.0.0.1",
			noDelay: true,
			onread: {
				buffer: READ,
				callback: (length) => {
					this.#read(READ, length);
					return true;
				},
			},
		});
		const authorization = token === null ? "" : `Authorization: Bearer ${token}\r\n`;
		this.#tcp.once("connect", () => {
			this.#tcp.write(
				`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${authorization}` +
					"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n",
			);
		});
		this.#tcp.on("error", () => this.#end());
		this.#tcp.on("close", () => this.#end());
	}

	/** Bytes that wait for the server to read. */
	get waiting(): number {
		return this.#tcp.writableLength;
	}

	/** A frame as `maskedFrame` makes it. */
	send(frame: Buffer): void {
		if (!this.#over) this.#tcp.write(frame);
	}

	/** Goes away without a word; `closed` is not called. */
	destroy(): void {
		this.#over = true;
		this.#tcp.destroy();
	}

	#end(): void {
		if (this.#over) return;
		this.destroy();
		this.#events.closed();
	}

	#read(buffer: Buffer, length: number): void {
		let bytes = buffer;
		let end = length;
		if (this.#rest !== null) {
			bytes = Buffer.concat([this.#rest, buffer.subarray(0, length)]);
			end = bytes.length;
			this.#rest = null;
		}
		const at = this.#readFrames(bytes, this.#open ? 0 : this.#readUpgrade(bytes, end), end);
		if (at < end && !this.#over) this.#rest = Buffer.from(bytes.subarray(at, end));
	}

	#readUpgrade(bytes: Buffer, end: number): number {
		const head = bytes.subarray(0, end).indexOf("\r\n\r\n");
		if (head === -1) return 0;
		if (!bytes.subarray(0, 12).includes("101")) {
			this.#end();
			return end;
		}
		this.#open = true;
		this.#events.open();
		return head + 4;
	}

	/** Returns how far it got. */
	#readFrames(bytes: Buffer, from: number, end: number): number {
		let at = from;
		while (this.#open && !this.#over && end - at >= 2) {
			let length = (bytes[at + 1] ?? 0) & 127;
			let head = 2;
			if (length === 126) {
				if (end - at < 4) break;
				length = bytes.readUInt16BE(at + 2);
				head = 4;
			} else if (length === 127) {
				if (end - at < 10) break;
				length = bytes.readUInt32BE(at + 6);
				head = 10;
			}
			if (end - at < head + length) break;
			const opcode = (bytes[at] ?? 0) & 15;
			const start = at + head;
			at = start + length;
			if (opcode === BINARY) this.#events.message(bytes, start, length);
			else if (opcode === PING) this.send(maskedFrame(bytes.subarray(start, at), PONG));
			else if (opcode === CLOSE) this.#end();
		}
		return at;
	}
}
