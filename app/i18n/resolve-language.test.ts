import { expect, test } from "vitest";
import { readCookie, resolveLanguage } from "./resolve-language.ts";

test("a choice made here wins over everything else", () => {
	const hints = { cookieHeader: "a=1; arena-lang=en; b=2", workshop: "de", acceptLanguage: "de" } as const;
	expect(resolveLanguage(hints)).toBe("en");
});

test("a workshop speaks its own language to people who chose none", () => {
	expect(resolveLanguage({ cookieHeader: null, workshop: "de", acceptLanguage: "en-GB" })).toBe("de");
});

test("the browser's wish counts by weight", () => {
	expect(resolveLanguage({ acceptLanguage: "fr, de;q=0.4, en-US;q=0.8" })).toBe("en");
	expect(resolveLanguage({ acceptLanguage: "en;q=0, de-AT;q=0.1" })).toBe("de");
	expect(resolveLanguage({ acceptLanguage: "en;q=nonsense" })).toBe("de");
});

test("without any hint it is German", () => {
	expect(resolveLanguage({})).toBe("de");
	expect(resolveLanguage({ cookieHeader: "arena-lang=xx", acceptLanguage: "*" })).toBe("de");
});

test("a cookie is found by its whole name", () => {
	expect(readCookie("xarena-lang=en; arena-lang=de", "arena-lang")).toBe("de");
	expect(readCookie("arena-lang2=en", "arena-lang")).toBeUndefined();
	expect(readCookie("token=a=b", "token")).toBe("a=b");
});
