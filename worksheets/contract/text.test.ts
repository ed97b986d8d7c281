import { expect, it } from "vitest";
import { cleanLine, cleanText } from "./text.ts";

it("replaces half characters, and leaves whole ones as they are", () => {
	expect(cleanLine("Kreis \u{d83c} Ahlen 🎒")).toBe("Kreis \u{fffd} Ahlen 🎒");
	expect(cleanText("a\u{dc00}\nb")).toBe("a\u{fffd}\nb");
});
