import { setImmediate as turn } from "node:timers/promises";
import * as Y from "yjs";
import { systemClock } from "../../server/clock.ts";
import { createLogger } from "../../server/logger.ts";
import type { DocumentRecord } from "../../server/storage/storage.ts";
import { decodeMessage } from "../../server/sync/codec.ts";
import { SYNC_LIMITS } from "../../server/sync/limits.ts";
import { loadDocument } from "../../server/sync/load.ts";
import type { Peer } from "../../server/sync/peer.ts";
import { Room } from "../../server/sync/room.ts";
import { Random } from "../harness/random.ts";
import { edit, mark, namesOf } from "./edits.ts";
import { hostileFrame } from "./hostile-frames.ts";
import { clocks, visible } from "./visible.ts";

const HOSTILE = 6;
const NAMES = new Set(["line", "note", "each/answers", "each/x", "each/ranking"]);

const RECORD: DocumentRecord = {
	id: "document",
	workshopId: "workshop",
	worksheet: "sheet",
	worksheetVersion: 1,
	scopeKind: "group",
	scopeId: "group",
	createdAt: 0,
};

/** Somebody with a copy of their own, whose line is slow both ways. */
class Person implements Peer {
	readonly author: string;
	readonly user: Peer["user"];
	readonly doc = new Y.Doc();
	readonly #inbox: Uint8Array[] = [];
	readonly #outbox: { kind: "step2" | "update"; update: Uint8Array }[] = [];
	thrownOut: number | null = null;

	constructor(author: string, client: number) {
		this.author = author;
		this.user = { id: author, name: author, role: "participant" };
		this.doc.clientID = client;
		namesOf(this.doc);
		this.doc.on("update", (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#outbox.push({ kind: "update", update });
		});
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

	sayNext(room: Room): void {
		const said = this.#outbox.shift();
		if (said === undefined) return;
		const submitted = room.submit(this, said.kind, said.update, "write");
		if (!submitted.ok) throw new Error(`${this.author} was refused: ${submitted.refused}`);
	}
}

/**
 * Two honest people write into one document, each on a slow line, among so many malformed frames of others; with one
 * seed everything happens alike each time. Gives back what any copy holds otherwise than the server: theirs, a
 * newcomer's, and what is read from the log, row by row and at once.
 */
export async function runCopies(seed: number, frames: number): Promise<string[]> {
	const random = new Random(seed);
	const rows: Uint8Array[] = [];
	const room = await openRoom(rows);
	const people = ["anna", "ben"].map((author) => new Person(author, random.int(2 ** 32)));
	const hostile = Array.from({ length: HOSTILE }, (_, index) => new Person(`hostile-${index}`, random.int(2 ** 32)));
	for (const person of [...people, ...hostile]) room.join(person);
	for (let frame = 0; frame < frames; frame += 1) {
		const writer = people[(frame / 10) % 2];
		writer?.doc.transact(() => (random.chance(0.5) ? edit(writer.doc, random) : mark(writer.doc, `word-${frame};`)));
		const kind = random.pick(["step2", "update"] as const);
		const sent = hostileFrame(kind, random);
		const message = decodeMessage(typeof sent === "string" ? Buffer.from(sent) : sent);
		const sender = hostile[frame % HOSTILE];
		if (sender !== undefined && message.ok && "update" in message.value) {
			room.submit(sender, kind, message.value.update, "write");
		}
		if (random.chance(0.3)) await turn();
		for (const person of people) {
			for (let messages = random.int(4); messages > 0; messages -= 1) person.takeNext();
			if (random.chance(0.4)) person.sayNext(room);
		}
	}
	do {
		for (const person of people) {
			person.sayNext(room);
			person.takeNext();
		}
		await room.settled();
		await turn();
	} while (!people.every(({ isIdle }) => isIdle));
	const told = people.map(({ author, doc }): [string, Y.Doc] => [author, doc]);
	const differences = compare(room.doc, [...told, ...readAnew(room.doc, rows)]);
	return [
		...differences,
		...people.filter(({ thrownOut }) => thrownOut !== null).map(({ author }) => `${author} is out`),
	];
}

/** On a store without a disk, whose every write takes one turn. */
async function openRoom(rows: Uint8Array[]): Promise<Room> {
	const stored = { record: RECORD, snapshot: null, updates: [], damaged: 0, owners: new Map<number, string>() };
	const logger = createLogger("silent");
	const loaded = await loadDocument({ loadDocument: async () => stored }, RECORD.id, logger);
	if (loaded === null) throw new Error("a stored document was not found");
	return new Room(loaded, {
		storage: {
			appendUpdate: async ({ update }) => {
				rows.push(update);
			},
			compact: async () => undefined,
		},
		clock: systemClock,
		logger,
		limits: { ...SYNC_LIMITS, compactRows: Number.MAX_SAFE_INTEGER },
		isAllowedName: (name) => NAMES.has(name),
		events: { changed: ignore, setBack: ignore, broken: ignore, disposed: ignore },
	});
}

function ignore(): void {
	// Nobody looks but us.
}

function readAnew(server: Y.Doc, rows: readonly Uint8Array[]): [string, Y.Doc][] {
	const [newcomer, byRow, atOnce] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
	Y.applyUpdate(newcomer, Y.encodeStateAsUpdate(server));
	for (const row of rows) Y.applyUpdate(byRow, row);
	atOnce.transact(() => {
		for (const row of rows) Y.applyUpdate(atOnce, row);
	});
	return [
		["a newcomer", newcomer],
		["the log", byRow],
		["the log at once", atOnce],
	];
}

function compare(server: Y.Doc, copies: readonly [string, Y.Doc][]): string[] {
	return copies.flatMap(([name, copy]) => [
		...(clocks(copy) === clocks(server) ? [] : [`${name}: state vector`]),
		...(visible(copy) === visible(server) ? [] : [`${name}: content`]),
	]);
}
