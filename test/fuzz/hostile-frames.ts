import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { encodeAwareness, encodeStep1, encodeStep2, encodeUpdate } from "../../server/sync/codec.ts";
import { MESSAGE } from "../../worksheets/contract/close-codes.ts";
import type { Random } from "../harness/random.ts";
import { edit } from "./edits.ts";
import { EXTREMES, few, hugeNumber, number, rounds, STATES } from "./hostile-parts.ts";
import { writeUpdate } from "./hostile-update.ts";

export const FRAME_KINDS = [
	"step1",
	"step2",
	"update",
	"awareness",
	"auth",
	"query",
	"saved",
	"unknown",
	"text",
] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

/** A frame of this kind that no honest client would send: a valid one damaged, or one made after its grammar. */
export function hostileFrame(kind: FrameKind, random: Random): Uint8Array | string {
	if (kind === "text") return hostileText(random);
	if (random.chance(0.5)) return damage(validFrame(kind, random), random);
	return grammar(kind, random);
}

function validFrame(kind: Exclude<FrameKind, "text">, random: Random): Uint8Array {
	switch (kind) {
		case "step1":
			return encodeStep1(Y.encodeStateVector(someDocument(random)));
		case "step2":
			return encodeStep2(someUpdate(random));
		case "update":
			return encodeUpdate(someUpdate(random));
		case "awareness":
			return encodeAwareness([{ client: random.int(2 ** 32), clock: random.int(9), state: random.pick(STATES) }]);
		case "auth":
			return message(MESSAGE.auth, (encoder) => {
				encoding.writeVarUint(encoder, 0);
				encoding.writeVarString(encoder, "permission denied");
			});
		case "query":
			return Uint8Array.of(MESSAGE.queryAwareness);
		case "saved":
			return message(MESSAGE.saved, (encoder) => encoding.writeVarUint(encoder, random.pick(EXTREMES)));
		case "unknown":
			return message(random.pick([4, 5, 99, 101, 127, 2 ** 31, 2 ** 53 - 1]), (encoder) =>
				encoding.writeUint8Array(encoder, random.bytes(random.int(40))),
			);
	}
}

function grammar(kind: Exclude<FrameKind, "text">, random: Random): Uint8Array {
	switch (kind) {
		case "step1":
			return encodeStep1(encoding.encode((encoder) => writeStateVector(encoder, random)));
		case "step2":
			return encodeStep2(encoding.encode((encoder) => writeUpdate(encoder, random)));
		case "update":
			return encodeUpdate(encoding.encode((encoder) => writeUpdate(encoder, random)));
		case "awareness":
			return message(MESSAGE.awareness, (encoder) =>
				encoding.writeVarUint8Array(
					encoder,
					encoding.encode((inner) => writeAwareness(inner, random)),
				),
			);
		default:
			return damage(validFrame(kind, random), random);
	}
}

function message(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, type);
		write(encoder);
	});
}

function someDocument(random: Random): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = random.int(2 ** 32);
	for (let edits = 1 + random.int(6); edits > 0; edits -= 1) edit(doc, random);
	return doc;
}

function someUpdate(random: Random): Uint8Array {
	const doc = someDocument(random);
	const known = random.chance(0.3) ? Y.encodeStateVector(doc) : undefined;
	if (known !== undefined) edit(doc, random);
	return random.chance(0.1) ? Y.encodeStateAsUpdateV2(doc, known) : Y.encodeStateAsUpdate(doc, known);
}

/** One to four wounds, of the kinds that bytes suffer on a bad way or at bad hands. */
function damage(frame: Uint8Array, random: Random): Uint8Array {
	let bytes = [...frame];
	for (let wounds = 1 + random.int(4); wounds > 0; wounds -= 1) {
		const at = random.int(bytes.length + 1);
		const other = random.int(bytes.length + 1);
		const wound = random.weighted({ flip: 4, byte: 4, cut: 2, insert: 2, drop: 2, copy: 2, number: 3, shred: 0.05 });
		if (wound === "flip") bytes[at % Math.max(1, bytes.length)] = (bytes[at] ?? 0) ^ (1 << random.int(8));
		else if (wound === "byte") bytes[at % Math.max(1, bytes.length)] = random.int(256);
		else if (wound === "cut") bytes = bytes.slice(0, at);
		else if (wound === "insert") bytes.splice(at, 0, ...random.bytes(1 + random.int(6)));
		else if (wound === "drop") bytes.splice(at, 1 + random.int(6));
		else if (wound === "copy") bytes.splice(at, 0, ...bytes.slice(Math.min(at, other), Math.max(at, other)));
		else if (wound === "number") bytes.splice(at, 1, ...hugeNumber(random));
		else bytes = [...random.bytes(random.int(4_000))];
	}
	return Uint8Array.from(bytes);
}

function writeStateVector(encoder: encoding.Encoder, random: Random): void {
	const clients = few(random);
	encoding.writeVarUint(encoder, clients);
	for (let left = rounds(clients); left > 0; left -= 1) {
		encoding.writeVarUint(encoder, number(random));
		encoding.writeVarUint(encoder, number(random));
	}
}

function writeAwareness(encoder: encoding.Encoder, random: Random): void {
	const entries = few(random);
	encoding.writeVarUint(encoder, entries);
	for (let left = rounds(entries); left > 0; left -= 1) {
		encoding.writeVarUint(encoder, number(random));
		encoding.writeVarUint(encoder, number(random));
		encoding.writeVarString(encoder, random.pick(STATES));
	}
}

function hostileText(random: Random): string {
	const bytes = random.bytes(random.int(30));
	return random.pick([
		"",
		"hello",
		'{"type":"sync"}',
		"\u0000\u0002",
		String.fromCharCode(...bytes),
		"x".repeat(70_000),
	]);
}
