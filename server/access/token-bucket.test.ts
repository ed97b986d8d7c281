import { describe, expect, it } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

describe("a token bucket", () => {
	it("lets a burst through, then asks to wait", () => {
		const bucket = new TokenBucket(10, 3, 0);
		for (let taken = 0; taken < 3; taken += 1) {
			expect(bucket.wait(0)).toBe(0);
			bucket.take(1);
		}
		expect(bucket.wait(0)).toBe(100);
		expect(bucket.wait(100)).toBe(0);
	});

	it("may be overdrawn once and pays back before the next", () => {
		const bucket = new TokenBucket(100, 10, 0);
		expect(bucket.wait(0)).toBe(0);
		bucket.take(60);
		expect(bucket.wait(0)).toBe(510);
		expect(bucket.wait(510)).toBe(0);
	});

	it("never holds more than its burst", () => {
		const bucket = new TokenBucket(1000, 2, 0);
		expect(bucket.wait(60_000)).toBe(0);
		bucket.take(2);
		expect(bucket.wait(60_000)).toBe(1);
	});
});
