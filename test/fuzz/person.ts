import { setImmediate as turn } from "node:timers/promises";
import * as Y from "yjs";
import { decodeMessage } from "../../server/sync/codec.ts";
import type { Peer } from "../../server/sync/peer.ts";
import type { Room } from "../../server/sync/room.ts";
import { namesOf } from "./edits.ts";

/** Somebody with a copy of their own, whose line is slow both ways. */
export class Person implements Peer {
	readonly author: string;
	readonly user: Peer["user"];
	readonly doc = new Y.Doc();
	readonly #inbox: Uint8Array[] = [];
	readonly #outbox: { kind: "step2" | "update"; update: Uint8Array }[] = [];
	/** Who hears of a change at once, before it is on its line: another tab of the same browser. */
	neighbour: Person | null = null;
	thrownOut: number | null = null;

	constructor(author: string, client: number) {
		this.author = author;
		this.user = { id: author, name: author, role: "participant" };
		this.doc.clientID = client;
		namesOf(this.doc);
		this.doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin === this) return;
			this.#outbox.push({ kind: "update", update });
			if (this.neighbour !== null) Y.applyUpdate(this.neighbour.doc, update, this.neighbour);
		});
	}

	/** How much has not been said yet. */
	get unsaid(): number {
		return this.#outbox.length;
	}

	get isIdle(): boolean {
		return this.#inbox.length === 0 && this.#outbox.length === 0;
	}

	hear: Peer["hear"] = (tick) => this.send(...tick.batchFor(this, true, null).messages);
	answer: Peer["answer"] = (batch) => this.send(...batch.messages);
	send(...messages: Uint8Array[]): void {
		this.#inbox.push(...messages);
	}
	close: Peer["close"] = (code) => {
		this.thrownOut ??= code;
	};

	takeNext(): void {
		const message = decodeMessage(this.#inbox.shift() ?? Uint8Array.of());
		if (!message.ok) return;
		if (message.value.kind === "step1") {
			this.#outbox.push({ kind: "step2", update: Y.encodeStateAsUpdate(this.doc, message.value.stateVector) });
		} else if ("update" in message.value) Y.applyUpdate(this.doc, message.value.update, this);
	}

	/** `which`: of what is on its line, where that lost the order. */
	sayNext(room: Room, which = 0): void {
		const [said] = this.#outbox.splice(which, 1);
		if (said === undefined) return;
		const submitted = room.submit(this, said.kind, said.update, "write");
		if (!submitted.ok) throw new Error(`${this.author} was refused: ${submitted.refused}, ${submitted.detail}`);
	}

	/** Goes on without a line; what was on it is lost. */
	leave(room: Room): void {
		room.leave(this);
		this.#inbox.length = 0;
		this.#outbox.length = 0;
	}

	come(room: Room): void {
		room.join(this);
		room.answer(this, Y.encodeStateVector(this.doc));
	}
}

/** Resolves once everything that people have on their lines is said, written, told and heard. */
export async function untilQuiet(room: Room, people: readonly Person[]): Promise<void> {
	do {
		for (const person of people) {
			person.sayNext(room);
			person.takeNext();
		}
		await room.settled();
		await turn();
	} while (!people.every(({ isIdle }) => isIdle));
}
