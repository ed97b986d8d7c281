import { expect, test } from "vitest";
import { groupLabel, groupLetter } from "./group-letter.ts";

test.each([
	[0, "A"],
	[7, "H"],
	[15, "P"],
	[25, "Z"],
	[26, "AA"],
	[51, "AZ"],
	[52, "BA"],
])("the group at place %i is %s", (index, letter) => {
	expect(groupLetter(index)).toBe(letter);
});

test("in words alone a group's name comes with its letter", () => {
	expect(groupLabel(0, "Gruppe A")).toBe("Gruppe A");
	expect(groupLabel(1, "Am Fenster")).toBe("B: Am Fenster");
	expect(groupLabel(1, "Gruppe A")).toBe("B: Gruppe A");
});
