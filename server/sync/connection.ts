import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import { accepted, type Result } from "../../worksheets/contract/result.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import { asError } from "../as-error.ts";
import type { Logger } from "../logger.ts";
import type { DocumentAccess, SyncAccess } from "./access.ts";
import { closeCodeOf } from "./close.ts";
import { decodeMessage, encodePermissionDenied, encodeSaved, encodeStep2, encodeUpdate } from "./codec.ts";
import { type Behind, Egress } from "./egress.ts";
import { FrameBatch } from "./frame-batch.ts";
import type { FrameSocket } from "./frame-socket.ts";
import { Inbox } from "./inbox.ts";
import type { SyncLimits } from "./limits.ts";
import { Liveness } from "./liveness.ts";
import type { Peer } from "./peer.ts";
import type { PresenceUser } from "./presence-state.ts";
import type { Room } from "./room.ts";
import type { Tick } from "./tick.ts";

export interface ConnectionDeps {
	access: SyncAccess;
	limits: SyncLimits;
	logger: Logger;
	/** Called once, when the connection is over. */
	closed(connection: Connection): void;
}

/** One browser in one document: every frame it sends is authorised again and handed to the room. */
export class Connection implements Peer {
	readonly actor: Actor;
	readonly author: string;
	readonly user: PresenceUser;
	readonly #socket: FrameSocket;
	readonly #room: Room;
	readonly #deps: ConnectionDeps;
	readonly #inbox: Inbox;
	readonly #egress: Egress;
	readonly #liveness: Liveness;
	/** Document messages that are on disk or held nothing new. */
	#saved = 0;
	#savedSentAt: number;
	/** The number the other side has not been told, for want of room. */
	#savedUntold = false;
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
		this.#egress = new Egress(socket, deps.limits);
		this.#liveness = new Liveness(deps.limits, now);
		this.#inbox = new Inbox(socket, deps.limits, {
			frame: (frame) => this.#receiveSafely(frame),
			holds: (resume) => room.holds(resume),
			refused: (code) => this.close(code),
			alive: () => this.#liveness.heard(),
		});
		void socket.closed.then(() => this.#end());
	}

	/** Enters the room and begins to read. */
	start(): void {
		this.#room.join(this);
		this.#inbox.open();
	}

	send(...messages: Uint8Array[]): void {
		if (!this.#over) {
			this.#egress.send(new FrameBatch(messages));
		}
	}

	answer(step2: FrameBatch, owe: () => Behind): void {
		if (this.#over) {
			return;
		}
		if (this.#egress.isBehind || this.#egress.room === "full") {
			this.#egress.fallBehind(owe());
		} else {
			this.#egress.sendWhole(step2, performance.now());
		}
	}

	hear(tick: Tick): void {
		if (this.#over) {
			return;
		}
		const saved = tick.savedOf(this);
		this.#saved += saved;
		this.#savedUntold ||= saved > 0;
		this.#catchUp();
		if (this.#egress.isBehind) {
			return;
		}
		const { room } = this.#egress;
		if (room === "full" && tick.hasUpdates) {
			this.#egress.fallBehind({ stateVector: tick.stateVectorBefore(), as: "update" });
			return;
		}
		const batch = tick.batchFor(this, room !== "free", this.#savedUntold ? this.#saved : null);
		if (batch.messages.length > 0) {
			this.#egress.send(batch);
		}
		if (this.#savedUntold) {
			this.#savedUntold = false;
			this.#savedSentAt = performance.now();
		}
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
		this.#catchUp();
		if (this.#egress.isTooSlow(now)) {
			this.close(CLOSE.tooSlow);
			return;
		}
		this.#checkLiveness(now);
		if (!this.#over && !this.#egress.isBehind && now - this.#savedSentAt >= this.#deps.limits.heartbeatMs) {
			this.#sendSaved(now);
		}
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
		this.#liveness.heard();
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
				return accepted(this.#tellPresence());
		}
	}

	/** A reader that has caught up again is told in one go what it went without. */
	#catchUp(): void {
		const owed = this.#egress.takeOwed();
		if (owed === null) {
			return;
		}
		const missing = this.#room.missing(owed.stateVector);
		if (missing === null) {
			this.close(CLOSE.malformed);
			return;
		}
		const message = owed.as === "step2" ? encodeStep2(missing) : encodeUpdate(missing);
		this.#egress.sendWhole(new FrameBatch([message]), performance.now());
	}

	#checkLiveness(now: number): void {
		// Nothing is read while the inbox pauses, and no ping arrives before a large answer that is under way.
		if (this.#inbox.isPaused || this.#egress.isPatient(now)) {
			this.#liveness.heard();
			return;
		}
		switch (this.#liveness.check(now)) {
			case "ping":
				this.#socket.ping();
				break;
			case "dead":
				this.#end();
				this.#socket.terminate();
		}
	}

	#tellPresence(): void {
		if (this.#egress.room === "free") {
			this.send(this.#room.awareness.everyone());
		}
	}

	#sendSaved(now: number): void {
		this.#savedSentAt = now;
		this.#savedUntold = false;
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
