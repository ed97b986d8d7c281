import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import { LineEnd, type LineFault, TELL_AFTER_MS, WINDOW } from "../../worksheets/contract/polled-line.ts";
import type { FrameBatch } from "./frame-batch.ts";
import type { FrameSocket, FrameSocketEvents } from "./frame-socket.ts";

/** How a polled line reaches its client. */
export interface PolledWire {
	part(number: number, data: string): void;
	taken(number: number): void;
	ping(): void;
	/** Without a code where the line is cut off. */
	close(code?: CloseCode): void;
}

/** How long a client may take to answer a close. */
const CLOSE_GRACE_MS = 2_000;

const FAULTS: Record<LineFault, CloseCode> = {
	/** A proxy swallowed something: a new line brings it again. */
	gap: CLOSE.restart,
	"too-large": CLOSE.tooLarge,
};

/**
 * A line of frames through socket.io. What the client has not taken counts as buffered; what is not read is not
 * taken, so that a paused client stops by itself.
 */
export class PolledSocket implements FrameSocket {
	readonly closed: Promise<void>;
	readonly #wire: PolledWire;
	readonly #end: LineEnd;
	readonly #held: { number: number; data: string }[] = [];
	#heldChars = 0;
	#events: FrameSocketEvents | null = null;
	#paused = true;
	#open = true;
	#resolve: () => void = () => {};

	/** `mostBytes`: of one frame that the client sends. */
	constructor(wire: PolledWire, mostBytes: number) {
		this.#wire = wire;
		this.closed = new Promise((resolve) => {
			this.#resolve = resolve;
		});
		const later = (run: () => void) => {
			const timer = setTimeout(run, TELL_AFTER_MS);
			return () => clearTimeout(timer);
		};
		this.#end = new LineEnd({ part: wire.part, taken: wire.taken, later }, mostBytes);
	}

	get isOpen(): boolean {
		return this.#open;
	}

	get bufferedBytes(): number {
		return this.#end.waitingBytes;
	}

	send(batch: FrameBatch): void {
		if (!this.#open) {
			return;
		}
		for (const message of batch.messages) {
			this.#end.push(message);
		}
		this.#end.flush();
	}

	ping(): void {
		if (this.#open) {
			this.#wire.ping();
		}
	}

	pause(): void {
		this.#paused = true;
	}

	resume(): void {
		this.#paused = false;
		this.#read();
	}

	close(code: CloseCode): void {
		if (!this.#open) {
			return;
		}
		this.#stop();
		this.#wire.close(code);
		// The answer tells that the code has arrived, which a poll may have yet to fetch.
		const timer = setTimeout(() => this.gone(), CLOSE_GRACE_MS);
		void this.closed.then(() => clearTimeout(timer));
	}

	terminate(): void {
		if (this.#open) {
			this.#wire.close();
		}
		this.gone();
	}

	listen(events: FrameSocketEvents): void {
		this.#events = events;
	}

	/** A part has arrived. */
	receive(number: number, data: string): void {
		if (!this.#open) {
			return;
		}
		this.#events?.alive();
		this.#held.push({ number, data });
		this.#heldChars += data.length;
		// Base64 makes four characters of three bytes. Who keeps to the window never comes here.
		if (this.#held.length > WINDOW.parts || this.#heldChars > (WINDOW.bytes / 3) * 4 + WINDOW.parts * 4) {
			this.close(CLOSE.tooFast);
			return;
		}
		this.#read();
	}

	/** The client has answered a ping. */
	pong(): void {
		this.#events?.alive();
	}

	/** The client has taken parts. */
	taken(number: number): void {
		if (!this.#open) {
			return;
		}
		if (this.#end.taken(number)) {
			this.#events?.alive();
		} else {
			this.close(CLOSE.malformed);
		}
	}

	/** The client has gone or has heard that we have, or the line below is no more. */
	gone(): void {
		this.#stop();
		this.#resolve();
	}

	#read(): void {
		while (this.#open && !this.#paused) {
			const part = this.#held.shift();
			if (part === undefined) {
				return;
			}
			this.#heldChars -= part.data.length;
			const frames = this.#end.receive(part.number, part.data);
			if (typeof frames === "string") {
				this.close(FAULTS[frames]);
				return;
			}
			for (const frame of frames) {
				this.#events?.message(frame);
			}
		}
	}

	#stop(): void {
		this.#open = false;
		this.#held.length = 0;
		this.#end.end();
	}
}
