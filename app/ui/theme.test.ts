import { expect, test } from "vitest";
import { choiceCookie, readTheme, THEME_COOKIE, themeAttribute } from "./theme.ts";

test("without a choice the device decides, with no attribute at all", () => {
	expect(readTheme(null)).toBe("system");
	expect(readTheme("arena-theme=neon")).toBe("system");
	expect(themeAttribute("system")).toBeUndefined();
});

test("a choice is kept in a cookie and read back", () => {
	const cookie = choiceCookie(THEME_COOKIE, "dark");
	expect(readTheme(cookie.split(";")[0])).toBe("dark");
	expect(themeAttribute("dark")).toBe("dark");
});
