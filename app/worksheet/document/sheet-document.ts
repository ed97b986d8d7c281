import * as decoding from "lib0/decoding";
import type { Awareness } from "y-protocols/awareness";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { MESSAGE } from "../../../worksheets/contract/close-codes.ts";
import type { SaveState } from "../sheet-props.ts";
import { awarenessUser, countObservers, otherUsers } from "./awareness-user.ts";
import { caretColour } from "./caret-colour.ts";
import { countingSocket } from "./counting-socket.ts";
import { followTransport } from "./follow-transport.ts";
import { fromJournal, type Journal, openJournal } from "./journal.ts";
import { journalName } from "./journal-name.ts";
import { keepLineAlive } from "./line.ts";
import {
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
	#saveState: SaveState = { kind: "loading", unsaved: 0 };
	#journal: Journal | null = null;
	/** What the journal was last told. */
	#notedUnsent = false;
	#writers: readonly string[] = [];
	#offlineTimer: ReturnType<typeof setTimeout> | undefined;
	#destroyed = false;

	constructor(options: SheetDocumentOptions) {
		this.#track = startTracking(Date.now());
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
		void this.#start(journalName(options.workshopId, options.author, options.documentId));
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

	/** How many of those who steer or watch have this sheet open. */
	readonly observers = (): number => countObservers(this.awareness);
	readonly onPresence = (listener: () => void): (() => void) => {
		this.awareness.on("change", listener);
		return () => this.awareness.off("change", listener);
	};

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
		this.#destroyed = true;
		clearTimeout(this.#offlineTimer);
		for (const stop of this.#stops.splice(0)) stop();
		this.provider.destroy();
		this.doc.destroy();
	}

	/** The journal first: what was written without a line then leaves as one catch-up, which may be large. */
	async #start(name: string): Promise<void> {
		const journal = await openJournal(name, this.doc);
		if (this.#destroyed) return;
		this.#journal = journal;
		this.#notedUnsent = journal.heldUnsent;
		if (journal.heldUnsent) this.#note({ type: "restored" });
		await this.#transport.ready;
		if (!this.#destroyed) this.provider.connect();
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
		provider.on("closed", ({ code }) => this.#note({ type: "refused", reason: reasonOf(code) }));
		doc.on("update", (_update: Uint8Array, origin: unknown) => {
			if (origin !== provider && !fromJournal(origin)) this.#note({ type: "edited" });
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
		this.provider.messageHandlers[MESSAGE.auth] = () => this.#note({ type: "refused", reason: "forbidden" });
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
		if (event.type === "edited") this.#noteUnsent(true);
		this.#publish();
	}

	#noteUnsent(unsent: boolean): void {
		if (this.#notedUnsent === unsent) return;
		this.#notedUnsent = unsent;
		this.#journal?.noteUnsent(unsent);
	}

	#publish(): void {
		const next = saveStateOf(this.#track, Date.now());
		if (next.kind === "saved") this.#noteUnsent(false);
		if (sameSaveState(next, this.#saveState)) return;
		this.#saveState = next;
		notify(this.#saveListeners);
	}
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

function notify(listeners: Set<() => void>): void {
	for (const listener of [...listeners]) listener();
}
