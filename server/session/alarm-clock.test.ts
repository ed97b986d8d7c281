import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AlarmClock } from "./alarm-clock.ts";

beforeEach(() => {
	vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
	vi.useRealTimers();
});

function alarmAt(at: number | null, ring: () => Promise<void> = async () => {}) {
	const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
	const rings = vi.fn(ring);
	const failed = vi.fn();
	const alarm = new AlarmClock({ clock, ring: rings, failed, retryMs: 100 });
	alarm.set(at);
	return { alarm, clock, rings, failed };
}

test("rings once, at its time", async () => {
	const { rings } = alarmAt(1000);
	await vi.advanceTimersByTimeAsync(999);
	expect(rings).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(10_000);
	expect(rings).toHaveBeenCalledTimes(1);
});

test("goes by the clock, however early a timer wakes it up", async () => {
	const { clock, rings } = alarmAt(1000);
	clock.ahead = -500;
	await vi.advanceTimersByTimeAsync(1499);
	expect(rings).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(rings).toHaveBeenCalledTimes(1);
});

test("is set to another time, and taken away", async () => {
	const { alarm, rings } = alarmAt(1000);
	alarm.set(2000);
	await vi.advanceTimersByTimeAsync(1999);
	expect(rings).not.toHaveBeenCalled();
	alarm.set(null);
	await vi.advanceTimersByTimeAsync(5000);
	expect(rings).not.toHaveBeenCalled();
});

test("rings at once for what is past, and reaches further than a timer does", async () => {
	const { rings } = alarmAt(-5);
	await vi.advanceTimersByTimeAsync(0);
	expect(rings).toHaveBeenCalledTimes(1);
	const month = 31 * 86_400_000;
	const far = alarmAt(Date.now() + month);
	await vi.advanceTimersByTimeAsync(month - 1);
	expect(far.rings).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(far.rings).toHaveBeenCalledTimes(1);
});

test("tries again what has failed, until it is done or no longer wanted", async () => {
	let broken = true;
	const { alarm, rings, failed } = alarmAt(0, async () => {
		if (broken) throw new Error("the store is away");
	});
	await vi.advanceTimersByTimeAsync(350);
	expect(failed.mock.calls.length).toBe(rings.mock.calls.length);
	expect(rings.mock.calls.length).toBeGreaterThan(2);
	broken = false;
	await vi.advanceTimersByTimeAsync(1000);
	const done = rings.mock.calls.length;
	await vi.advanceTimersByTimeAsync(1000);
	expect(rings.mock.calls.length).toBe(done);
	alarm.set(null);
});
