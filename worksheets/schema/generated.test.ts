import { describe, expect, it } from "vitest";
import { loadLibrary } from "./load.ts";

const STAND = `{ id: stand, points: [{ value: 0, label: { de: nein, en: no } }, { value: 1, label: { de: ja, en: yes } }], unknown: { de: weiß nicht, en: don't know } }`;
const OTHER = STAND.replace("id: stand", "id: other");

const SHEET = `kind: worksheet
id: sheet
version: 1
title: { de: Blatt, en: Sheet }
purpose: { de: Zweck, en: Purpose }
sections:
  - id: answers
    title: { de: Antworten, en: Answers }
    blocks:
      - id: must
        type: matrix
        label: { de: Wie weit?, en: How far? }
        rows: [{ id: data, label: { de: Daten, en: Data } }]
        columns:
          - { id: evidence, kind: text, label: { de: Beleg, en: Evidence } }
          - { id: state, kind: scale, label: { de: Stand, en: State }, scale: stand }
          - { id: need, kind: scale, label: { de: Bedarf, en: Need }, scale: other }
      - id: can
        type: matrix
        label: { de: Und hier?, en: And here? }
        rows: [{ id: skill, label: { de: Können, en: Skill } }]
        columns: [{ id: state, kind: scale, label: { de: Stand, en: State }, scale: stand }]
      - { id: prose, type: rich-text, label: { de: Warum?, en: Why? } }
      - { id: goal, type: choice, label: { de: Ziel?, en: Goal? }, options: goals }
      - id: parts
        type: checklist
        label: { de: Da?, en: There? }
        answers: yes-partly-no
        items: [{ id: steering, label: { de: Lenkung, en: Steering } }]
      - id: bodies
        type: table
        label: { de: Gremien, en: Bodies }
        rowName: { de: Gremium, en: body }
        columns:
          - { id: name, kind: text, label: { de: Name, en: Name } }
          - { id: chair, kind: person, label: { de: Leitung, en: Chair } }
          - { id: cadence, kind: text, label: { de: Turnus, en: Cadence } }
          - { id: order, kind: text, label: { de: Auftrag, en: Order } }
          - { id: rhythm, kind: choice, label: { de: Rhythmus, en: Rhythm }, options: goals }
  - id: made
    title: { de: Bild, en: Picture }
    blocks:
      - { id: profile, type: generated, view: profile, label: { de: Profil, en: Profile }, of: [{ block: must, name: { de: Müssen, en: Must } }, can] }
      - id: fitting
        type: generated
        view: format-suggestion
        label: { de: Formate, en: Formats }
        of: [goal]
        suggestions:
          - { when: decide, formats: [{ id: steering, label: { de: Lenkung, en: Steering } }] }
      - { id: lean, type: generated, view: lean-structure, label: { de: Schlank?, en: Lean? }, of: [parts, bodies], columns: { mandate: order }, whenNeeded: { column: rhythm, option: talk } }
`;
const FILES = {
	"scales.yaml": `kind: scales\nversion: 1\nscales:\n  - ${STAND}\n  - ${OTHER}\n`,
	"goals.yaml": `kind: options
id: goals
version: 1
title: { de: Ziele, en: Goals }
options: [{ id: decide, label: { de: entscheiden, en: decide } }, { id: talk, label: { de: reden, en: talk } }]
`,
};

function load(sheet: string) {
	return loadLibrary(Object.entries({ ...FILES, "sheet.yaml": sheet }).map(([path, text]) => ({ path, text })));
}

function reasons(from: string, to: string): string[] {
	expect(SHEET).toContain(from);
	const outcome = load(SHEET.replace(from, to));
	return outcome.ok ? [] : outcome.problems.map(({ reason }) => reason);
}

function worksheet() {
	const outcome = load(SHEET);
	if (!outcome.ok) throw new Error(outcome.problems.map(({ line, reason }) => `${line}: ${reason}`).join("\n"));
	const found = outcome.value.worksheet("sheet");
	if (found === undefined) throw new Error("the sample has a sheet");
	return found;
}

describe("a generated block", () => {
	it("carries what it is made of, as far as it reads it", () => {
		const [profile, fitting, lean] = worksheet().sections[1]?.blocks ?? [];
		expect(profile).toMatchObject({
			of: [
				{ name: { de: "Müssen" }, block: { id: "must", type: "matrix", rows: [{ id: "data" }] } },
				{ name: { de: "Und hier?" }, block: { id: "can" } },
			],
		});
		const columns = profile?.type === "generated" && profile.view === "profile" && profile.of[0]?.block.columns;
		expect(columns).toMatchObject([{ id: "state", scale: { id: "stand", points: [{ value: 0 }, { value: 1 }] } }]);
		expect(fitting).toMatchObject({ of: [{ id: "goal", options: [{ id: "decide" }, { id: "talk" }] }] });
		expect(lean).toMatchObject({
			of: [
				{ id: "parts" },
				{ id: "bodies", columns: [{ id: "name" }, { id: "cadence" }, { id: "order" }, { id: "rhythm" }] },
			],
			columns: { name: "name", cadence: "cadence", mandate: "order" },
			whenNeeded: { column: "rhythm", option: "talk" },
		});
	});

	it("has no done mark", () => {
		const done = worksheet().sections.at(-1)?.blocks[0];
		expect(done?.type === "checklist" && done.items.map(({ id }) => id)).toEqual([
			"must",
			"can",
			"prose",
			"goal",
			"parts",
			"bodies",
		]);
	});

	it.each([
		[
			"a block that is none",
			"}, can] }",
			"}, cannot] }",
			/of\[1\]: "cannot" is no earlier matrix .*\(possible here: must, can\)/,
		],
		["a block of another type", "}, can] }", "}, prose] }", /of\[1\]: "prose" is no earlier matrix/],
		[
			"a column that is none",
			"}, can] }",
			"}, can], column: need }",
			/of\[1\]: "can" has no column "need" with a scale/,
		],
		[
			"scales that differ",
			"kind: scale, label: { de: Stand, en: State }, scale: stand }\n          -",
			"kind: scale, label: { de: Stand, en: State }, scale: other }\n          -",
			/of\[1\]: "can" is rated on another scale than the first/,
		],
		[
			"a choice that is none",
			"of: [goal]",
			"of: [prose]",
			/of\[0\]: "prose" is no earlier choice .*\(possible here: goal\)/,
		],
		[
			"a goal that is none",
			"when: decide",
			"when: rule",
			/suggestions\[0\]\.when: "rule" is unknown; there are: decide, talk/,
		],
		[
			"a checklist that is ticked",
			"answers: yes-partly-no",
			"answers: tick",
			/of\[0\]: "parts" is not answered with yes, partly or no/,
		],
		["a table that is none", "of: [parts, bodies]", "of: [parts, parts]", /of\[1\]: "parts" is no earlier table/],
		[
			"a column the table does not have",
			"mandate: order",
			"mandate: charter",
			/columns\.mandate: "charter" is no column of "bodies"; there are: name, chair/,
		],
		[
			"a rhythm that is no choice",
			"column: rhythm,",
			"column: cadence,",
			/whenNeeded\.column: "cadence" is no column of "bodies" with a choice; there are: rhythm/,
		],
		[
			"a rhythm that nobody can choose",
			"option: talk",
			"option: never",
			/whenNeeded\.option: "never" is unknown; there are: decide, talk/,
		],
		[
			"bodies without names",
			"{ id: name, kind: text",
			"{ id: title, kind: text",
			/of\[1\]: "bodies" has no column "name"/,
		],
		["a view that is none", "view: profile", "view: profil", /view: /],
		[
			"repeating",
			"view: profile,",
			"view: profile, repeat: { over: goal },",
			/repeat: a generated block does not repeat/,
		],
	])("refuses %s", (_what, from, to, reason) => {
		expect(reasons(from, to)).toEqual([expect.stringMatching(reason)]);
	});

	it("refuses what stands below it", () => {
		const [head = "", made = ""] = SHEET.split("  - id: made");
		const turned = `${head.slice(0, head.indexOf("  - id: answers"))}  - id: made${made}${head.slice(head.indexOf("  - id: answers"))}`;
		const outcome = load(turned);
		expect(outcome.ok ? [] : outcome.problems.map(({ reason }) => reason)).toEqual([
			expect.stringMatching(/"must" is no earlier matrix .*\(there is none\)/),
			expect.stringMatching(/"can" is no earlier matrix/),
			expect.stringMatching(/"goal" is no earlier choice/),
			expect.stringMatching(/"parts" is no earlier checklist/),
			expect.stringMatching(/"bodies" is no earlier table/),
		]);
	});
});
