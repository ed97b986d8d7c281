import { expect, test } from "vitest";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { isUsableAddress, wholeAddress } from "./whole-address.ts";

test.each([
	["treffen.example/raum", "https://treffen.example/raum"],
	[" treffen.example:8443/raum ", "https://treffen.example:8443/raum"],
	["http://treffen.example", "http://treffen.example"],
	["", ""],
])("%s becomes %s", (typed, whole) => {
	expect(wholeAddress(typed)).toBe(whole);
	expect(isUsableAddress(typed)).toBe(true);
});

test.each([
	"javascript:alert(1)",
	"mailto:wir@example.org",
	"zwei Wörter",
	`a.example/${"x".repeat(LIMITS.addressCodePoints)}`,
])("%s is no address of a page", (typed) => {
	expect(isUsableAddress(typed)).toBe(false);
});
