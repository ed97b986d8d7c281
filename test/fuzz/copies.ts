import { setImmediate as turn } from "node:timers/promises";
import * as Y from "yjs";
import { decodeMessage } from "../../server/sync/codec.ts";
import { Random } from "../harness/random.ts";
import { edit, mark } from "./edits.ts";
import { hostileFrame } from "./hostile-frames.ts";
import { Person, untilQuiet } from "./person.ts";
import { openRoom } from "./room-without-disk.ts";
import { clocks, visible } from "./visible.ts";

const HOSTILE = 6;
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
	await untilQuiet(room, people);
	const told = people.map(({ author, doc }): [string, Y.Doc] => [author, doc]);
	const differences = compare(room.doc, [...told, ...readAnew(room.doc, rows)]);
	return [
		...differences,
		...people.filter(({ thrownOut }) => thrownOut !== null).map(({ author }) => `${author} is out`),
	];
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
