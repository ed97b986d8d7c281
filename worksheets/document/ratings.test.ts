import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { setMethod } from "../blocks/decision-write.ts";
import { setAssessment } from "../blocks/module-assessment.ts";
import { place } from "../blocks/ranking-write.ts";
import { ratedParts } from "../blocks/rated-parts.ts";
import { rateIn } from "../blocks/registry.ts";
import { setDone } from "./done.ts";
import { blockOf, everyBlock } from "./every-block.fixture.ts";
import { questionAmong, ratedBlocks, ratedQuestions, readRatings, submittedQuestions } from "./ratings.ts";
import { hasSides, readSide } from "./sides.ts";

const blocks = ratedBlocks(everyBlock).map(({ block }) => block);

describe("what people rate by themselves", () => {
	it("is written as it is read, part by part, and taken back", () => {
		const doc = new Y.Doc();
		for (const block of blocks) {
			const item = block.repeat?.over === undefined ? undefined : "board";
			const parts = ratedParts(block).map(({ part, scale }, index) => {
				return { part, value: index === 0 ? ("unknown" as const) : (scale.points.at(-1)?.value ?? null) };
			});
			for (const { part, value } of parts) rateIn(doc, block, item, part, value);
			expect(readRatings(doc, block, item)).toMatchObject(parts);
			for (const { part } of parts) rateIn(doc, block, item, part, null);
			expect(readRatings(doc, block, item)).toEqual(ratedParts(block).map((one) => ({ ...one, value: null })));
		}
	});

	it("is what stands on a scale", () => {
		expect(blocks.map(({ id }) => id)).toEqual(["assessment", "mood", "rated", "grid"]);
	});

	it("is asked in a shared sheet about what was chosen there", () => {
		const doc = new Y.Doc();
		expect(ratedQuestions(doc, everyBlock)).toEqual(["mood", "rated", "grid"]);
		place(doc, blockOf("ranking", "modules"), undefined, "board", 0);
		expect(ratedQuestions(doc, everyBlock)).toEqual(["assessment/board", "mood", "rated", "grid"]);
	});

	it("is submitted by its mark, also where its owner has chosen other things, and by nothing else", () => {
		const doc = new Y.Doc();
		setAssessment(doc, blockOf("module-assessment", "assessment"), "board", "reach", { state: 2 });
		expect(submittedQuestions(doc, everyBlock)).toEqual([]);
		for (const name of ["assessment/board", "assessment", "mood/board", "name", "why/board"]) setDone(doc, name, true);
		doc.getMap("done").set("grid", "true");
		expect(submittedQuestions(doc, everyBlock)).toEqual(["assessment/board"]);
		setDone(doc, "assessment/board", false);
		expect(submittedQuestions(doc, everyBlock)).toEqual([]);
	});

	it("has the name of a block, with an item where the block repeats", () => {
		expect(questionAmong(blocks, "assessment/own-x1")).toMatchObject({ block: { id: "assessment" }, item: "own-x1" });
		expect(questionAmong(blocks, "mood")).toMatchObject({ block: { id: "mood" }, item: undefined });
		for (const name of ["assessment", "mood/board", "name", "constructor"]) {
			expect(questionAmong(blocks, name)).toBeNull();
		}
	});
});

it("a document's side names what is asked or answered, and nothing of the answers", () => {
	expect(hasSides(everyBlock)).toBe(true);
	const doc = new Y.Doc();
	setMethod(doc, blockOf("decision", "ruling"), "mood");
	setDone(doc, "mood", true);
	expect(readSide(doc, everyBlock, "here", "group")).toEqual({
		votes: ["here mood"],
		ratings: ["mood", "rated", "grid"],
	});
	expect(readSide(doc, everyBlock, "here", "participant")).toEqual({ votes: [], ratings: ["mood"] });
	expect(hasSides({ ...everyBlock, sections: [] })).toBe(false);
});
