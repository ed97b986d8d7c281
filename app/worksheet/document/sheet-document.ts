import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE } from "../../../worksheets/contract/close-codes.ts";
import { newCommandId } from "../../session/command-id.ts";
import type { SaveState } from "../sheet-props.ts";
import { awarenessUser, otherUsers } from "./awareness-user.ts";
import { caretColour } from "./caret-colour.ts";
import { countingSocket } from "./counting-socket.ts";
import { followTransport } from "./follow-transport.ts";
import { type HandedIn, handIn } from "./hand-in.ts";
import { fromJournal, type Journal, openJournal } from "./journal.ts";
import { journalName } from "./journal-name.ts";
import type { LateNote } from "./journal-notes.ts";
import { journalNotes } from "./journals.ts";
import { keepLineAlive, retryWait } from "./line.ts";
import {
	type FailureReason,
	OFFLINE_AFTER_MS,
	reasonOf,
	type SaveEvent,
	type SaveTrack,
	sameSaveState,
	saveStateOf,
	startTracking,
	track,
} from "./save-state.ts";
import { watchWriters } from "./writers.ts";

export interface SheetDocumentOptions {
	documentId: string;
	workshopId: string;
	/** Participant id or role: names the journal. */
	author: string;
	/** Whether this browser is to keep a copy. What an earlier visit left unsaved is taken up in any case. */
	keeps: boolean;
}

/** One worksheet document in this browser: content, line to the server, journal, and how safe its text is. */
export class SheetDocument {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	readonly #transport: ReturnType<typeof followTransport>;
	readonly #stops: (() => void)[] = [];
	readonly #saveListeners = new Set<() => void>();
	readonly #writerListeners = new Set<() => void>();
	#track: SaveTrack;
	readonly #handedInListeners = new Set<() => void>();
	#saveState: SaveState = { kind: "loading", unsaved: 0, recalled: false };
	#journal: Journal | null = null;
	/** Whether what is written here waits for the server's word, as the journal was last told. */
	#unsent = false;
	/** State vector of what the server had when the first of it was written; null where that is not known. */
	#confirmed: Uint8Array | null = null;
	#handingIn = false;
	#writers: readonly string[] = [];
	#offlineTimer: ReturnType<typeof setTimeout> | undefined;
	#destroyed = false;

	constructor(options: SheetDocumentOptions) {
		// Without a network nobody has to wait for ten seconds to know.
		this.#track = startTracking(Date.now() - (navigator.onLine ? 0 : OFFLINE_AFTER_MS));
		const scheme = location.protocol === "https:" ? "wss" : "ws";
		this.provider = new WebsocketProvider(`${scheme}://${location.host}/sync`, options.documentId, this.doc, {
			connect: false,
			disableBc: true,
		});
		this.#transport = followTransport({
			provider: this.provider,
			wrap: (Base) => countingSocket(Base, (message) => this.#note({ type: "sent", message })),
		});
		this.#listen(options.author);
		this.#readSaved();
		this.#lookAgain();
		this.#stops.push(keepLineAlive(this.provider), this.#transport.stop);
		void this.#start(options);
	}

	get awareness(): Awareness {
		return this.provider.awareness;
	}

	/** Stable between changes, as React's external stores want it. */
	readonly saveState = (): SaveState => this.#saveState;
	readonly onSaveState = (listener: () => void): (() => void) => subscribe(this.#saveListeners, listener);

	/** Participant ids of others who are writing now. */
	readonly writers = (): readonly string[] => this.#writers;
	readonly onWriters = (listener: () => void): (() => void) => subscribe(this.#writerListeners, listener);

	/** Called once, when what came after the sheet was closed stands beside it: this document is at its end then. */
	readonly onHandedIn = (listener: () => void): (() => void) => subscribe(this.#handedInListeners, listener);

	/** Whether this browser keeps what is written here; true until it has shown that it does not. */
	readonly keepsJournal = (): boolean => this.#journal?.works ?? true;

	/** Whether leaving now could cost text that only this browser has. */
	get settled(): boolean {
		const state = this.#saveState;
		return state.kind === "saved" || (state.kind !== "saving" && state.unsaved === 0);
	}

	/** How others see this person. */
	introduce(displayName: string): void {
		const colours = new Map([...otherUsers(this.awareness)].map(([clientId, user]) => [clientId, user.color]));
		const user = { name: displayName, color: caretColour(this.doc.clientID, colours) };
		const state = this.awareness.getLocalState();
		if (JSON.stringify(state?.user) !== JSON.stringify(user)) this.awareness.setLocalState({ ...state, user });
	}

	/** Tries again after a refusal, or at once instead of later. */
	retry(): void {
		this.provider.disconnect();
		this.provider.connect();
	}

	destroy(): void {
		if (this.#destroyed) return;
		this.#destroyed = true;
		clearTimeout(this.#offlineTimer);
		for (const stop of this.#stops.splice(0)) stop();
		this.provider.destroy();
		this.doc.destroy();
	}

	/** The journal first: what was written without a line then leaves as one catch-up, which may be large. */
	async #start({ workshopId, author, documentId, keeps }: SheetDocumentOptions): Promise<void> {
		const name = journalName(workshopId, author, documentId);
		if (!keeps && (await journalNotes(name))?.unsent !== true) {
			await this.#dial();
			return;
		}
		const journal = await openJournal(name, this.doc, () => this.#lostJournal());
		if (this.#destroyed) return;
		this.#journal = journal;
		const { unsent, confirmed, late } = journal.left;
		this.#unsent = unsent;
		this.#confirmed = confirmed;
		const recalled = this.doc.store.clients.size > 0;
		if (recalled || unsent) this.#note({ type: "recalled", unsent });
		notify(this.#saveListeners);
		if (late === null) await this.#dial();
		else await this.#handInAll(late);
	}

	async #dial(): Promise<void> {
		await this.#transport.ready;
		if (!this.#destroyed) this.provider.connect();
	}

	#lostJournal(): void {
		if (this.#journal === null) return;
		this.#journal = { ...this.#journal, works: false };
		notify(this.#saveListeners);
	}

	/**
	 * The sheet was closed before all of this had arrived. What no server has confirmed is left beside the sheet, again
	 * and again until there is an answer, together with what is still typed meanwhile.
	 */
	async #handInAll(begun: LateNote | null = null): Promise<void> {
		if (this.#handingIn) return;
		this.#handingIn = true;
		this.provider.disconnect();
		this.#note({ type: "handing-in" });
		let late = begun ?? (await this.#noteLate());
		for (let failures = 0; !this.#destroyed; ) {
			const answer = await handIn(this.provider.roomname, late);
			if (answer === "away") {
				this.#note({ type: "not-handed-in", at: Date.now() });
				this.#lookAgain();
				await untilNextTry(failures++);
			} else if (answer === "kept" && !this.#isAllIn(late)) {
				late = await this.#noteLate();
			} else {
				this.#handingIn = false;
				this.#endHandIn(answer);
				return;
			}
		}
	}

	async #noteLate(): Promise<LateNote> {
		const late = {
			id: newCommandId(),
			update: Y.encodeStateAsUpdate(this.doc, this.#confirmed ?? undefined),
			upTo: Y.encodeSnapshot(Y.snapshot(this.doc)),
		};
		await this.#journal?.noteLate(late);
		return late;
	}

	#isAllIn({ upTo }: LateNote): boolean {
		return Y.equalSnapshots(Y.decodeSnapshot(upTo), Y.snapshot(this.doc));
	}

	#endHandIn(answer: Exclude<HandedIn, "away">): void {
		if (answer === "open") {
			this.provider.connect();
		} else if (answer === "kept") {
			this.#note({ type: "handed-in" });
			notify(this.#handedInListeners);
		} else {
			this.#note({ type: "refused", reason: answer.refused });
		}
	}

	/** The server takes nothing from us here: what is not safe yet came too late. */
	#refused(reason: FailureReason): void {
		this.#note({ type: "refused", reason });
		if (reason === "forbidden" && this.#unsent) void this.#handInAll();
	}

	#listen(author: string): void {
		const { provider, doc, awareness } = this;
		provider.on("status", ({ status }) => {
			if (status === "connected") this.#note({ type: "connected" });
			if (status === "disconnected") this.#lostLine();
		});
		provider.on("sync", (synced) => {
			if (synced) this.#note({ type: "answered" });
		});
		provider.on("closed", ({ code }) => this.#refused(reasonOf(code)));
		doc.on("update", (_update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
			if (origin !== provider && !fromJournal(origin)) this.#edited(transaction);
		});
		const keepColourFree = () => {
			const user = awarenessUser(awareness.getLocalState());
			if (user !== null) this.introduce(user.name);
		};
		awareness.on("change", keepColourFree);
		this.#stops.push(
			() => awareness.off("change", keepColourFree),
			watchWriters({
				doc,
				awareness,
				own: author,
				isLive: (transaction) => transaction.origin === provider && provider.synced,
				onChange: (writers) => {
					this.#writers = writers;
					notify(this.#writerListeners);
				},
			}),
		);
	}

	/** Message 100 counts what is durable; message 2 says that this sheet takes nothing from us. */
	#readSaved(): void {
		this.provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
			this.#note({ type: "acknowledged", count: decoding.readVarUint(decoder) });
		};
		this.provider.messageHandlers[MESSAGE.auth] = () => this.#refused("forbidden");
	}

	#lostLine(): void {
		this.#note({ type: "disconnected", at: Date.now() });
		this.#lookAgain();
	}

	/** Time alone turns „reconnecting“ into „offline“. */
	#lookAgain(): void {
		clearTimeout(this.#offlineTimer);
		this.#offlineTimer = setTimeout(() => this.#publish(), OFFLINE_AFTER_MS + 50);
	}

	#note(event: SaveEvent): void {
		this.#track = track(this.#track, event);
		this.#publish();
	}

	#edited({ beforeState }: Y.Transaction): void {
		if (!this.#unsent) {
			this.#unsent = true;
			this.#confirmed = Y.encodeStateVector(beforeState);
			this.#journal?.noteUnsent(this.#confirmed);
		}
		this.#note({ type: "edited" });
	}

	#confirm(): void {
		if (!this.#unsent) return;
		this.#unsent = false;
		this.#confirmed = null;
		this.#journal?.noteUnsent(null);
	}

	#publish(): void {
		const next = saveStateOf(this.#track, Date.now());
		if (next.kind === "saved") this.#confirm();
		if (sameSaveState(next, this.#saveState)) return;
		this.#saveState = next;
		notify(this.#saveListeners);
	}
}

/** Later, or as soon as the browser has a network again. */
function untilNextTry(failures: number): Promise<void> {
	return new Promise((resolve) => {
		const settle = () => {
			clearTimeout(timer);
			window.removeEventListener("online", settle);
			resolve();
		};
		const timer = setTimeout(settle, retryWait(failures, Math.random()));
		window.addEventListener("online", settle);
	});
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function notify(listeners: Set<() => void>): void {
	for (const listener of [...listeners]) listener();
}
