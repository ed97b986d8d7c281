import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepLooking } from "./keep-looking.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Looks whose answers come when they are let through. */
function scene() {
	const waiting: ((seen: number) => void)[] = [];
	const told: number[] = [];
	const looking = keepLooking(
		() => new Promise<number>((resolve) => waiting.push(resolve)),
		(seen) => told.push(seen),
	);
	const answer = async (at: number) => {
		waiting[at]?.(at);
		await vi.advanceTimersByTimeAsync(0);
	};
	return { looking, waiting, told, answer };
}

test("what is under way is told, however often there is a reason to look meanwhile", async () => {
	const { looking, waiting, told, answer } = scene();
	looking.again();
	await vi.advanceTimersByTimeAsync(0);
	for (let second = 0; second < 5; second += 1) {
		looking.again();
		await vi.advanceTimersByTimeAsync(1_000);
	}
	expect(waiting).toHaveLength(1);
	await answer(0);
	expect(told).toEqual([0]);
	await vi.advanceTimersByTimeAsync(0);
	expect(waiting).toHaveLength(2);
});

test("reasons that keep coming put no look off, and one look covers all of a second", async () => {
	const { looking, waiting, answer } = scene();
	looking.again();
	await vi.advanceTimersByTimeAsync(0);
	await answer(0);
	for (let step = 0; step < 10; step += 1) {
		looking.again();
		await vi.advanceTimersByTimeAsync(100);
	}
	expect(waiting).toHaveLength(2);
});

test("it looks by itself, and tells nothing once it is stopped", async () => {
	const { looking, waiting, told, answer } = scene();
	looking.again();
	await vi.advanceTimersByTimeAsync(0);
	await answer(0);
	await vi.advanceTimersByTimeAsync(15_000);
	expect(waiting).toHaveLength(2);
	looking.stop();
	await answer(1);
	expect(told).toEqual([0]);
	looking.again();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(waiting).toHaveLength(2);
});
