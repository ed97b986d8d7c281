import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { assessmentText, moduleAssessmentBlock, setAssessment } from "../blocks/module-assessment.ts";
import { blockOf, everyBlock } from "../document/every-block.fixture.ts";
import { readWorksheet } from "../document/read.ts";
import { type OwnDimensions, withDimensions } from "./own-dimensions.ts";
import { asDimension, proposedDimensions } from "./proposed-dimensions.ts";
import type { Worksheet } from "./worksheet.ts";

const block = blockOf("module-assessment", "assessment");
const [lasting, reach] = block.dimensions.map((row) => asDimension(row, "de"));
const OURS = { id: "own-1", label: "Bürgernähe", help: "Menschen merken es." };
const NONE: OwnDimensions = { dimensions: null, formerDimensions: [] };

function own(dimensions: readonly (typeof OURS | undefined)[], rest: Partial<OwnDimensions> = {}): OwnDimensions {
	const given = dimensions.flatMap((one) => one ?? []);
	return { dimensions: { preset: null, dimensions: given }, formerDimensions: [], ...rest };
}

function assessmentIn(worksheet: Worksheet): typeof block {
	const found = worksheet.sections.flatMap(({ blocks }) => blocks).find(({ type }) => type === "module-assessment");
	if (found?.type !== "module-assessment") throw new Error("no assessment");
	return found;
}

describe("a workshop's own dimensions", () => {
	it("leave a sheet the same object where there are none", () => {
		expect(withDimensions(everyBlock, NONE)).toBe(everyBlock);
	});

	it("stand in the sheet in the workshop's words and order", () => {
		const asked = assessmentIn(withDimensions(everyBlock, own([OURS, lasting]))).dimensions;
		expect(asked).toEqual([
			{
				id: "own-1",
				label: { de: "Bürgernähe", en: "Bürgernähe" },
				hint: { de: "Menschen merken es.", en: "Menschen merken es." },
			},
			{ id: "lasting", label: { de: "Verstetigung", en: "Verstetigung" } },
		]);
	});

	it("leave everything else of the sheet as it is", () => {
		const changed = withDimensions(everyBlock, own([OURS]));
		const others = ({ sections }: Worksheet) =>
			sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type !== "module-assessment");
		expect(others(changed)).toEqual(others(everyBlock));
	});

	it("are called a proposal as long as they are one, word for word", () => {
		const notice = { de: "Ein Vorschlag", en: "A proposal" };
		const proposing = {
			...everyBlock,
			sections: everyBlock.sections.map((section) => ({ ...section, notice })),
		};
		const notices = (of: OwnDimensions) =>
			withDimensions(proposing, of).sections.filter((section) => section.notice === undefined).length;
		expect(notices(own([OURS]))).toBe(1);
		expect(notices({ ...own([OURS]), dimensions: { preset: "impact-levels", dimensions: [OURS] } })).toBe(0);
		expect(notices({ dimensions: null, formerDimensions: [OURS] })).toBe(0);
	});

	it("hide what was written under one that is taken away, tell it in a report, and give it back", () => {
		const doc = new Y.Doc();
		setAssessment(doc, block, "board", "reach", { state: 2 });
		assessmentText(doc, block, "board", "reach", "evidence").insert(0, "Zwei Ämter machen mit");
		const without = assessmentIn(withDimensions(everyBlock, own([lasting])));
		const answer = moduleAssessmentBlock.read(doc, without, "board");
		expect(answer.dimensions.map(({ id }) => id)).toEqual(["lasting"]);
		expect(answer.former).toMatchObject([{ id: "reach", evidence: "Zwei Ämter machen mit", state: 2 }]);
		expect(moduleAssessmentBlock.isEmpty(answer)).toBe(false);
		expect(moduleAssessmentBlock.report(without, answer, "de")).toMatchObject([
			{
				rows: [
					["Verstetigung", "", "", "", ""],
					["Reichweite (nicht mehr gefragt)", "2 umgesetzt", "Zwei Ämter machen mit", "", ""],
				],
			},
		]);
		const back = assessmentIn(withDimensions(everyBlock, own([lasting, reach])));
		expect(moduleAssessmentBlock.read(doc, back, "board")).toEqual({
			dimensions: [
				expect.objectContaining({ id: "lasting", state: null }),
				expect.objectContaining({ id: "reach", evidence: "Zwei Ämter machen mit" }),
			],
		});
	});

	it("name one of the workshop's own that was taken away by its last words; nothing of it where nobody wrote", () => {
		const doc = new Y.Doc();
		const gone: OwnDimensions = { dimensions: null, formerDimensions: [OURS] };
		const asked = assessmentIn(withDimensions(everyBlock, gone));
		expect(asked.dimensions).toBe(block.dimensions);
		expect(moduleAssessmentBlock.read(doc, asked, "board").former).toBeUndefined();
		assessmentText(doc, asked, "board", OURS.id, "remark").insert(0, "Guter Anfang");
		const [table] = moduleAssessmentBlock.report(asked, moduleAssessmentBlock.read(doc, asked, "board"), "en");
		const rows = table?.kind === "table" ? table.rows : [];
		expect(rows).toHaveLength(3);
		expect(rows[2]).toEqual(["Bürgernähe (no longer asked about)", "", "", "", "Guter Anfang"]);
	});

	it("count in how far a sheet is", () => {
		const doc = new Y.Doc();
		doc.getMap("modules").set("places", ["board"]);
		const asked = withDimensions(everyBlock, own([OURS]));
		setAssessment(doc, assessmentIn(asked), "board", OURS.id, { outlook: "end" });
		const states = (worksheet: Worksheet) =>
			readWorksheet(doc, worksheet)
				.sections.flatMap(({ blocks }) => blocks)
				.filter(({ definition }) => definition.type === "module-assessment")
				.flatMap(({ answers }) => answers.map(({ item, state }) => [item?.id, state]));
		expect(states(asked)).toContainEqual(["board", "started"]);
	});
});

it("what the sheets propose is the first assessment's; nothing where no sheet has any", () => {
	expect(proposedDimensions([{ ...everyBlock, sections: [] }, everyBlock])).toBe(block.dimensions);
	expect(proposedDimensions([{ ...everyBlock, sections: [] }])).toBeNull();
});
