import type { Duplex } from "node:stream";
import { WebSocket } from "ws";
import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { FrameBatch } from "./frame-batch.ts";
import type { FrameSocket, FrameSocketEvents } from "./frame-socket.ts";

/** How long a peer may take to answer a close before it is cut off. */
const CLOSE_GRACE_MS = 2_000;

/** ws reports a frame beyond `maxPayload` as 1009, on which y-websocket would send the same frame again for ever. */
export class SyncWebSocket extends WebSocket {
	override close(code?: number, reason?: string | Buffer): void {
		super.close(code === 1009 ? CLOSE.tooLarge : code, reason);
	}
}

/**
 * A WebSocket as a line of frames. ws reads, and writes what is the protocol's own (ping, close); batches go to the
 * wire below it as they are, one write each. Neither ever leaves half a frame, so they do not get into each other.
 */
export class WsSocket implements FrameSocket {
	readonly closed: Promise<void>;
	readonly #socket: WebSocket;
	readonly #wire: Duplex;
	#isEnding = false;

	/** `wire`: what `socket` was upgraded from. */
	constructor(socket: WebSocket, wire: Duplex) {
		this.#socket = socket;
		this.#wire = wire;
		this.closed = new Promise((resolve) => socket.once("close", () => resolve()));
		socket.pause();
	}

	get isOpen(): boolean {
		return this.#socket.readyState === WebSocket.OPEN;
	}

	get bufferedBytes(): number {
		return this.#wire.writableLength;
	}

	send(batch: FrameBatch): void {
		if (this.isOpen) {
			this.#wire.write(batch.framed);
		}
	}

	ping(): void {
		if (this.isOpen) {
			this.#socket.ping();
		}
	}

	pause(): void {
		this.#socket.pause();
	}

	resume(): void {
		this.#socket.resume();
	}

	close(code: CloseCode): void {
		if (this.#isEnding || this.#socket.readyState === WebSocket.CLOSED) {
			return;
		}
		this.#isEnding = true;
		// Also for one that has said goodbye itself and reads no further: ws alone would wait half a minute for it.
		const timer = setTimeout(() => this.terminate(), CLOSE_GRACE_MS);
		this.#socket.once("close", () => clearTimeout(timer));
		this.#socket.close(code);
		// A paused socket would not hear the answer.
		this.#socket.resume();
	}

	terminate(): void {
		this.#socket.terminate();
	}

	listen(events: FrameSocketEvents): void {
		this.#socket.on("message", (data, isBinary) => {
			if (isBinary && data instanceof Uint8Array) {
				events.message(data);
			} else {
				events.refusedText();
			}
		});
		this.#socket.on("pong", () => events.alive());
	}
}
