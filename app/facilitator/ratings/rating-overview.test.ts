import { expect, test } from "vitest";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { everyBlock } from "../../../worksheets/document/every-block.fixture.ts";
import { document, testId, testSnapshot } from "../../session/session-fixture.ts";
import { ratedQuestions, toReveal } from "./rating-overview.ts";

const BOARD = "assessment/board";
const rating = (sheet: string, question: string, more: Partial<Snapshot["ratings"][number]> = {}) => ({
	id: `${testId(sheet)}#${question}`,
	document: testId(sheet),
	question,
	revealed: false,
	eligible: 3,
	submitted: 2,
	...more,
});
const counted = (sheet: string, ...valued: string[]) => ({
	id: testId(sheet),
	questions: [{ name: BOARD, state: "started" as const, valued }],
	lastChangeAt: null,
});

function desk(changes: Partial<Snapshot> = {}): Snapshot {
	return testSnapshot({
		you: { role: "facilitator" },
		documents: [
			document("d-gb", "group", "gb", ["group-1", "results"]),
			document("d-ga", "group", "ga", ["group-1", "results"]),
			document("d-old", "group", "gx", ["group-1"]),
		],
		ratings: [
			rating("d-ga", BOARD),
			rating("d-gb", BOARD, { revealed: true, submitted: 3 }),
			rating("d-gb", "mood", { submitted: 0 }),
			rating("d-old", BOARD),
		],
		progress: [counted("d-ga", "lasting"), counted("d-gb", "lasting", "reach")],
		...changes,
	});
}

const overview = (snapshot: Snapshot) =>
	ratedQuestions(snapshot, { modules: { ...everyBlock, id: "modules" } }, "Eigener Eintrag");

test("each thing that is rated stands once, with the groups in their order and what they have no value for", () => {
	const [board, mood, ...others] = overview(desk());
	expect(others).toEqual([]);
	expect(board?.label).toBe("Beirat: Bewertung");
	expect(board?.sheets.map(({ group, without }) => [group?.index, without])).toEqual([
		[0, ["Reichweite"]],
		[1, []],
	]);
	expect(mood).toMatchObject({ label: "Stimmung", sheets: [{ group: { index: 1 } }] });
});

test("names own entries without knowing them, and says nothing of values before they are counted", () => {
	const [own] = overview(desk({ ratings: [rating("d-ga", "assessment/own-x1")], progress: [] }));
	expect(own).toMatchObject({ label: "Eigener Eintrag: Bewertung", sheets: [{ without: null }] });
});

test("goes by the workshop's own dimensions", () => {
	const { workshop } = desk();
	const dimensions = [{ id: "own-1", label: "Bürgernähe", help: "" }];
	const own = { ...workshop, dimensions: { preset: null, dimensions } };
	expect(overview(desk({ workshop: own }))[0]?.sheets[0]?.without).toEqual(["Bürgernähe"]);
});

test("asks about what lies on the table in this phase only", () => {
	expect(overview(desk({ currentPhase: "results" }))).not.toEqual([]);
	expect(overview(desk({ currentPhase: "welcome" }))).toEqual([]);
	expect(overview(desk({ currentPhase: null }))).toEqual([]);
});

test("what is revealed, or nobody has submitted, is not revealed for all", () => {
	const [board, mood] = overview(desk());
	expect(board && toReveal(board).map(({ view }) => view.document)).toEqual([testId("d-ga")]);
	expect(mood && toReveal(mood)).toEqual([]);
});
