import * as encoding from "lib0/encoding";
import type { Random } from "../harness/random.ts";
import { few, NAMES, number, rounds, STATES } from "./hostile-parts.ts";

/** An update in the V1 encoding whose every part is legal by itself and seldom fits the others. */
export function writeUpdate(encoder: encoding.Encoder, random: Random): void {
	const clients = few(random);
	encoding.writeVarUint(encoder, clients);
	for (let left = rounds(clients); left > 0; left -= 1) {
		const structs = few(random);
		encoding.writeVarUint(encoder, structs);
		encoding.writeVarUint(encoder, random.chance(0.7) ? 1_000_000 + random.int(1_000) : number(random));
		encoding.writeVarUint(encoder, random.chance(0.7) ? 0 : number(random));
		for (let struct = rounds(structs); struct > 0; struct -= 1) writeStruct(encoder, random);
	}
	const deletions = random.chance(0.6) ? 0 : few(random);
	encoding.writeVarUint(encoder, deletions);
	for (let left = rounds(deletions); left > 0; left -= 1) {
		encoding.writeVarUint(encoder, number(random));
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarUint(encoder, number(random));
		encoding.writeVarUint(encoder, number(random));
	}
}

const [GC, SKIP] = [0, 10];
const [HAS_ORIGIN, HAS_RIGHT, HAS_KEY] = [0x80, 0x40, 0x20];

function writeStruct(encoder: encoding.Encoder, random: Random): void {
	const content = random.chance(0.03) ? random.int(32) : random.int(CONTENTS.length);
	const flags =
		random.pick([0, 0, 0, HAS_ORIGIN, HAS_RIGHT, HAS_ORIGIN | HAS_RIGHT]) | (random.chance(0.2) ? HAS_KEY : 0);
	encoding.writeUint8(encoder, content | flags);
	if (content === GC || content === SKIP) {
		encoding.writeVarUint(encoder, few(random));
		return;
	}
	if ((flags & HAS_ORIGIN) !== 0) writeId(encoder, random);
	if ((flags & HAS_RIGHT) !== 0) writeId(encoder, random);
	if ((flags & (HAS_ORIGIN | HAS_RIGHT)) === 0) {
		const named = random.chance(0.7);
		encoding.writeVarUint(encoder, named ? 1 : 0);
		if (named) encoding.writeVarString(encoder, random.pick(NAMES));
		else writeId(encoder, random);
		if ((flags & HAS_KEY) !== 0) encoding.writeVarString(encoder, random.pick(NAMES));
	}
	CONTENTS[content]?.(encoder, random);
}

function writeId(encoder: encoding.Encoder, random: Random): void {
	encoding.writeVarUint(encoder, random.chance(0.7) ? 1_000_000 + random.int(1_000) : number(random));
	encoding.writeVarUint(encoder, number(random));
}

/** By Yjs's number of the kind; 0 and 10 have none, and what is beyond does not exist. */
const CONTENTS: readonly (((encoder: encoding.Encoder, random: Random) => void) | null)[] = [
	null,
	(encoder, random) => encoding.writeVarUint(encoder, few(random)),
	(encoder, random) => {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarString(encoder, random.pick(["undefined", ...STATES]));
	},
	(encoder, random) => encoding.writeVarUint8Array(encoder, random.bytes(random.int(9))),
	(encoder, random) => encoding.writeVarString(encoder, random.pick(["x", "", "ab\ud83c", "🏫🏫"])),
	(encoder, random) => encoding.writeVarString(encoder, random.pick(STATES)),
	(encoder, random) => {
		encoding.writeVarString(encoder, random.pick(NAMES));
		encoding.writeVarString(encoder, random.pick(STATES));
	},
	(encoder, random) => {
		encoding.writeVarUint(encoder, random.chance(0.1) ? number(random) : random.int(7));
		encoding.writeVarString(encoder, random.pick(NAMES));
	},
	(encoder, random) => {
		encoding.writeVarUint(encoder, 1);
		writeAny(encoder, random);
	},
	(encoder, random) => {
		encoding.writeVarString(encoder, random.pick(NAMES));
		writeAny(encoder, random);
	},
	null,
];

function writeAny(encoder: encoding.Encoder, random: Random): void {
	if (random.chance(0.02)) {
		// A tower of lists in one value.
		for (let depth = 20_000; depth > 0; depth -= 1) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1));
	}
	encoding.writeUint8(encoder, 116 + random.int(12));
	encoding.writeUint8Array(encoder, random.bytes(random.int(10)));
}
