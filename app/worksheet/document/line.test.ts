import { describe, expect, it } from "vitest";
import { retryWait } from "./line.ts";

describe("the wait before the next try", () => {
	it("is spread over the whole span", () => {
		expect(retryWait(0, 0)).toBe(100);
		expect(retryWait(0, 0.5)).toBe(250);
		expect(retryWait(2, 0.999)).toBeGreaterThan(1_500);
	});

	it("never exceeds eight seconds", () => {
		expect(retryWait(60, 0.999)).toBeLessThanOrEqual(8_000);
	});
});
