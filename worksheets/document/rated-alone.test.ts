import { describe, expect, it } from "vitest";
import type { ScopeKind, SheetUse } from "../contract/snapshot.ts";
import { everyBlock } from "./every-block.fixture.ts";
import { isRatedThere, ratedAlone } from "./rated-alone.ts";

const use = (scope: ScopeKind, more: Partial<SheetUse> = {}): SheetUse => ({
	worksheet: "every-block",
	scope,
	...more,
});
const phase = (...sheets: SheetUse[]) => ({ sheets });
const alone = (scope: ScopeKind, ...phases: { sheets: SheetUse[] }[]) =>
	ratedAlone(everyBlock, scope, phases).map(({ id }) => id);

describe("what each person rates first", () => {
	const single = use("participant", { sections: ["single"] });
	const repeated = use("participant", { sections: ["repeated"] });

	it("is what a phase asks of people alone beside the sheet that they share", () => {
		expect(alone("group", phase(use("group"), repeated))).toEqual(["assessment"]);
		expect(alone("plenary", phase(single, use("plenary")))).toEqual(["mood", "rated", "grid"]);
		expect(alone("group", phase(use("participant"), use("group")))).toEqual(["assessment", "mood", "rated", "grid"]);
	});

	it("is nothing where no phase has both, or only shows one of them", () => {
		expect(alone("group", phase(use("group")), phase(repeated))).toEqual([]);
		expect(alone("group", phase(use("plenary"), repeated))).toEqual([]);
		expect(alone("group", phase(use("group", { readOnly: true }), repeated))).toEqual([]);
		expect(alone("group", phase(use("group"), { ...repeated, readOnly: true }))).toEqual([]);
		expect(alone("group", phase(use("group"), { ...repeated, worksheet: "another" }))).toEqual([]);
		expect(alone("participant", phase(use("group"), repeated))).toEqual([]);
	});

	it("adds up over the phases, each thing once and in the sheet's order", () => {
		const group = use("group");
		expect(alone("group", phase(group, single), phase(group, repeated), phase(group, repeated))).toEqual([
			"assessment",
			"mood",
			"rated",
			"grid",
		]);
	});
});

describe("an own sheet", () => {
	const section = everyBlock.sections.find(({ id }) => id === "repeated");
	const [, , assessment] = section?.blocks ?? [];
	if (section === undefined || assessment === undefined) throw new Error("no such section");
	const own = use("participant", { sections: ["repeated"] });
	const withBlocks = (...blocks: typeof section.blocks) => ({
		...everyBlock,
		sections: everyBlock.sections.map((one) => (one === section ? { ...one, blocks } : one)),
	});

	it("has no place of its own where all that it asks is rated in the shared one, or may be left out", () => {
		const [why] = section.blocks;
		if (why === undefined) throw new Error("no such block");
		expect(isRatedThere(withBlocks(assessment), own, phase(use("group"), own))).toBe(true);
		expect(isRatedThere(withBlocks(assessment, { ...why, optional: true }), own, phase(own, use("plenary")))).toBe(
			true,
		);
	});

	it("keeps it where people write in it, where nothing is rated, and where nothing is shared", () => {
		const sheet = withBlocks(assessment);
		expect(isRatedThere(everyBlock, own, phase(use("group"), own))).toBe(false);
		expect(isRatedThere(everyBlock, use("participant", { sections: ["selection"] }), phase(use("group")))).toBe(false);
		expect(isRatedThere(sheet, own, phase(own))).toBe(false);
		expect(isRatedThere(sheet, own, phase(own, use("group", { readOnly: true })))).toBe(false);
		expect(isRatedThere(sheet, own, phase(own, use("group", { sections: ["single"] })))).toBe(false);
		expect(isRatedThere(sheet, { ...own, readOnly: true }, phase(own, use("group")))).toBe(false);
		expect(isRatedThere(sheet, use("group"), phase(own, use("group")))).toBe(false);
	});
});
