import { describe, expect, it } from "vitest";
import { CARET_COLOURS, caretClass, caretColour } from "./caret-colour.ts";

describe("caret colours", () => {
	it("follow from the client id while nobody else has the same", () => {
		expect(caretColour(9, new Map())).toBe(CARET_COLOURS[1]);
	});

	it("give way to the lower client id only", () => {
		const mine = "#7c3804";
		expect(caretColour(9, new Map([[1, mine]]))).not.toBe(mine);
		expect(caretColour(9, new Map([[17, mine]]))).toBe(mine);
	});

	it("repeat beyond eight writers", () => {
		const everyone = new Map(CARET_COLOURS.map((colour, index) => [index, colour]));
		expect(CARET_COLOURS).toContain(caretColour(100, everyone));
	});

	it("are painted by a class, also for a colour nobody knows", () => {
		expect(caretClass("#1A69D4")).toBe("caret--1");
		expect(caretClass("#5c0300")).toBe("caret--8");
		expect(caretClass("url(evil)")).toBe("caret--1");
	});
});
