import { COMMAND_TYPES } from "../../worksheets/contract/commands.ts";
import type { Random } from "../harness/random.ts";

const WORDS = ["", "x", "random", "check-in", "\u0000", "\ud800", "‮abc", "../..", "x".repeat(300), "<b>", "1e999"];
const NUMBERS = [0, -1, 1, 0.5, 60_000, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308];
const KEYS = ["id", "type", "phase", "ms", "count", "strategy", "participant", "group", "document", "text", "details"];
const ODD_KEYS = [
	"__proto__",
	"constructor",
	"toString",
	"",
	"title",
	"minutes",
	"startsAt",
	"name",
	"template",
	"token",
];
const DEEPEST = 4;

/** Any JSON value. */
export function anyJson(random: Random, depth = 0): unknown {
	const kinds = { word: 4, number: 3, yes: 1, nothing: 1, ...(depth < DEEPEST ? { list: 1, record: 2 } : {}) };
	switch (random.weighted<string>(kinds)) {
		case "number":
			return random.pick(NUMBERS);
		case "yes":
			return random.chance(0.5);
		case "nothing":
			return null;
		case "list":
			return Array.from({ length: random.int(4) }, () => anyJson(random, depth + 1));
		case "record":
			return anyRecord(random, depth + 1);
		default:
			return random.pick(WORDS);
	}
}

function anyRecord(random: Random, depth: number): object {
	const entries = Array.from({ length: random.int(5) }, () => {
		return [random.pick(random.chance(0.6) ? KEYS : ODD_KEYS), anyJson(random, depth)] as const;
	});
	return Object.fromEntries(entries);
}

/** A command as somebody sends it who knows the names and the ids, and keeps to nothing else. */
export function hostileCommand(random: Random, uuid: () => string, ids: readonly string[]): unknown {
	if (random.chance(0.1)) return anyJson(random);
	const fitting: Record<string, unknown> = {
		id: uuid(),
		type: random.pick(COMMAND_TYPES),
		phase: random.pick(["check-in", "group-structures", "nowhere"]),
		ms: 60_000,
		count: 1 + random.int(5),
		strategy: random.pick(["random", "even-by-organisation", "self"]),
		participant: random.pick(ids),
		group: random.pick([null, ...ids]),
		document: random.pick(ids),
		text: random.pick(WORDS),
		details: { title: random.pick(WORDS), minutes: anyRecord(random, 2) },
	};
	for (let wounds = random.int(4); wounds > 0; wounds -= 1) {
		const key = random.pick(random.chance(0.8) ? KEYS : ODD_KEYS);
		if (random.chance(0.3)) delete fitting[key];
		else
			Object.defineProperty(fitting, key, {
				value: anyJson(random),
				enumerable: true,
				configurable: true,
				writable: true,
			});
	}
	return fitting;
}

/** A text damaged in one to three places. */
export function damageText(text: string, random: Random): string {
	let damaged = text;
	for (let wounds = 1 + random.int(3); wounds > 0; wounds -= 1) {
		const at = random.int(damaged.length + 1);
		const wound = random.weighted({ cut: 1, drop: 2, insert: 3, repeat: 1 });
		if (wound === "cut") damaged = damaged.slice(0, at);
		else if (wound === "drop") damaged = damaged.slice(0, at) + damaged.slice(at + 1 + random.int(4));
		else if (wound === "repeat") damaged = damaged.slice(0, at) + damaged.slice(Math.max(0, at - 8));
		else
			damaged =
				damaged.slice(0, at) + random.pick(['"', "{", "}", "[", "-", "9", ",", "\u0000", "é"]) + damaged.slice(at);
	}
	return damaged;
}
