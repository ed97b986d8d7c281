import { expect, test } from "vitest";
import { sheetNames } from "./sheet-names.ts";

test("names are those that Excel takes, and no two are alike", () => {
	const long = "Wie stehen wir da, und was wollen wir?";
	expect(
		sheetNames(["Maßnahmen", "MASSNAHMEN", "maßnahmen", long, long, "[a]:b*c?d/e\\f", "'x'", "", "History"]),
	).toEqual([
		"Maßnahmen",
		"MASSNAHMEN",
		"maßnahmen (2)",
		"Wie stehen wir da, und was woll",
		"Wie stehen wir da, und was (2)",
		"a b c d e f",
		"x",
		"_",
		"History_",
	]);
});

test("a name is never cut within a character", () => {
	expect(sheetNames([`${"a".repeat(30)}😀`])).toEqual(["a".repeat(30)]);
	expect(sheetNames(["a\u0000\nb"])).toEqual(["a b"]);
});
