import { describe, expect, it } from "vitest";
import type { Block } from "../blocks/definitions.ts";
import { allowedName } from "../document/names.ts";
import { loadLibrary } from "./load.ts";

/** What the simple blocks may ask for beyond an answer. */

const SHELF = `kind: scales
version: 1
scales:
  - id: stand
    points: [{ value: 0, label: { de: nein, en: no } }, { value: 1, label: { de: ja, en: yes } }]
    unknown: { de: weiß nicht, en: don't know }
`;
const OPTIONS = `kind: options
id: bodies
version: 1
title: { de: Gremien, en: Bodies }
options:
  - { id: board, label: { de: Beirat, en: Board }, members: { de: alle, en: all }, cadence: { de: oft, en: often } }
`;
const SHEET = `kind: worksheet
id: sheet
version: 1
title: { de: Blatt, en: Sheet }
purpose: { de: Zweck, en: Purpose }
terms:
  - { id: turn, term: { de: Turnus, en: Cadence }, meaning: { de: wie oft, en: how often } }
sections:
  - id: one
    title: { de: Eins, en: One }
    blocks:
      - { id: ranked, type: ranking, places: 1, options: bodies, label: { de: Welche?, en: Which? } }
      - { id: prose, type: rich-text, keyMessage: true, optional: true, label: { de: Was?, en: What? } }
      - { id: each, type: rich-text, keyMessage: true, repeat: { over: ranked }, label: { de: Was?, en: What? } }
      - { id: plain, type: rich-text, label: { de: Wie?, en: How? } }
      - { id: day, type: text, format: date, label: { de: Wann?, en: When? } }
      - id: rated
        type: checklist
        answers: { scale: stand }
        note: true
        label: { de: Wie weit?, en: How far? }
        items: [{ id: first, label: { de: Erstens, en: First } }]
      - id: chosen
        type: checklist
        answers: { options: bodies }
        label: { de: Wer?, en: Who? }
        items: [{ id: first, label: { de: Erstens, en: First } }]
`;

function load(sheet: string) {
	return loadLibrary([
		{ path: "scales.yaml", text: SHELF },
		{ path: "options.yaml", text: OPTIONS },
		{ path: "sheet.yaml", text: sheet },
	]);
}

function sound() {
	const outcome = load(SHEET);
	const sheet = outcome.ok ? outcome.value.worksheet("sheet") : undefined;
	if (sheet === undefined) throw new Error("the sample must load");
	return sheet;
}

function block(id: string): Block | undefined {
	return sound()
		.sections.flatMap((section) => section.blocks)
		.find((candidate) => candidate.id === id);
}

describe("a sheet with every simple field", () => {
	it("has scales and options of a checklist inline, and what a module is beside its name", () => {
		expect(block("rated")).toMatchObject({ answers: { scale: { id: "stand", points: [{ value: 0 }, {}] } } });
		expect(block("chosen")).toMatchObject({ answers: { options: [{ id: "board", cadence: { de: "oft" } }] } });
		expect(sound().terms).toMatchObject([{ id: "turn", term: { en: "Cadence" } }]);
	});

	it("gives names of their own to texts that people write together, and to nothing else", () => {
		expect(block("prose")?.repeat).toEqual({ cells: true });
		expect(block("each")?.repeat).toEqual({ over: "ranked", cells: true });
		expect(block("rated")?.repeat).toEqual({ cells: true });
		for (const id of ["plain", "day", "chosen"]) expect(block(id)?.repeat, id).toBeUndefined();
		const allowed = allowedName(sound());
		for (const name of ["prose/key-message", "each/board.key-message", "rated/first.note"]) {
			expect(allowed(name), name).toBe(true);
		}
		for (const name of ["plain/key-message", "chosen/first.note"]) expect(allowed(name), name).toBe(false);
	});
});

it.each([
	["an unknown scale", "scale: stand", "scale: steps", '19:27: …answers.scale: "steps" is unknown; there are: stand'],
	[
		"an unknown list",
		"{ options: bodies }",
		"{ options: no }",
		'25:29: …answers.options: "no" is unknown; there are: bodies',
	],
	["an unknown way to answer", "{ scale: stand }", "often", "19:18: …answers: "],
	["another key", "{ scale: stand }", "{ scales: stand }", "19:18: …answers.scale: is missing"],
	[
		"a scale written out wrongly",
		"{ scale: stand }",
		"{ scale: { id: x } }",
		"19:27: …answers.scale.points: is missing",
	],
	[
		"options written out wrongly",
		"{ options: bodies }",
		"{ options: [{ id: x }] }",
		"25:30: …answers.options[0].label: ",
	],
	[
		"a term twice",
		"sections:\n",
		"  - { id: turn, term: { de: T, en: T }, meaning: { de: t, en: t } }\nsections:\n",
		"8:11: terms[1].id: ",
	],
	["an unknown format", "format: date", "format: day", "16:40: "],
])("%s is reported with line, column and reason", (_, from, to, expected) => {
	expect(SHEET).toContain(from);
	const outcome = load(SHEET.replace(from, to));
	const found = outcome.ok
		? []
		: outcome.problems.map(
				({ line, column, reason }) => `${line}:${column}: ${reason.replace(/sections.*?\.answers/, "…answers")}`,
			);
	expect(found[0]).toSatisfy((line: string) => line.startsWith(expected), found.join("\n"));
});
