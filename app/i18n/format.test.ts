import { expect, test } from "vitest";
import { createFormatters } from "./format.ts";

const nineOnAMarchDay = Date.UTC(2023, 2, 8, 8, 0);
const german = createFormatters("de", "Europe/Berlin");
const english = createFormatters("en", "Europe/Berlin");

test("dates and times read as people write them", () => {
	expect(german.date(nineOnAMarchDay)).toBe("8. März 2023");
	expect(german.time(nineOnAMarchDay)).toBe("09:00\u00a0Uhr");
	expect(german.timeSpan(nineOnAMarchDay, nineOnAMarchDay + 220 * 60_000)).toBe("09:00–12:40\u00a0Uhr");
	expect(english.date(nineOnAMarchDay)).toBe("8 March 2023");
	expect(english.clock(nineOnAMarchDay)).toBe("09:00");
});

test("minutes keep their unit on the same line", () => {
	expect(german.minutes(18)).toBe("18\u00a0Min.");
	expect(english.minutes(18)).toBe("18\u00a0min");
});

test("long durations are told in hours", () => {
	expect(german.duration(45)).toBe("45\u00a0Min.");
	expect(german.duration(120)).toBe("2\u00a0Std.");
	expect(german.duration(210)).toBe("3\u00a0Std. 30\u00a0Min.");
});

test("lists end with a word", () => {
	expect(german.list(["A", "B", "C"])).toBe("A, B und C");
	expect(english.list(["A", "B"])).toBe("A and B");
});
