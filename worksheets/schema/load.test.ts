import { describe, expect, it } from "vitest";
import { loadLibrary } from "./load.ts";

const SCALES = `kind: scales
version: 1
scales:
  - id: stand
    points:
      - { value: 0, label: { de: nein, en: no } }
      - { value: 1, label: { de: ja, en: yes } }
    unknown: { de: weiß nicht, en: don't know }
`;

const OPTIONS = `kind: options
id: modules
version: 1
title: { de: Bausteine, en: Modules }
options:
  - { id: board, label: { de: Beirat, en: Board } }
  - { id: office, label: { de: Büro, en: Office } }
`;

const DIMENSIONS = `kind: dimensions
version: 1
presets:
  - id: preset
    title: { de: Vorlage, en: Preset }
    dimensions:
      - { id: continuation, label: { de: Verstetigung, en: Continuation } }
      - { id: output, label: { de: Leistung, en: Output } }
`;

const WORKSHEET = `kind: worksheet
id: sheet
version: 1
title: { de: Blatt, en: Sheet }
purpose: { de: Zweck, en: Purpose }
sections:
  - id: selection
    title: { de: Auswahl, en: Selection }
    blocks:
      - id: chosen
        type: ranking
        label: { de: Welche?, en: Which? }
        options: modules
        places: 2
  - id: each
    title: { de: Je Baustein, en: Each module }
    repeat: { over: chosen }
    blocks:
      - id: why
        type: rich-text
        label: { de: Warum?, en: Why? }
      - id: assessment
        type: module-assessment
        label: { de: Wo?, en: Where? }
        dimensions: preset
        state: stand
        outlooks: modules
  - id: all
    title: { de: Alle, en: All }
    blocks:
      - id: grid
        type: matrix
        label: { de: Raster, en: Grid }
        rows: [{ id: first, label: { de: Erste, en: First } }]
        columns:
          - { id: state, kind: scale, label: { de: Stand, en: State }, scale: stand }
          - { id: which, kind: choice, label: { de: Was, en: What }, options: modules }
`;

const TEMPLATE = `kind: template
id: plan
version: 1
title: { de: Plan, en: Plan }
description: { de: Ein Plan, en: A plan }
languages: [de, en]
phases:
  - id: work
    title: { de: Arbeit, en: Work }
    kind: group
    minutes: 10
    assignment: { de: Schreiben Sie., en: Write. }
    sheets:
      - { worksheet: sheet, scope: group, sections: [selection] }
`;

const SOUND = {
	"scales.yaml": SCALES,
	"options.yaml": OPTIONS,
	"dimensions.yaml": DIMENSIONS,
	"sheet.yaml": WORKSHEET,
};
const WHOLE = { ...SOUND, "template.yaml": TEMPLATE };

function load(files: Record<string, string>) {
	return loadLibrary(Object.entries(files).map(([path, text]) => ({ path, text })));
}

function problems(files: Record<string, string>): string[] {
	const outcome = load(files);
	return outcome.ok
		? []
		: outcome.problems.map(({ path, line, column, reason }) => `${path}:${line}:${column}: ${reason}`);
}

function sheet() {
	const outcome = load(WHOLE);
	if (!outcome.ok) throw new Error("the sample must load");
	const worksheet = outcome.value.worksheet("sheet");
	if (worksheet === undefined) throw new Error("the sample has a sheet");
	return worksheet;
}

describe("a sound library", () => {
	it("is found by id", () => {
		const outcome = load(WHOLE);
		expect(outcome).toMatchObject({
			ok: true,
			value: { templates: [{ id: "plan" }], worksheets: [{ id: "sheet" }] },
		});
		if (!outcome.ok) return;
		expect(outcome.value.template("plan")?.phases).toHaveLength(1);
		expect(outcome.value.template("sheet")).toBeUndefined();
		expect(outcome.value.worksheet("plan")).toBeUndefined();
	});

	it("has names replaced by what they stand for", () => {
		const [selection, each, all] = sheet().sections;
		expect(selection?.blocks[0]).toMatchObject({ options: [{ id: "board" }, { id: "office" }] });
		expect(each?.blocks[1]).toMatchObject({
			dimensions: [{ id: "continuation" }, { id: "output" }],
			state: { id: "stand", points: [{ value: 0 }, { value: 1 }] },
			outlooks: [{ id: "board" }, { id: "office" }],
		});
		expect(all?.blocks[0]).toMatchObject({ columns: [{ scale: { id: "stand" } }, { options: [{ id: "board" }, {}] }] });
	});

	it("hands a section's repeat down and gives cells names of their own", () => {
		const [selection, each, all] = sheet().sections;
		expect(selection?.blocks[0]?.repeat).toBeUndefined();
		expect(each?.blocks.map((block) => block.repeat)).toEqual([{ over: "chosen" }, { over: "chosen", cells: true }]);
		expect(all?.blocks[0]?.repeat).toEqual({ cells: true });
	});

	it("ends each sheet with the done marks, one an answerable block", () => {
		const last = sheet().sections.at(-1);
		expect(last).toMatchObject({ id: "progress", role: "progress", blocks: [{ id: "done", answers: "tick" }] });
		const done = last?.blocks[0];
		expect(done?.type === "checklist" && done.items.map((item) => item.id)).toEqual([
			"chosen",
			"why",
			"assessment",
			"grid",
		]);
	});
});

describe("a broken library says file, line, column and reason", () => {
	const change = (file: keyof typeof WHOLE, from: string, to: string) => {
		expect(WHOLE[file]).toContain(from);
		return { ...WHOLE, [file]: WHOLE[file].replace(from, to) };
	};

	it.each<[string, Record<string, string>, string[]]>([
		[
			"a list that is not closed",
			change("template.yaml", "[selection] }", "[selection }"),
			["template.yaml:14:64: Flow sequence", "template.yaml:14:65: Flow map"],
		],
		["a tab as indentation", change("options.yaml", "title:", "\ttitle:"), ["options.yaml:4:1: "]],
		["a key twice", change("options.yaml", "version: 1", "version: 1\nversion: 2"), ["options.yaml:4:1: "]],
		["two documents", { ...WHOLE, "scales.yaml": `${SCALES}---\n{}\n` }, ["scales.yaml:9:1: "]],
		["an unknown tag", change("options.yaml", "id: modules", "id: !thing modules"), ["options.yaml:2:5: "]],
		["an empty file", { ...WHOLE, "empty.yaml": "" }, ["empty.yaml:1:1: "]],
		[
			"an alias",
			change("options.yaml", "{ de: Büro, en: Office }", "&a { de: Büro, en: Office }, hint: *a"),
			["options.yaml:7:61: alias *a: write the text out instead"],
		],
		[
			"the id of the built-in notes",
			{ ...SOUND, "sheet.yaml": WORKSHEET.replace(/^id: .*$/m, "id: notes") },
			['sheet.yaml:2:5: id: "notes" is the built-in sheet of private notes'],
		],
		["an unknown kind", change("options.yaml", "kind: options", "kind: option"), ["options.yaml:1:7: kind: "]],
		[
			"an unknown key",
			change("sheet.yaml", "        places: 2", "        place: 2\n        places: 2"),
			['sheet.yaml:14:9: sections[0].blocks[0]: unknown key "place"'],
		],
		[
			"a key that is missing",
			change("sheet.yaml", "        places: 2\n", ""),
			["sheet.yaml:10:9: sections[0].blocks[0].places: is missing"],
		],
		[
			"a text without English",
			change("sheet.yaml", "label: { de: Warum?, en: Why? }", "label: { de: Warum? }"),
			["sheet.yaml:21:16: sections[1].blocks[0].label.en: is missing"],
		],
		[
			"an empty text",
			change("sheet.yaml", "en: Why? }", "en: ' ' }"),
			["sheet.yaml:21:34: sections[1].blocks[0].label.en: "],
		],
		[
			"an unknown block type",
			change("sheet.yaml", "type: rich-text", "type: richtext"),
			["sheet.yaml:20:15: sections[1].blocks[0].type: "],
		],
		[
			"a fault in a list that could have been a name",
			change("sheet.yaml", "options: modules\n", "options: [{ id: one, label: { de: Eins } }]\n"),
			["sheet.yaml:13:37: sections[0].blocks[0].options[0].label.en: is missing"],
		],
		[
			"a name that is no id",
			change("sheet.yaml", "options: modules\n", "options: Our Modules\n"),
			["sheet.yaml:13:18: sections[0].blocks[0].options: lower-case letters, digits and dashes, a letter first"],
		],
		[
			"an unknown option list",
			change("sheet.yaml", "options: modules\n", "options: module\n"),
			['sheet.yaml:13:18: sections[0].blocks[0].options: "module" is unknown; there are: modules'],
		],
		[
			"an unknown scale in a column",
			change("sheet.yaml", "scale: stand }", "scale: steps }"),
			['sheet.yaml:36:79: sections[2].blocks[0].columns[0].scale: "steps" is unknown; there are: stand'],
		],
		[
			"an unknown preset",
			change("sheet.yaml", "dimensions: preset", "dimensions: other"),
			['sheet.yaml:25:21: sections[1].blocks[1].dimensions: "other" is unknown; there are: preset'],
		],
		[
			"a block id twice",
			change("sheet.yaml", "id: why", "id: chosen"),
			['sheet.yaml:19:13: sections[1].blocks[0].id: block "chosen" exists already in this worksheet'],
		],
		[
			"a reserved block id",
			change("sheet.yaml", "id: why", "id: done"),
			["sheet.yaml:19:13: sections[1].blocks[0].id: "],
		],
		["a reserved section id", change("sheet.yaml", "id: all", "id: progress"), ["sheet.yaml:28:9: sections[2].id: "]],
		[
			"a repeat over nothing",
			change("sheet.yaml", "over: chosen", "over: why"),
			[
				'sheet.yaml:17:21: sections[1].repeat.over: "why" is no earlier ranking block that does not repeat (possible here: chosen)',
			],
		],
		[
			"a repeat over a later block",
			change("sheet.yaml", "id: selection\n", "id: selection\n    repeat: { over: chosen }\n"),
			[
				'sheet.yaml:8:21: sections[0].repeat.over: "chosen" is no earlier ranking block that does not repeat (there is none)',
				"sheet.yaml:18:21: sections[1].repeat.over: ",
			],
		],
		[
			"a repeat within a repeat",
			change("sheet.yaml", "type: rich-text", "type: rich-text\n        repeat: { over: chosen }"),
			["sheet.yaml:21:17: sections[1].blocks[0].repeat: the section repeats already"],
		],
		[
			"an option twice",
			change("options.yaml", "id: office", "id: board"),
			['options.yaml:7:11: options[1].id: option "board" exists already in this list'],
		],
		[
			"a scale out of order",
			change("scales.yaml", "value: 1", "value: 0"),
			["scales.yaml:7:18: scales[0].points[1].value: 0 must be greater than 0"],
		],
		[
			"a phase twice",
			{ ...WHOLE, "template.yaml": TEMPLATE + TEMPLATE.slice(TEMPLATE.indexOf("  - id: work")) },
			['template.yaml:15:9: phases[1].id: phase "work" exists already in this list'],
		],
		[
			"groups where nobody groups",
			change("template.yaml", "kind: group", "kind: plenary\n    groups: keep"),
			["template.yaml:11:13: phases[0].groups: only a phase of kind group has groups"],
		],
		[
			"a phase with an unknown worksheet",
			change("template.yaml", "worksheet: sheet", "worksheet: sheets"),
			['template.yaml:14:22: phases[0].sheets[0].worksheet: "sheets" is unknown; there are: sheet'],
		],
		[
			"a phase with an unknown section",
			change("template.yaml", "[selection]", "[selection, progress]"),
			['template.yaml:14:65: phases[0].sheets[0].sections[1]: "progress" is unknown; there are: selection, each, all'],
		],
		[
			"a worksheet id twice",
			{ ...WHOLE, "twin.yaml": WORKSHEET },
			['twin.yaml:2:5: id: worksheet "sheet" exists already, in sheet.yaml'],
		],
		[
			"a scale id twice",
			{ ...WHOLE, "twin.yaml": SCALES },
			['twin.yaml:4:9: scales[0].id: scale "stand" exists already, in scales.yaml'],
		],
	])("%s", (_, files, expected) => {
		const found = problems(files);
		expect(found).toHaveLength(expected.length);
		expected.forEach((start, index) => {
			expect(found[index]).toSatisfy((line: string) => line.startsWith(start), start);
		});
	});

	it("tells everything at once, across files", () => {
		const files = {
			...WHOLE,
			"options.yaml": OPTIONS.replace(", en: Board", "").replace("id: office", "id: Office"),
			"template.yaml": TEMPLATE.replace("minutes: 10", "minutes: 0"),
		};
		expect(problems(files).map((line) => line.split(":").slice(0, 2).join(":"))).toEqual([
			"options.yaml:6",
			"options.yaml:7",
			"template.yaml:11",
		]);
	});
});
