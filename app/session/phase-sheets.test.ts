import { expect, test } from "vitest";
import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { everyBlock } from "../../worksheets/document/every-block.fixture.ts";
import { laidOut, mySheets, needsGroup, ownGroup, phaseSheets } from "./phase-sheets.ts";
import { document, testId, testSnapshot } from "./session-fixture.ts";

function phaseOf(snapshot: Snapshot, id: string): PhaseView {
	const phase = snapshot.phases.find((candidate) => candidate.id === id);
	if (phase === undefined) throw new Error(`no phase ${id}`);
	return phase;
}

const idsIn = (snapshot: Snapshot, phase: string) =>
	phaseSheets(snapshot, phaseOf(snapshot, phase)).map((sheet) => sheet.document.id);

test("a group phase shows one's group's sheet, not those of former groups", () => {
	const snapshot = testSnapshot({
		documents: [document("d-old", "group", "gx", ["group-1"]), document("d-ga", "group", "ga", ["group-1"])],
	});
	expect(idsIn(snapshot, "group-1")).toEqual([testId("d-ga")]);
});

test("an individual phase shows one's own sheet with the sections it names", () => {
	const snapshot = testSnapshot();
	const [sheet] = phaseSheets(snapshot, phaseOf(snapshot, "alone"));
	expect(sheet).toMatchObject({ document: { id: testId("d-own") }, use: { sections: ["selection"] }, readOnly: false });
});

test("a results phase shows every group's sheet to read, the present groups first", () => {
	const snapshot = testSnapshot({
		documents: [
			document("d-old", "group", "gx", ["results"]),
			document("d-gb", "group", "gb", ["results"]),
			document("d-ga", "group", "ga", ["results"]),
		],
	});
	const sheets = phaseSheets(snapshot, phaseOf(snapshot, "results"));
	expect(sheets.map((sheet) => [sheet.document.id, sheet.readOnly])).toEqual([
		[testId("d-ga"), true],
		[testId("d-gb"), true],
		[testId("d-old"), true],
	]);
});

test("who has no group yet has no group sheet", () => {
	const snapshot = testSnapshot({ groups: [] });
	expect(ownGroup(snapshot)).toBeNull();
	expect(idsIn(snapshot, "group-1")).toEqual([]);
});

test("knows the group's place, which gives its letter", () => {
	const snapshot = testSnapshot({ you: { role: "participant", participantId: testId("p3") } });
	expect(ownGroup(snapshot)).toMatchObject({ name: "Gruppe B", index: 1 });
});

test("results are no group work", () => {
	const snapshot = testSnapshot();
	expect(snapshot.phases.filter(needsGroup).map((phase) => phase.id)).toEqual(["group-1"]);
});

test("lists one's own sheets before the group's", () => {
	const snapshot = testSnapshot({
		documents: [document("d-ga", "group", "ga", []), document("d-own", "participant", "p1", [])],
	});
	expect(mySheets(snapshot).map((sheet) => sheet.id)).toEqual([testId("d-own"), testId("d-ga")]);
});

test("one's own sheet is not laid out beside the group's in which one rates alone first", () => {
	const uses: PhaseView["sheets"] = [
		{ worksheet: "modules", scope: "participant", sections: ["rated"] },
		{ worksheet: "modules", scope: "group" },
	];
	const [, , rated] = everyBlock.sections.find(({ id }) => id === "repeated")?.blocks ?? [];
	const [section] = everyBlock.sections;
	if (rated === undefined || section === undefined) throw new Error("no such block");
	const worksheet = { ...everyBlock, id: "modules", sections: [{ ...section, id: "rated", blocks: [rated] }] };
	const seen = (snapshot: Snapshot, blocks = [rated]) => {
		const phase = { ...phaseOf(snapshot, "group-1"), sheets: uses };
		const modules = { ...worksheet, sections: worksheet.sections.map((one) => ({ ...one, blocks })) };
		return laidOut(phaseSheets(snapshot, phase), phase, { modules }).map((sheet) => sheet.document.id);
	};
	expect(seen(testSnapshot())).toEqual([testId("d-ga")]);
	// Who is in no group has no other place for it, and what people write alone keeps its own.
	expect(seen(testSnapshot({ groups: [] }))).toEqual([testId("d-own")]);
	expect(seen(testSnapshot(), section.blocks)).toEqual([testId("d-own"), testId("d-ga")]);
});
