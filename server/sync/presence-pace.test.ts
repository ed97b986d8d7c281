import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SYNC_LIMITS } from "./limits.ts";
import { PresencePace } from "./presence-pace.ts";

beforeEach(() => {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
	vi.useRealTimers();
});

/** What gets through of one state each `everyMs`, numbered, for so long. */
function flood(everyMs: number, ms: number): number[] {
	const through: number[] = [];
	const pace = new PresencePace<number>(SYNC_LIMITS, (said) => through.push(said));
	for (let said = 0; said * everyMs < ms; said += 1) {
		pace.say(said);
		vi.advanceTimersByTime(everyMs);
	}
	vi.advanceTimersByTime(1_000);
	return through;
}

it("lets whoever types as fast as people do through at once", () => {
	expect(flood(100, 10_000)).toHaveLength(100);
});

it("lets ten of a thousand a second through after the first burst, and the last one in any case", () => {
	const through = flood(1, 10_000);
	expect(through.length).toBeLessThanOrEqual(10 * 10 + SYNC_LIMITS.awarenessBurst + 1);
	expect(through.length).toBeGreaterThan(100);
	expect(through.at(-1)).toBe(9_999);
	expect(through).toEqual([...through].sort((one, other) => one - other));
});

it("says nothing any more once its connection is gone", () => {
	const through: number[] = [];
	const pace = new PresencePace<number>(SYNC_LIMITS, (said) => through.push(said));
	for (let said = 0; said <= SYNC_LIMITS.awarenessBurst; said += 1) pace.say(said);
	pace.end();
	vi.advanceTimersByTime(5_000);
	expect(through).toHaveLength(SYNC_LIMITS.awarenessBurst);
});
