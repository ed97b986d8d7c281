import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { CLOSE, MESSAGE } from "../../worksheets/contract/close-codes.ts";
import { namesOf } from "./edits.ts";

/** Ends that an honest client may meet: its own, a lost line, a restart, and „come back for the rest“. */
const HONEST_ENDS: readonly number[] = [1000, 1005, 1006, CLOSE.restart, CLOSE.couldNotLoad];

/**
 * A browser's copy of one document on a real socket, which speaks as y-websocket's provider does and can be told to do
 * what a bad line does. Counts what is saved.
 */
export class Replica {
	readonly #url: string;
	readonly #token: string;
	readonly #ends: readonly number[];
	readonly #watchers = new Set<() => void>();
	/** The last update frames, for sending them again. */
	readonly #recent: Uint8Array[] = [];
	#doc: Y.Doc;
	#undo: Y.UndoManager;
	#socket: WebSocket | null = null;
	#held: Uint8Array[] | null = null;
	#sent = 0;
	#saved = 0;
	#answered = false;
	#wrong: string | null = null;
	/** Its client id once the server has content under it. */
	knownAs: number | null = null;
	/** How often its line ended without its doing. */
	drops = 0;

	/** `otherEnds`: close codes that it may meet besides those of any honest client. */
	constructor(url: string, token: string, otherEnds: readonly number[] = []) {
		this.#url = url;
		this.#token = token;
		this.#ends = [...HONEST_ENDS, ...otherEnds];
		[this.#doc, this.#undo] = this.#adopt(new Y.Doc());
	}

	get doc(): Y.Doc {
		return this.#doc;
	}

	/** Open and let in, and its first question answered. */
	get isSynced(): boolean {
		return this.#socket?.readyState === WebSocket.OPEN && this.#answered;
	}

	/** Everything it has sent is on disk. */
	get isSaved(): boolean {
		return this.isSynced && this.#saved === this.#sent && this.#sent > 0;
	}

	get isOffline(): boolean {
		return this.#socket === null;
	}

	connect(): void {
		if (this.#socket !== null) return;
		const socket = new WebSocket(this.#url, { headers: { authorization: `Bearer ${this.#token}` } });
		this.#socket = socket;
		[this.#sent, this.#saved, this.#answered, this.#held] = [0, 0, false, null];
		socket.on("open", () => this.ask());
		socket.on("message", (data) => {
			if (this.#socket === socket && data instanceof Uint8Array) this.#receive(data);
		});
		socket.on("error", () => undefined);
		socket.on("close", (code) => {
			if (!this.#ends.includes(code)) this.#goWrong(`closed with ${code}`);
			if (this.#socket === socket) {
				this.#socket = null;
				this.drops += 1;
			}
			this.#look();
		});
	}

	/** Without a goodbye. */
	cut(): void {
		const socket = this.#socket;
		this.#socket = null;
		socket?.terminate();
	}

	leave(): void {
		const socket = this.#socket;
		this.#socket = null;
		socket?.close();
	}

	/** Reads nothing until `resume`; what others write waits in the line. */
	pause(): void {
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.pause();
	}

	resume(): void {
		if (this.#socket?.isPaused) this.#socket.resume();
	}

	/** Keeps back what it writes from now on; `release` sends it, newest first. */
	hold(): void {
		if (this.isSynced) this.#held ??= [];
	}

	release(): void {
		const held = this.#held ?? [];
		this.#held = null;
		for (const frame of held.reverse()) this.#transmit(frame);
	}

	/** What was kept back is lost on the way, as far as the server can tell. */
	lose(): void {
		this.#held = null;
	}

	repeat(index: number): void {
		const frame = this.#recent[index % Math.max(1, this.#recent.length)];
		if (frame !== undefined && this.isSynced) this.#transmit(frame);
	}

	/** Asks for everything it lacks. */
	ask(): void {
		this.#post(encode((encoder) => sync.writeSyncStep1(encoder, this.#doc)));
	}

	/** A page load: the same content from the journal, a new client id. */
	reload(): void {
		this.cut();
		const doc = new Y.Doc();
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.#doc));
		this.dispose();
		this.knownAs = null;
		[this.#doc, this.#undo] = this.#adopt(doc);
	}

	undo(): void {
		this.#undo.undo();
	}

	redo(): void {
		this.#undo.redo();
	}

	change(make: (doc: Y.Doc) => void): void {
		this.#doc.transact(() => make(this.#doc), "own");
	}

	dispose(): void {
		this.cut();
		this.#undo.destroy();
		this.#doc.destroy();
	}

	/** Resolves once the condition holds; rejects when something went wrong that must not, or after `ms`. */
	until(condition: () => boolean, what: string, ms = 30_000): Promise<void> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(() => finish(() => reject(new Error(`${what}: not within ${ms} ms`))), ms);
			const check = () => {
				const wrong = this.#wrong;
				if (wrong !== null) finish(() => reject(new Error(`${what}: ${wrong}`)));
				else if (condition()) finish(resolve);
			};
			const finish = (then: () => void) => {
				clearTimeout(timer);
				this.#watchers.delete(check);
				then();
			};
			this.#watchers.add(check);
			check();
		});
	}

	#adopt(doc: Y.Doc): [Y.Doc, Y.UndoManager] {
		const undo = new Y.UndoManager(namesOf(doc), { trackedOrigins: new Set(["own"]), captureTimeout: 0 });
		doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#write(update);
			this.#look();
		});
		return [doc, undo];
	}

	#write(update: Uint8Array): void {
		// As the provider does: what is written before the line is open goes with the answer to the server's question.
		if (this.#socket?.readyState !== WebSocket.OPEN) return;
		const frame = encode((encoder) => sync.writeUpdate(encoder, update));
		this.#recent.push(frame);
		if (this.#recent.length > 8) this.#recent.shift();
		if (this.#held === null) this.#transmit(frame);
		else this.#held.push(frame);
	}

	/** A document message, which the server has to count. */
	#transmit(frame: Uint8Array): void {
		if (this.#socket?.readyState !== WebSocket.OPEN) return;
		this.#sent += 1;
		this.#post(frame);
	}

	#post(frame: Uint8Array): void {
		if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(frame);
	}

	#receive(frame: Uint8Array): void {
		try {
			this.#take(decoding.createDecoder(frame));
		} catch (error) {
			this.#goWrong(`cannot read what the server sent: ${String(error)}`);
		}
		this.#look();
	}

	#take(decoder: decoding.Decoder): void {
		const type = decoding.readVarUint(decoder);
		if (type === MESSAGE.saved) {
			this.#saved = decoding.readVarUint(decoder);
			if (this.#saved > this.#sent) this.#goWrong(`${this.#saved} saved of ${this.#sent} sent`);
			const { clientID, store } = this.#doc;
			if (this.#saved === this.#sent && Y.getState(store, clientID) > 0) this.knownAs = clientID;
		} else if (type === MESSAGE.auth) this.#goWrong("denied");
		else if (type === MESSAGE.sync) {
			const answer = encoding.createEncoder();
			encoding.writeVarUint(answer, MESSAGE.sync);
			const kind = sync.readSyncMessage(decoder, answer, this.#doc, this, (error) => this.#goWrong(String(error)));
			if (kind === sync.messageYjsSyncStep2) this.#answered = true;
			if (kind === sync.messageYjsSyncStep1) this.#transmit(encoding.toUint8Array(answer));
		}
	}

	#goWrong(what: string): void {
		this.#wrong ??= what;
	}

	#look(): void {
		for (const check of [...this.#watchers]) check();
	}
}

function encode(write: (encoder: encoding.Encoder) => void): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.sync);
		write(encoder);
	});
}
