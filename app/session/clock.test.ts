import { expect, test } from "vitest";
import { clockFrom, refineClock, serverTime } from "./clock.ts";

test("follows the server's clock by the monotonic one", () => {
	const clock = clockFrom(1_000_000, 500);
	expect(serverTime(clock, 2_500)).toBe(1_002_000);
});

test("takes the message that travelled the shortest time", () => {
	const slow = clockFrom(1_000_000, 500);
	const faster = refineClock(slow, 1_010_000, 10_100);
	expect(serverTime(faster, 10_100)).toBe(1_010_000);
	expect(refineClock(faster, 1_020_000, 25_000)).toBe(faster);
});
