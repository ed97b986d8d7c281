import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { allowedName } from "../document/names.ts";
import { progressOf } from "../document/progress.ts";
import { readWorksheet } from "../document/read.ts";
import { reportWorksheet } from "../report/worksheet-report.ts";
import { setCheck } from "./checklist.ts";
import { setChoice, setChoiceOwn } from "./choice.ts";
import type { BlockOf } from "./definitions.ts";
import { generatedBlock } from "./generated.ts";
import { setMatrixCell } from "./matrix.ts";
import { addRow, cellText, setCell } from "./table.ts";

const both = (text: string) => ({ de: text, en: `${text} (en)` });
const scale = {
	id: "stand",
	points: ["nicht begonnen", "in Planung", "teilweise", "umgesetzt", "verstetigt"].map((label, value) => ({
		value,
		label: both(label),
	})),
	unknown: both("weiß nicht"),
};

function matrix(id: string): BlockOf<"matrix"> {
	return {
		id,
		type: "matrix",
		label: both(`Wie weit: ${id}?`),
		rows: ["a", "b", "c", "d"].map((row) => ({ id: row, label: both(row) })),
		columns: [{ id: "state", kind: "scale", label: both("Stand"), scale }],
	};
}

const matrices = ["must", "want", "can"].map(matrix);
const names = ["Müssen", "Wollen", "Können"];
const profile: BlockOf<"generated"> = {
	id: "profile",
	type: "generated",
	view: "profile",
	label: both("Profil"),
	of: matrices.map((block, index) => ({ name: both(names[index] ?? ""), block })),
};

/** Ratings by condition, row after row; null leaves a row out. */
function rated(ratings: Record<string, (number | "unknown" | null)[]>): Y.Doc {
	const doc = new Y.Doc();
	for (const [index, block] of matrices.entries()) {
		for (const [row, value] of (ratings[block.id] ?? []).entries()) {
			const id = matrices[index]?.rows[row]?.id ?? "";
			if (value !== null) setMatrixCell(doc, block, undefined, id, "state", value);
		}
	}
	return doc;
}

function report(doc: Y.Doc, block: BlockOf<"generated">) {
	return generatedBlock.report(block, generatedBlock.read(doc, block), "de");
}

describe("the profile", () => {
	it("puts the weakest condition first, and leaves „weiß nicht“ and what is not rated out of the mean", () => {
		const doc = rated({ must: [3, 3, 2, 3], want: [2, "unknown", 1, null], can: [0, 1, 1, 1] });
		expect(report(doc, profile)).toEqual([
			{
				kind: "paragraph",
				text: "Am schwächsten ist Können mit 0,8 von 4 („in Planung“), am stärksten ist Müssen mit 2,8 von 4 („umgesetzt“).",
			},
			{
				kind: "table",
				caption: "Mittelwert je Bedingung, die schwächste zuerst; „weiß nicht“ zählt nicht mit",
				head: ["Bedingung", "Mittelwert (0 bis 4)", "Das heißt etwa", "Bewertet", "Weiß nicht"],
				rows: [
					["Können", "0,8", "in Planung", "4 von 4", "0"],
					["Wollen", "1,5", "in Planung", "2 von 4", "1"],
					["Müssen", "2,8", "umgesetzt", "4 von 4", "0"],
				],
			},
		]);
	});

	it.each([
		[
			"one alone",
			{ want: [2] },
			"Bisher ist nur Wollen bewertet, im Mittel mit 2,0 von 4 („teilweise“); noch nicht bewertet: Müssen und Können.",
		],
		[
			"equals",
			{ must: [2], want: [2], can: [2] },
			"Müssen, Wollen und Können stehen gleich, im Mittel bei 2,0 von 4 („teilweise“).",
		],
		[
			"what the table shows as equal",
			{ must: [1, 1, 1, 2], want: [2, 2, 3, 2], can: [1, 2, 1, 1] },
			"Am schwächsten sind Müssen und Können mit 1,3 von 4 („in Planung“), am stärksten ist Wollen mit 2,3 von 4 („teilweise“).",
		],
		[
			"two of three",
			{ must: [4], can: [0] },
			"Am schwächsten ist Können mit 0,0 von 4 („nicht begonnen“), am stärksten ist Müssen mit 4,0 von 4 („verstetigt“); noch nicht bewertet: Wollen.",
		],
	])("says in one sentence of %s", (_what, ratings, text) => {
		expect(report(rated(ratings), profile)[0]).toEqual({ kind: "paragraph", text });
	});

	it("is nothing while all anybody knows is nothing", () => {
		const doc = rated({ must: ["unknown", "unknown"] });
		expect(generatedBlock.isEmpty(generatedBlock.read(doc, profile))).toBe(true);
		expect(report(doc, profile)).toEqual([]);
	});
});

describe("the suggestion of formats", () => {
	const block = blockOf("generated", "fitting");
	const form = blockOf("choice", "form");

	it("follows the goal and says why", () => {
		const doc = new Y.Doc();
		expect(report(doc, block)).toEqual([]);
		setChoice(doc, form, undefined, "board");
		expect(report(doc, block)).toEqual([
			{ kind: "paragraph", text: "Zum Ziel „Beirat“ passt Rat." },
			{
				kind: "table",
				caption: "Formate, die zum Ziel passen",
				head: ["Format", "Warum es passt"],
				rows: [["Rat", "Weil er berät"]],
			},
		]);
	});

	it("owns up where it has none", () => {
		const doc = new Y.Doc();
		setChoice(doc, form, undefined, "circle");
		expect(report(doc, block)).toEqual([
			{ kind: "paragraph", text: "Zum Ziel „Kreis“ gibt es hier keinen Vorschlag." },
		]);
		setChoiceOwn(doc, form, undefined, "Feste feiern");
		expect(report(doc, block)).toEqual([
			{ kind: "paragraph", text: "Zum Ziel „Feste feiern“ gibt es hier keinen Vorschlag." },
		]);
	});
});

describe("the check of a lean structure", () => {
	const column = (id: string, kind: "text" | "date" = "text") => ({ id, kind, label: both(id) });
	const kind = {
		id: "kind",
		kind: "choice" as const,
		label: both("Typ"),
		options: ["strategic", "working"].map((id) => ({ id, label: both(id) })),
	};
	const table: BlockOf<"table"> = {
		id: "bodies",
		type: "table",
		label: both("Gremien"),
		rowName: both("Gremium"),
		maxRows: 20,
		columns: [column("name"), column("mandate"), column("cadence"), kind, column("theme")],
	};
	const checklist: BlockOf<"checklist"> = {
		id: "parts",
		type: "checklist",
		label: both("Da?"),
		answers: "yes-partly-no",
		items: ["Lenkungsgruppe gibt vor.", "Strategiegruppe", "Anschluss", "Ende"].map((label, index) => ({
			id: `p${index}`,
			label: both(label),
		})),
	};
	const lean: BlockOf<"generated"> = {
		id: "lean",
		type: "generated",
		view: "lean-structure",
		label: both("Schlank?"),
		of: [checklist, table],
		columns: { name: "name", mandate: "mandate", cadence: "cadence", kind: "kind", theme: "theme" },
	};

	function add(doc: Y.Doc, id: string, cells: Record<string, string>): void {
		addRow(doc, table, undefined, id);
		for (const [name, value] of Object.entries(cells)) {
			if (name === "kind") setCell(doc, table, undefined, id, name, value);
			else cellText(doc, table, undefined, id, name)?.insert(0, value);
		}
	}

	it("says which parts are there and what stands out about the bodies", () => {
		const doc = new Y.Doc();
		setCheck(doc, checklist, undefined, "p0", "yes");
		setCheck(doc, checklist, undefined, "p1", "partly");
		setCheck(doc, checklist, undefined, "p2", "no");
		const whole = { mandate: "Beschluss", cadence: "jährlich", kind: "working", theme: "Übergang" };
		add(doc, "r1", { ...whole, name: "AK Übergang" });
		add(doc, "r2", { ...whole, name: "Runde", theme: " übergang ", mandate: " " });
		add(doc, "empty", {});
		add(doc, "r3", { kind: "working", mandate: "Auftrag" });
		add(doc, "r4", { ...whole, name: "Kreis", kind: "strategic" });
		expect(report(doc, lean)).toEqual([
			{
				kind: "paragraph",
				text: "Die schlanke Struktur hat 4 Teile: 1 ist da, 1 teilweise, 1 fehlt, 1 ist noch offen.",
			},
			{ kind: "paragraph", text: "An den 4 Gremien der Tabelle fällt auf:" },
			{
				kind: "facts",
				items: [
					{ label: "Ohne geklärtes Mandat", value: "Runde" },
					{ label: "Ohne Turnus", value: "Zeile 4 (ohne Namen)" },
					{ label: "Gleicher Typ und gleiches Thema", value: "AK Übergang, Runde" },
				],
			},
			{
				kind: "table",
				caption: "Teile einer schlanken Struktur",
				head: ["Teil", "Stand"],
				rows: [
					["Lenkungsgruppe gibt vor", "da"],
					["Strategiegruppe", "teilweise da"],
					["Anschluss", "fehlt"],
					["Ende", "noch offen"],
				],
			},
		]);
	});

	it("misses no cadence in bodies that meet only when needed", () => {
		const doc = new Y.Doc();
		add(doc, "r1", { name: "Kreis", mandate: "ja", kind: "working", theme: "Ferien" });
		add(doc, "r2", { name: "Runde", mandate: "ja", kind: "strategic", theme: "Ferien" });
		const cadences = (block: BlockOf<"generated">) =>
			report(doc, block).flatMap((node) => (node.kind === "facts" ? node.items : []));
		expect(cadences(lean)).toEqual([{ label: "Ohne Turnus", value: "Kreis, Runde" }]);
		const whenNeeded = { column: "kind", option: "working" };
		expect(cadences({ ...lean, whenNeeded } as typeof lean)).toEqual([{ label: "Ohne Turnus", value: "Runde" }]);
	});

	it("claims nothing that the table cannot say", () => {
		const doc = new Y.Doc();
		add(doc, "r1", { name: "Kreis", cadence: "jährlich" });
		add(doc, "r2", { name: "Runde", cadence: "monatlich" });
		const less = { ...lean, columns: { name: "name", cadence: "cadence" } };
		expect(report(doc, less).slice(0, 2)).toEqual([
			{ kind: "paragraph", text: "Die Teile der Struktur hat noch niemand eingeschätzt." },
			{ kind: "paragraph", text: "In der Tabelle fällt nichts auf: alle 2 Gremien haben einen Turnus." },
		]);
		expect(report(new Y.Doc(), lean)).toEqual([]);
	});
});

describe("what is generated is no question", () => {
	it("is not counted, has no name to write under, and says in the report that there is nothing yet", () => {
		const doc = new Y.Doc();
		const generated = everyBlock.sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type === "generated");
		expect(generated).toHaveLength(3);
		const counted = progressOf(doc, everyBlock).questions.map(({ name }) => name);
		for (const { id } of generated) {
			expect(counted).not.toContain(id);
			expect(allowedName(everyBlock)(id)).toBe(false);
		}
		const nodes = reportWorksheet(readWorksheet(doc, everyBlock, { sections: ["single"] }), "de", { headingLevel: 2 });
		expect(nodes.slice(-2)).toEqual([
			{ kind: "heading", level: 3, text: "Schlank?" },
			{ kind: "note", text: "Dafür gibt es noch keine Angaben" },
		]);
	});
});
