import { expect, test } from "vitest";
import { groupMark } from "./group-mark.ts";

test("the first eight groups have a colour of their own", () => {
	expect(groupMark(0)).toEqual({ letter: "A", token: "a", ring: false });
	expect(groupMark(7)).toEqual({ letter: "H", token: "h", ring: false });
	expect(new Set([0, 1, 2, 3, 4, 5, 6, 7].map((index) => groupMark(index).token)).size).toBe(8);
});

test("later groups reuse colours with a ring and go on with letters", () => {
	expect(groupMark(8)).toEqual({ letter: "I", token: "a", ring: true });
	expect(groupMark(15)).toEqual({ letter: "P", token: "h", ring: true });
});

test("no two groups of a large workshop share their mark", () => {
	const marks = Array.from({ length: 60 }, (_, index) => groupMark(index).letter);
	expect(new Set(marks).size).toBe(60);
});
