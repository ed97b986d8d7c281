import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { allowedName } from "../document/names.ts";
import { setCheck } from "./checklist.ts";
import { matrixBlock, matrixText, setMatrixCell } from "./matrix.ts";
import { assessmentText, moduleAssessmentBlock, setAssessment } from "./module-assessment.ts";
import { observedNames, observedTypes } from "./observed.ts";
import { type BlockKind, type Definitions, ratedIn, readBlock } from "./registry.ts";
import { setScale } from "./scale.ts";

describe("matrix", () => {
	const block = blockOf("matrix", "grid");

	it("keeps values in its map and texts under names of their own", () => {
		const doc = new Y.Doc();
		expect(matrixBlock.report(block, matrixBlock.read(doc, block), "de")).toEqual([]);
		setMatrixCell(doc, block, undefined, "low", "stand", 1);
		matrixText(doc, block, undefined, "top", "note").insert(0, "oben");
		expect([...doc.share.keys()]).toEqual(["grid", "grid/top.note"]);
		const [table] = matrixBlock.report(block, matrixBlock.read(doc, block), "de");
		expect(table).toMatchObject({
			head: ["Aspekt", "Notiz", "Wer", "Wann", "Klar", "Art", "Stand"],
			rows: [
				["Oben", "oben", "", "", "", "", ""],
				["Unten", "", "", "", "", "", "1 begonnen"],
			],
		});
	});
});

describe("module assessment", () => {
	const block = blockOf("module-assessment", "assessment");

	it("keeps the modules apart", () => {
		const doc = new Y.Doc();
		setAssessment(doc, block, "board", "reach", { state: 2 });
		setAssessment(doc, block, "board", "reach", { outlook: "end" });
		assessmentText(doc, block, "board", "lasting", "evidence").insert(0, "Beschluss 2021");
		expect(moduleAssessmentBlock.isEmpty(moduleAssessmentBlock.read(doc, block, "circle"))).toBe(true);
		const [table] = moduleAssessmentBlock.report(block, moduleAssessmentBlock.read(doc, block, "board"), "de");
		expect(table).toMatchObject({
			head: ["Dimension", "Stand", "Beleg", "Perspektive", "Bemerkung"],
			rows: [
				["Verstetigung", "", "Beschluss 2021", "", ""],
				["Reichweite", "2 umgesetzt", "", "beenden", ""],
			],
		});
		assessmentText(doc, block, "board", "reach", "dissent").insert(0, "Zwei sehen es kritischer.");
		expect(moduleAssessmentBlock.report(block, moduleAssessmentBlock.read(doc, block, "board"), "de")).toMatchObject([
			{
				head: ["Dimension", "Stand", "Beleg", "Perspektive", "Bemerkung", "Abweichende Sicht"],
				rows: [
					["Verstetigung", "", "Beschluss 2021", "", "", ""],
					["Reichweite", "2 umgesetzt", "", "beenden", "", "Zwei sehen es kritischer."],
				],
				share: [3, 3, 4, 2, 4, 4],
			},
		]);
		setAssessment(doc, block, "board", "reach", { state: null });
		expect(moduleAssessmentBlock.read(doc, block, "board").dimensions[1]).toMatchObject({
			state: null,
			outlook: "end",
		});
	});
});

describe("what is rated", () => {
	const doc = new Y.Doc();
	const of = <Kind extends BlockKind>(block: Definitions[Kind] & { type: Kind }, item?: string) =>
		ratedIn<Kind>(block, readBlock<Kind>(doc, block, item)).map(({ part, label, scale, value }) => [
			part,
			label.de,
			scale.points.length,
			value,
		]);

	it("is each dimension's Stand in a module assessment", () => {
		const block = blockOf("module-assessment", "assessment");
		setAssessment(doc, block, "board", "reach", { state: 2 });
		setAssessment(doc, block, "board", "lasting", { state: "unknown" });
		expect(of(block, "board")).toEqual([
			["lasting", "Verstetigung", 3, "unknown"],
			["reach", "Reichweite", 3, 2],
		]);
		expect(of(block, "circle").map(([, , , value]) => value)).toEqual([null, null]);
	});

	it("is each scale cell of a matrix", () => {
		const block = blockOf("matrix", "grid");
		setMatrixCell(doc, block, undefined, "low", "stand", 1);
		expect(of(block)).toEqual([
			["top.stand", "Oben: Stand", 3, null],
			["low.stand", "Unten: Stand", 3, 1],
		]);
	});

	it("is a scale as a whole", () => {
		const block = blockOf("scale", "mood");
		setScale(doc, block, undefined, block.scale.points[0]?.value ?? null);
		expect(of(block)).toEqual([["", block.label.de, block.scale.points.length, block.scale.points[0]?.value]]);
	});

	it("is each line of a checklist with a scale, and none of any other", () => {
		const block = blockOf("checklist", "rated");
		const [first = { id: "", label: { de: "", en: "" } }] = block.items;
		setCheck(doc, block, undefined, first.id, "unknown");
		expect(of(block)[0]).toEqual([first.id, first.label.de, expect.any(Number), "unknown"]);
		expect(of(block)).toHaveLength(block.items.length);
		for (const id of ["check", "ticks", "chosen"]) expect(of(blockOf("checklist", id))).toEqual([]);
		expect(of(blockOf("ranking", "modules"))).toEqual([]);
	});
});

describe("what a screen observes", () => {
	const blocks = everyBlock.sections.flatMap((section) => section.blocks);

	it.each(blocks.map((block) => [block.id, block] as const))(
		"is all of %s's names, and each may be used",
		(_id, block) => {
			const item = block.repeat?.over === undefined ? undefined : "own-a_B3";
			const allowed = allowedName(everyBlock);
			for (const { name } of observedNames(block, item)) expect(allowed(name), name).toBe(true);
			const doc = new Y.Doc();
			expect(new Set(observedTypes(doc, block, item)).size).toBe(observedNames(block, item).length);
			readBlock(doc, block, item);
			expect([...doc.share.keys()].sort()).toEqual(
				observedNames(block, item)
					.map(({ name }) => name)
					.sort(),
			);
		},
	);
});
