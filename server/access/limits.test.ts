import { describe, expect, test } from "vitest";
import { createFailureLimits } from "./limits.ts";

const MINUTE = 60_000;

function movingClock() {
	const clock = { time: 0, now: () => clock.time };
	return clock;
}

describe("failed guesses", () => {
	test("twenty in ten minutes are one client's budget, and only its own", () => {
		const clock = movingClock();
		const limits = createFailureLimits(clock);
		for (let failures = 0; failures < 20; failures += 1) {
			expect(limits.allows("10.0.0.1")).toBe(true);
			limits.failed("10.0.0.1");
		}
		expect(limits.allows("10.0.0.1")).toBe(false);
		expect(limits.allows("10.0.0.2")).toBe(true);
		clock.time += 20 * MINUTE;
		expect(limits.allows("10.0.0.1")).toBe(true);
	});

	test("do not get twice as many across the border of a window", () => {
		const clock = movingClock();
		const limits = createFailureLimits(clock);
		clock.time = 10 * MINUTE - 1;
		for (let failures = 0; failures < 20; failures += 1) limits.failed("client");
		clock.time = 10 * MINUTE + 1;
		expect(limits.allows("client")).toBe(false);
	});

	test("a thousand in an hour are the instance's budget, wherever they come from", () => {
		const clock = movingClock();
		const limits = createFailureLimits(clock);
		for (let failures = 0; failures < 1000; failures += 1) limits.failed(`10.0.${failures}`);
		expect(limits.allows("192.168.0.1")).toBe(false);
		clock.time += 120 * MINUTE;
		expect(limits.allows("192.168.0.1")).toBe(true);
	});
});
