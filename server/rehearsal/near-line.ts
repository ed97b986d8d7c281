import type { FrameBatch } from "../sync/frame-batch.ts";
import type { FrameSocket, FrameSocketEvents } from "../sync/frame-socket.ts";

/** A line whose other end is in this process: no bytes of it cross a wire, everything else is as on any line. */
export class NearLine implements FrameSocket {
	readonly bufferedBytes = 0;
	readonly closed: Promise<void>;
	readonly #hear: (message: Uint8Array) => void;
	readonly #waiting: Uint8Array[] = [];
	#events: FrameSocketEvents | null = null;
	#paused = true;
	#open = true;
	#gone: () => void = () => {};

	/** `hear` is called with what the server says, one message after another, never while it is still speaking. */
	constructor(hear: (message: Uint8Array) => void) {
		this.#hear = hear;
		this.closed = new Promise((resolve) => {
			this.#gone = resolve;
		});
	}

	get isOpen(): boolean {
		return this.#open;
	}

	/** What this end says to the server. */
	say(message: Uint8Array): void {
		this.#waiting.push(message);
		this.#read();
	}

	send(batch: FrameBatch): void {
		for (const message of batch.messages) setImmediate(() => this.#open && this.#hear(message));
	}

	ping(): void {
		setImmediate(() => this.#events?.alive());
	}

	pause(): void {
		this.#paused = true;
	}

	resume(): void {
		this.#paused = false;
		this.#read();
	}

	close(): void {
		this.#open = false;
		this.#gone();
	}

	terminate(): void {
		this.close();
	}

	listen(events: FrameSocketEvents): void {
		this.#events = events;
	}

	#read(): void {
		while (this.#open && !this.#paused && this.#events !== null) {
			const message = this.#waiting.shift();
			if (message === undefined) return;
			this.#events.message(message);
		}
	}
}
