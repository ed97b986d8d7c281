import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { allowedName } from "../document/names.ts";
import { matrixBlock, matrixText, setMatrixCell } from "./matrix.ts";
import { assessmentText, moduleAssessmentBlock, setAssessment } from "./module-assessment.ts";
import { observedNames, observedTypes } from "./observed.ts";
import { readBlock } from "./registry.ts";

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
		setAssessment(doc, block, "board", "reach", { state: null });
		expect(moduleAssessmentBlock.read(doc, block, "board").dimensions[1]).toMatchObject({
			state: null,
			outlook: "end",
		});
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
