import { expect, test } from "vitest";
import { ownPath } from "./own-path.ts";

test("a path of ours is kept, with its query", () => {
	expect(ownPath("/neu?vorlage=must-want-can")).toBe("/neu?vorlage=must-want-can");
});

test.each(["https://example.org/", "//example.org/x", "/\\example.org", "\\\\example.org", "javascript:alert(1)", ""])(
	"%j leads to the start page",
	(value) => {
		expect(ownPath(value)).toBe("/");
	},
);
