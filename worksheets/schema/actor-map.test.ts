import { describe, expect, it } from "vitest";
import { loadLibrary } from "./load.ts";

const SCALES = `kind: scales
version: 1
scales:
  - id: level
    points:
      - { value: 1, label: { de: gering, en: low } }
      - { value: 2, label: { de: hoch, en: high } }
    unknown: { de: weiß nicht, en: don't know }
`;

const SHEET = `kind: worksheet
id: sheet
version: 1
title: { de: Blatt, en: Sheet }
purpose: { de: Zweck, en: Purpose }
sections:
  - id: actors
    title: { de: Akteure, en: Actors }
    blocks:
      - id: actors
        type: actor-map
        label: { de: Wer?, en: Who? }
        rowName: { de: Akteur, en: Actor }
        private: true
        parts:
          - id: who
            title: { de: Wer, en: Who }
            columns:
              - { id: name, kind: text, label: { de: Name, en: Name } }
              - { id: part, kind: yes-partly-no, label: { de: Dabei, en: Takes part } }
          - id: rating
            title: { de: Einschätzung, en: Rating }
            columns:
              - { id: influence, kind: scale, scale: level, label: { de: Einfluss, en: Influence } }
              - { id: interest, kind: scale, scale: level, label: { de: Interesse, en: Interest } }
        axes: { across: interest, up: influence }
        quadrants:
          both: { de: einbinden, en: involve }
          across: { de: informieren, en: inform }
          up: { de: überzeugen, en: convince }
          neither: { de: beobachten, en: watch }
        examples:
          - { name: { de: Amt, en: Office }, influence: 2, interest: unknown, part: partly }
`;

function load(sheet: string) {
	return loadLibrary([
		{ path: "scales.yaml", text: SCALES },
		{ path: "sheet.yaml", text: sheet },
	]);
}

function reasons(sheet: string): string[] {
	const outcome = load(sheet);
	return outcome.ok ? [] : outcome.problems.map(({ reason }) => reason);
}

describe("an actor map", () => {
	it("has its scales written out, and a name of its own for the release", () => {
		const outcome = load(SHEET);
		if (!outcome.ok) throw new Error("the sample must load");
		expect(outcome.value.worksheets[0]?.sections[0]?.blocks[0]).toMatchObject({
			repeat: { cells: true },
			maxRows: 60,
			parts: [{}, { columns: [{ scale: { points: [{ value: 1 }, { value: 2 }] } }, {}] }],
		});
	});

	it("has no name but its id where nothing is kept back", () => {
		const outcome = load(SHEET.replace("private: true", "private: false"));
		if (!outcome.ok) throw new Error("the sample must load");
		expect(outcome.value.worksheets[0]?.sections[0]?.blocks[0]).not.toHaveProperty("repeat");
	});

	it.each([
		["kind: text", "kind: person", "parts[0].columns[0].kind: the first column names a row, so it must be a text"],
		["id: interest,", "id: name,", 'parts[1].columns[1].id: column "name" exists in an earlier part'],
		["id: part,", "id: removed,", "parts[0].columns[1].id: this id is reserved"],
		[
			"across: interest",
			"across: part",
			'axes.across: "part" is no scale column of this block (possible here: influence, interest)',
		],
		["across: interest", "across: influence", "axes.up: both axes name the same column"],
		["id: rating", "id: who", 'parts[1].id: part "who" exists already in this list'],
		["influence: 2", "influence: 3", "examples[0].influence: wanted here: 1, 2, unknown"],
		["part: partly", "part: maybe", "examples[0].part: wanted here: yes, partly, no"],
		["part: partly", "other: 1", "examples[0].other: no column of this block has this id"],
		["name: { de: Amt, en: Office }", "name: Amt", "examples[0].name: wanted here: a text in both languages"],
	])("is refused with %s as %s", (from, to, reason) => {
		expect(reasons(SHEET.replace(from, to))).toContain(`sections[0].blocks[0].${reason}`);
	});
});
