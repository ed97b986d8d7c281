import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { Result } from "../../worksheets/contract/result.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import type { Logger } from "../logger.ts";
import type { DocumentAccess, SyncAccess } from "./access.ts";
import { closeCodeOf } from "./close.ts";
import { decodeMessage, encodePermissionDenied, encodeSaved } from "./codec.ts";
import { asError } from "./errors.ts";
import { FrameBatch } from "./frame-batch.ts";
import type { FrameSocket } from "./frame-socket.ts";
import { Inbox } from "./inbox.ts";
import type { SyncLimits } from "./limits.ts";
import type { PresenceUser } from "./presence-state.ts";
import type { Peer, Room } from "./room.ts";

export interface ConnectionDeps {
	access: SyncAccess;
	limits: SyncLimits;
	logger: Logger;
	/** Called once, when the connection is over. */
	closed(connection: Connection): void;
}

/** Pings in a row without an answer that make a line dead. */
const MOST_UNANSWERED = 3;

/** One browser in one document: every frame it sends is authorised again and handed to the room. */
export class Connection implements Peer {
	readonly actor: Actor;
	readonly author: string;
	readonly user: PresenceUser;
	readonly #socket: FrameSocket;
	readonly #room: Room;
	readonly #deps: ConnectionDeps;
	readonly #inbox: Inbox;
	/** Document messages that are on disk or held nothing new. */
	#saved = 0;
	#savedSentAt: number;
	#unanswered = 0;
	#slowSince: number | null = null;
	/** Something was skipped because the document was only readable. */
	#skipped = false;
	#over = false;

	/** `socket`: open and paused. `now`: monotonic milliseconds, as in `tick`. */
	constructor(socket: FrameSocket, room: Room, actor: Actor, deps: ConnectionDeps, now: number) {
		this.actor = actor;
		this.author = authorOf(actor);
		this.user = { id: this.author, name: deps.access.displayName(actor), role: actor.role };
		this.#socket = socket;
		this.#room = room;
		this.#deps = deps;
		this.#savedSentAt = now;
		this.#inbox = new Inbox(socket, deps.limits, {
			frame: (frame) => this.#receiveSafely(frame),
			refused: (code) => this.close(code),
			alive: () => {
				this.#unanswered = 0;
			},
		});
		void socket.closed.then(() => this.#end());
	}

	/** Enters the room and begins to read. */
	start(): void {
		this.#room.join(this);
		this.#inbox.open();
	}

	send(frame: Uint8Array): void {
		if (this.#over) {
			return;
		}
		if (this.#socket.bufferedBytes > this.#deps.limits.egressMostBytes) {
			this.close(CLOSE.tooSlow);
			return;
		}
		this.#socket.send(new FrameBatch([frame]));
	}

	sendPresence(frame: Uint8Array): void {
		if (this.#socket.bufferedBytes <= this.#deps.limits.egressBytes) {
			this.send(frame);
		}
	}

	saved(count: number): void {
		this.#saved += count;
		this.#sendSaved(performance.now());
	}

	/** Closes with a code the client understands. Idempotent; nothing is read or sent afterwards. */
	close(code: CloseCode): void {
		if (this.#over) {
			return;
		}
		this.#end();
		this.#socket.close(code);
	}

	/** Called about once a second, with monotonic milliseconds. */
	tick(now: number): void {
		this.#checkReader(now);
		if (this.#over || now - this.#savedSentAt < this.#deps.limits.heartbeatMs) {
			return;
		}
		if (this.#unanswered >= MOST_UNANSWERED && !this.#inbox.isPaused) {
			this.#end();
			this.#socket.terminate();
			return;
		}
		this.#unanswered += 1;
		this.#socket.ping();
		this.#sendSaved(now);
	}

	/** Asks access again after something changed. */
	recheck(): void {
		const access = this.#accessNow();
		if (access === "write" && this.#skipped) {
			// Its count can no longer reach what it has sent; a new connection brings the skipped edits and a new count.
			this.close(CLOSE.restart);
		}
	}

	/** What this connection may do now; null after closing it where that is nothing. */
	#accessNow(): DocumentAccess | null {
		const access = this.#deps.access.documentAccessNow(this.actor, this.#room.documentId);
		if (!access.ok) {
			this.close(closeCodeOf(access.refused));
			return null;
		}
		return access.value;
	}

	/** A fault of ours that a frame brings to light costs its line, not the process. */
	#receiveSafely(frame: Uint8Array): void {
		try {
			this.#receive(frame);
		} catch (error) {
			const { logger } = this.#deps;
			logger.error("a frame could not be handled", { document: this.#room.documentId, error: asError(error) });
			this.close(CLOSE.couldNotLoad);
		}
	}

	#receive(frame: Uint8Array): void {
		const access = this.#accessNow();
		if (access === null) {
			return;
		}
		this.#unanswered = 0;
		const handled = this.#handle(frame, access);
		if (!handled.ok) {
			this.close(closeCodeOf(handled.refused));
		} else if (handled.value === "denied") {
			this.#skipped = true;
			this.send(encodePermissionDenied());
		}
	}

	#handle(frame: Uint8Array, access: DocumentAccess): Result<unknown> {
		const message = decodeMessage(frame);
		if (!message.ok) {
			return message;
		}
		switch (message.value.kind) {
			case "step1":
				return this.#room.answer(this, message.value.stateVector);
			case "step2":
			case "update":
				return this.#room.submit(this, message.value.kind, message.value.update, access);
			case "awareness":
				return this.#room.awareness.receive(this, message.value.payload);
			case "query-awareness":
				return { ok: true, value: this.#room.awareness.answer(this) };
		}
	}

	/** A reader that does not keep up would fill the server's memory: it may come back and catch up in one go. */
	#checkReader(now: number): void {
		if (this.#socket.bufferedBytes <= this.#deps.limits.egressBytes) {
			this.#slowSince = null;
			return;
		}
		this.#slowSince ??= now;
		if (now - this.#slowSince >= this.#deps.limits.slowMs) {
			this.close(CLOSE.tooSlow);
		}
	}

	#sendSaved(now: number): void {
		this.#savedSentAt = now;
		this.send(encodeSaved(this.#saved));
	}

	#end(): void {
		if (!this.#over) {
			this.#over = true;
			this.#inbox.close();
			this.#room.leave(this);
			this.#deps.closed(this);
		}
	}
}
