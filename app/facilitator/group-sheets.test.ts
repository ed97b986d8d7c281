import { expect, test } from "vitest";
import { document, testId, testSnapshot } from "../session/session-fixture.ts";
import { groupSheets } from "./group-sheets.ts";

const documents = [
	document("d-ga", "group", "ga", ["group-1", "results"]),
	{ ...document("d-ga2", "group", "ga", ["group-2"]), worksheet: "challenges" },
	document("d-gb", "group", "gb", ["group-1", "results"]),
];

test("shows the group's sheet of the current phase", () => {
	const snapshot = testSnapshot({ documents });
	expect(groupSheets(snapshot, testId("ga")).map((sheet) => sheet.document.id)).toEqual([testId("d-ga")]);
});

test("between group phases shows everything the group has", () => {
	const snapshot = testSnapshot({ documents, currentPhase: "welcome" });
	expect(groupSheets(snapshot, testId("ga"))).toHaveLength(2);
});
