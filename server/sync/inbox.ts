import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import { TokenBucket } from "../access/token-bucket.ts";
import { isCatchUp, isStep1 } from "./codec.ts";
import type { FrameSocket } from "./frame-socket.ts";
import type { SyncLimits } from "./limits.ts";

/** What a step 1 counts for among frames. */
const STEP1_FRAMES = 20;

export interface InboxEvents {
	frame(frame: Uint8Array): void;
	/** Whether no frame may be handled for now; `resume` is called, once, when one may. */
	holds(resume: () => void): boolean;
	/** Somebody is there, though they have nothing to say. */
	alive(): void;
	/** Text instead of bytes, or more than can be kept. */
	refused(code: CloseCode): void;
}

/**
 * What a socket sends, at a pace the server can afford. Whoever is faster is not read for a while: the frames wait in
 * the sender's own buffers. A catch-up after a time offline has its own budget.
 */
export class Inbox {
	readonly #socket: FrameSocket;
	readonly #limits: SyncLimits;
	readonly #events: InboxEvents;
	readonly #frames: TokenBucket;
	readonly #bytes: TokenBucket;
	readonly #catchUp: TokenBucket;
	readonly #waiting: Uint8Array[] = [];
	#backlog = 0;
	#state: "waiting" | "open" | "closed" = "waiting";
	#timer: NodeJS.Timeout | null = null;
	#isHeld = false;

	/** `socket`: paused; nothing is read before `open`. */
	constructor(socket: FrameSocket, limits: SyncLimits, events: InboxEvents) {
		const now = performance.now();
		this.#socket = socket;
		this.#limits = limits;
		this.#events = events;
		this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesBurst, now);
		this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.bytesBurst, now);
		this.#catchUp = new TokenBucket(limits.bytesPerSecond, limits.catchUpBurst, now);
		socket.listen({
			message: (data) => this.#arrive(data),
			refusedText: () => this.#refuseText(),
			alive: () => events.alive(),
		});
	}

	get isPaused(): boolean {
		return this.#timer !== null || this.#isHeld;
	}

	open(): void {
		if (this.#state === "waiting") {
			this.#state = "open";
			this.#socket.resume();
			this.#drain();
		}
	}

	close(): void {
		this.#state = "closed";
		this.#waiting.length = 0;
		if (this.#timer !== null) {
			clearTimeout(this.#timer);
			this.#timer = null;
		}
	}

	#refuseText(): void {
		if (this.#state !== "closed") {
			this.#events.refused(CLOSE.malformed);
		}
	}

	#arrive(data: Uint8Array): void {
		if (this.#state === "closed") {
			return;
		}
		if (this.#waiting.length === 0 && this.#mayHandle(data)) {
			this.#events.frame(data);
			return;
		}
		this.#waiting.push(data);
		this.#backlog += data.length;
		// One frame alone may be as large as frames may be.
		if (this.#waiting.length > 1 && this.#backlog > this.#limits.backlogBytes && this.#timer !== null) {
			this.#events.refused(CLOSE.tooFast);
		}
	}

	#drain(): void {
		for (;;) {
			const frame = this.#waiting[0];
			if (frame === undefined || !this.#mayHandle(frame)) {
				return;
			}
			this.#waiting.shift();
			this.#backlog -= frame.length;
			this.#events.frame(frame);
		}
	}

	/** Takes what a frame costs from its budgets; where they are used up, reading pauses until they are not. */
	#mayHandle(frame: Uint8Array): boolean {
		if (this.#state !== "open" || this.isPaused) {
			return false;
		}
		if (this.#events.holds(() => this.#release())) {
			this.#isHeld = true;
			this.#socket.pause();
			return false;
		}
		const budget = isCatchUp(frame) ? this.#catchUp : this.#bytes;
		const now = performance.now();
		const wait = Math.max(this.#frames.wait(now), budget.wait(now));
		if (wait > 0) {
			this.#pause(wait);
			return false;
		}
		this.#frames.take(isStep1(frame) ? STEP1_FRAMES : 1);
		budget.take(frame.length);
		return true;
	}

	#release(): void {
		this.#isHeld = false;
		if (this.#state === "open") {
			this.#socket.resume();
			this.#drain();
		}
	}

	#pause(wait: number): void {
		this.#socket.pause();
		this.#timer = setTimeout(() => {
			this.#timer = null;
			this.#socket.resume();
			this.#drain();
		}, wait);
	}
}
