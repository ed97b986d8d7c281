import { expect, test } from "vitest";
import { groupLetter } from "./group-letter.ts";

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
