import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { asBrowserSocket } from "../harness/browser-socket.ts";
import type { Witness } from "./witness.ts";

/** The words of a text; each is typed and deleted whole, with its semicolon. */
export function wordsOf(text: string): string[] {
	return text.split(";").filter((word) => word !== "");
}

/** A change of one's own that the server has not confirmed yet, or one frame that carries several. */
interface Sent {
	added: string[];
	deleted: string[];
}

/** Somebody who types words through an unmodified provider, and tells the witness all they learn. */
export class Typist {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	/** The code with which the server turned this honest person away for good. */
	turnedAway: number | null = null;
	readonly #name: string;
	readonly #witness: Witness;
	readonly #added: string[] = [];
	readonly #deleted: string[] = [];
	readonly #told = new Set<string>();
	/** Document messages of the current connection, in order. */
	#sent: Sent[] = [];
	#confirmed = 0;
	#latest: Sent = { added: [], deleted: [] };
	#count = 0;

	constructor(url: string, documentId: string, token: string, name: string, witness: Witness) {
		this.#name = name;
		this.#witness = witness;
		this.provider = new WebsocketProvider(url, documentId, this.doc, {
			WebSocketPolyfill: this.#socketClass(token),
			disableBc: true,
			maxBackoffTime: 200,
		});
		this.provider.messageHandlers[100] = (_encoder, decoder) => this.#learn(readVarUint(decoder.arr, decoder.pos));
		this.provider.on("closed", ({ code }) => {
			this.turnedAway = code;
		});
		this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
			if (origin === this.provider) {
				this.#look();
			}
		});
	}

	get text(): Y.Text {
		return this.doc.getText("line");
	}

	/** All that was typed and deleted is confirmed. */
	get isSaved(): boolean {
		return this.provider.synced && this.#sent.length > 0 && this.#confirmed === this.#sent.length;
	}

	/** One change: mostly a new word between two others, sometimes the deletion of an own one. `chance`: 0 to 1. */
	type(chance: number): void {
		this.#count += 1;
		const text = this.text.toString();
		const own = wordsOf(text).filter((word) => word.startsWith(`${this.#name}-`));
		const [victim] = own;
		if (this.#count % 8 === 0 && victim !== undefined) {
			this.#latest = { added: [], deleted: [victim] };
			this.#deleted.push(victim);
			this.#witness.note("deleting", victim);
			this.text.delete(text.split(";").indexOf(victim) === 0 ? 0 : text.indexOf(`;${victim};`) + 1, victim.length + 1);
			return;
		}
		const word = `${this.#name}-${this.#count}`;
		this.#latest = { added: [word], deleted: [] };
		this.#added.push(word);
		this.#witness.note("typed", word);
		const ends = [0, ...[...text.matchAll(/;/g)].map(({ index }) => index + 1)];
		this.text.insert(ends[Math.floor(chance * ends.length)] ?? 0, `${word};`);
	}

	stop(): void {
		this.provider.destroy();
	}

	/** The seam y-websocket offers for counting: its socket class. */
	#socketClass(token: string): typeof globalThis.WebSocket {
		const opened = () => {
			this.#sent = [];
			this.#confirmed = 0;
		};
		const sends = (frame: Uint8Array) => {
			if (frame[0] === 0 && frame[1] === 1) {
				this.#sent.push({ added: [...this.#added], deleted: [...this.#deleted] });
			} else if (frame[0] === 0 && frame[1] === 2) {
				this.#sent.push(this.#latest);
			}
		};
		class CountingSocket extends WebSocket {
			constructor(address: string | URL, protocols?: string | string[]) {
				super(address, protocols ?? [], { headers: { authorization: `Bearer ${token}` } });
				opened();
			}

			override send(data: unknown): void {
				if (data instanceof Uint8Array) {
					sends(data);
					super.send(data);
				}
			}
		}
		return asBrowserSocket(CountingSocket);
	}

	#learn(count: number): void {
		for (const { added, deleted } of this.#sent.slice(this.#confirmed, count)) {
			for (const word of added) this.#tell("saved", word);
			for (const word of deleted) this.#tell("deleted", word);
		}
		this.#confirmed = count;
	}

	#look(): void {
		for (const word of wordsOf(this.text.toString())) {
			if (!word.startsWith(`${this.#name}-`)) {
				this.#tell("seen", word);
			}
		}
	}

	/** A catch-up carries everything again; once is enough. */
	#tell(fact: "seen" | "saved" | "deleted", word: string): void {
		const key = `${fact} ${word}`;
		if (!this.#told.has(key)) {
			this.#told.add(key);
			this.#witness.note(fact, word);
		}
	}
}

function readVarUint(bytes: Uint8Array, from: number): number {
	let value = 0;
	for (let at = from, shift = 1; ; at += 1, shift *= 128) {
		const byte = bytes[at] ?? 0;
		value += (byte & 127) * shift;
		if (byte < 128) {
			return value;
		}
	}
}
