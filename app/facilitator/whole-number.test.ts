import { expect, test } from "vitest";
import { wholeNumber } from "./whole-number.ts";

test.each([
	["4", 4],
	[" 12 ", 12],
	["60", 60],
	["61", null],
	["0", null],
	["", null],
	["3.5", null],
	["-1", null],
	["1e1", null],
])("reads %j as %s of at most 60", (typed, value) => {
	expect(wholeNumber(typed, 60)).toBe(value);
});
