import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { encodeStep1 } from "../../server/sync/codec.ts";
import type { Group } from "./group.ts";
import { maskedFrame, RawSocket } from "./raw-socket.ts";
import { caretMessage, scriptOf, writerOf } from "./script.ts";

/** How a server is spoken to. A relay answers nothing, so whoever is in is in sync. */
export type Protocol = "y-websocket" | "hocuspocus" | "relay";

export interface Seat {
	port: number;
	path: string;
	/** The document's name, which Hocuspocus wants in every message. */
	document: string;
	token: string | null;
	protocol: Protocol;
}

const EMPTY_STEP2 = Uint8Array.of(0, 1, 2, 0, 0);
const EMPTY_STATE_VECTOR = Uint8Array.of(0);
const MESSAGE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, saved: 100 };

export interface ClientOptions {
	/** Which of a group's writers this is; -1 for a reader. */
	writer?: number;
	group?: Group;
	/** What the client has already; nothing unless told. */
	stateVector?: Uint8Array;
	/** Puts together what the server sends. */
	keep?: boolean;
}

/** One person with one sheet open, as light as it can be made. Times are monotonic milliseconds. */
export class Client {
	readonly openedAt = performance.now();
	/** Resolves when the server's step 2 is there; false when the line ended before. */
	readonly synced: Promise<boolean>;
	syncedAt = Number.NaN;
	/** When the last content arrived. */
	contentAt = Number.NaN;
	/** Keystrokes sent. */
	sent = 0;
	/** Document messages that the server says are on disk. */
	saved = 0;
	/** Steps of each writer that have arrived. */
	readonly arrived: number[] = [0, 0, 0, 0, 0];
	lost = false;
	readonly #options: ClientOptions;
	readonly #seat: Seat;
	readonly #prefix: Uint8Array | null;
	readonly #socket: RawSocket;
	readonly #kept: Uint8Array[] = [];
	#presenceClock = 0;
	#settle: (synced: boolean) => void = () => undefined;
	/** Where in the buffer the reader of variable-length numbers stands. */
	#at = 0;

	constructor(seat: Seat, options: ClientOptions = {}) {
		this.#seat = seat;
		this.#options = options;
		this.#prefix =
			seat.protocol === "hocuspocus"
				? encoding.encode((encoder) => encoding.writeVarString(encoder, seat.document))
				: null;
		this.synced = new Promise((resolve) => {
			this.#settle = resolve;
		});
		this.#socket = new RawSocket(seat.port, seat.path, seat.token, {
			open: () => this.#open(),
			message: (bytes, start, length) => this.#receive(bytes, start, length),
			closed: () => {
				this.lost = true;
				this.#settle(false);
			},
		});
	}

	/** The document as this client has been told it, where it keeps it. */
	document(): Y.Doc {
		const doc = new Y.Doc();
		doc.transact(() => {
			for (const update of this.#kept) Y.applyUpdate(doc, update);
		});
		return doc;
	}

	/** Bytes that wait for the server to read. */
	get waiting(): number {
		return this.#socket.waiting;
	}

	send(message: Uint8Array): void {
		this.#socket.send(maskedFrame(this.#addressed(message)));
	}

	/** One keystroke: the update, then where the caret is now, as editors send them. */
	type(group: Group, withPresence: boolean): void {
		const { writer = -1 } = this.#options;
		const step = this.sent;
		const message = scriptOf(writer).messages[step];
		if (message === undefined) return;
		this.sent += 1;
		group.sentAt[writer]?.push(performance.now());
		this.send(message);
		if (withPresence) this.#sendCaret(writer);
	}

	leave(): void {
		this.#socket.destroy();
		this.#settle(false);
	}

	#addressed(message: Uint8Array): Uint8Array {
		return this.#prefix === null ? message : Buffer.concat([this.#prefix, message]);
	}

	#sendCaret(writer: number): void {
		this.#presenceClock += 1;
		this.send(caretMessage(writer, this.#presenceClock, this.sent));
	}

	#open(): void {
		switch (this.#seat.protocol) {
			case "y-websocket":
				this.#ask();
				break;
			case "hocuspocus":
				this.send(
					encoding.encode((encoder) => {
						encoding.writeVarUint(encoder, MESSAGE.auth);
						encoding.writeVarUint(encoder, 0);
						encoding.writeVarString(encoder, "token");
					}),
				);
				break;
			case "relay":
				this.#becomeSynced();
		}
	}

	#ask(): void {
		const { stateVector = EMPTY_STATE_VECTOR, writer = -1 } = this.#options;
		this.send(encodeStep1(stateVector));
		if (writer >= 0) this.#sendCaret(writer);
	}

	#becomeSynced(): void {
		if (Number.isNaN(this.syncedAt)) {
			this.syncedAt = performance.now();
			this.#settle(true);
		}
	}

	#receive(bytes: Buffer, start: number, length: number): void {
		this.#at = start;
		if (this.#prefix !== null) this.#at += this.#prefix.length;
		switch (this.#number(bytes)) {
			case MESSAGE.sync:
			case MESSAGE.syncReply:
				this.#receiveSync(bytes);
				break;
			case MESSAGE.auth:
				// Hocuspocus lets us in.
				if (this.#seat.protocol === "hocuspocus" && this.#number(bytes) === 2) this.#ask();
				break;
			case MESSAGE.saved:
				this.saved = this.#number(bytes);
				this.#options.group?.saved(this.#options.writer ?? -1, this.saved);
				break;
			default:
				if (this.#at > start + length) throw new Error("a message ended early");
		}
	}

	#receiveSync(bytes: Buffer): void {
		const kind = this.#number(bytes);
		const length = this.#number(bytes);
		const from = this.#at;
		if (kind === 0) {
			if (this.#seat.protocol !== "relay") this.send(EMPTY_STEP2);
			return;
		}
		if (this.#options.keep) {
			this.#kept.push(Uint8Array.from(bytes.subarray(from, from + length)));
			this.contentAt = performance.now();
		}
		if (kind === 1) this.#becomeSynced();
		else if (this.#options.group !== undefined) this.#arrive(this.#options.group, bytes, from, length);
	}

	/** Notes which steps have come. A keystroke is recognised by its first bytes; whatever else is decoded. */
	#arrive(group: Group, bytes: Buffer, from: number, length: number): void {
		this.#at = from;
		if (this.#number(bytes) === 1) {
			this.#number(bytes);
			const writer = writerOf(this.#number(bytes));
			const script = writer === -1 ? null : scriptOf(writer);
			const step = script?.stepAt.get(this.#number(bytes));
			if (step !== undefined && script?.updates[step]?.length === length) {
				this.#note(group, writer, step, step + 1);
				return;
			}
		}
		for (const struct of Y.decodeUpdate(Uint8Array.from(bytes.subarray(from, from + length))).structs) {
			const writer = writerOf(struct.id.client);
			if (writer === -1) continue;
			const { clockAfter } = scriptOf(writer);
			const first = this.arrived[writer] ?? 0;
			let next = first;
			while ((clockAfter[next] ?? Number.POSITIVE_INFINITY) <= struct.id.clock + struct.length) next += 1;
			this.#note(group, writer, first, next);
		}
	}

	#note(group: Group, writer: number, from: number, to: number): void {
		const known = this.arrived[writer] ?? 0;
		if (writer === this.#options.writer || to <= known) return;
		if (from > known) group.gaps += from - known;
		this.arrived[writer] = to;
		group.delivered(writer, Math.max(from, known), to);
	}

	#number(bytes: Buffer): number {
		let value = 0;
		let factor = 1;
		for (;;) {
			const byte = bytes[this.#at] ?? 0;
			this.#at += 1;
			value += (byte & 127) * factor;
			if (byte < 128) return value;
			factor *= 128;
		}
	}
}
