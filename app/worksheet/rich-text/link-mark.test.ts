import { describe, expect, it } from "vitest";
import { linkAddress } from "./link-mark.ts";

describe("the address of a link", () => {
	it.each([
		["https://example.org/a?b=c", "https://example.org/a?b=c"],
		[" example.org ", "https://example.org"],
		["example.org:8080/x", "https://example.org:8080/x"],
		["name@example.org", "mailto:name@example.org"],
		["mailto:name@example.org", "mailto:name@example.org"],
	])("%s becomes %s", (typed, address) => {
		expect(linkAddress(typed)).toBe(address);
	});

	it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil.org", "nur Text", "wort", ""])(
		"%s is none",
		(typed) => {
			expect(linkAddress(typed)).toBeNull();
		},
	);
});
