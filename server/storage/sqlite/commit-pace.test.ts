import { describe, expect, it } from "vitest";
import { CommitPace } from "./commit-pace.ts";

/** Commits every 20 ms for two seconds with the process as busy as told; gives the distance to the next one. */
function distanceAt(level: number, pace = new CommitPace(14, () => level)): number {
	let now = 0;
	for (; now < 2_000; now += 20) pace.sent(now);
	return pace.next - (now - 20);
}

describe("the distance of two commits", () => {
	it("lets the first one leave at once", () => {
		expect(new CommitPace(14, () => 1).next).toBe(Number.NEGATIVE_INFINITY);
	});

	it("is the least while there is time to spare", () => {
		expect(distanceAt(0)).toBe(14);
		expect(distanceAt(0.45)).toBe(14);
	});

	it("is twice that where no time is left, and no more", () => {
		expect(distanceAt(0.95)).toBeCloseTo(28, 0);
		expect(distanceAt(1)).toBeLessThanOrEqual(28);
	});

	it("follows what lasts, not one busy moment", () => {
		let level = 0;
		const pace = new CommitPace(14, () => level);
		distanceAt(0, pace);
		level = 1;
		pace.sent(2_000);
		expect(pace.next - 2_000).toBe(14);
		for (let now = 2_020; now < 5_000; now += 20) pace.sent(now);
		expect(pace.next - 4_980).toBeCloseTo(28, 0);
	});

	it("stays nothing where commits are not to wait", () => {
		expect(distanceAt(1, new CommitPace(0, () => 1))).toBe(0);
	});
});
