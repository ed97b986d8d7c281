import { expect, test } from "vitest";
import { clockFace, drawsAttention, readTimer, remainingMs } from "./timer.ts";

const minute = 60_000;
const running = (left: number) => ({ state: "running", endsAt: 1_000_000_000 + left }) as const;
const now = 1_000_000_000;

test("reads full minutes above five minutes", () => {
	expect(readTimer(running(18 * minute), now)).toEqual({ kind: "minutes", minutes: 18, paused: false });
	expect(readTimer(running(17 * minute + 1), now)).toEqual({ kind: "minutes", minutes: 18, paused: false });
});

test("reads minutes and seconds from five minutes on", () => {
	expect(readTimer(running(5 * minute), now)).toEqual({ kind: "clock", minutes: 5, seconds: 0, paused: false });
	expect(readTimer(running(61_000), now)).toEqual({ kind: "clock", minutes: 1, seconds: 1, paused: false });
	expect(readTimer(running(1), now)).toEqual({ kind: "clock", minutes: 0, seconds: 1, paused: false });
});

test("counts on after the end", () => {
	expect(readTimer(running(0), now)).toEqual({ kind: "over", minutes: 0 });
	expect(readTimer(running(-2 * minute - 5), now)).toEqual({ kind: "over", minutes: 2 });
});

test("a paused timer stands still, an idle one says nothing", () => {
	const paused = { state: "paused", remainingMs: 12 * minute } as const;
	expect(readTimer(paused, now)).toEqual(readTimer(paused, now + minute));
	expect(readTimer(paused, now)).toEqual({ kind: "minutes", minutes: 12, paused: true });
	expect(readTimer({ state: "idle" }, now)).toEqual({ kind: "idle" });
	expect(remainingMs({ state: "idle" }, now)).toBeNull();
});

test("writes two digits of seconds", () => {
	expect(clockFace(4, 7)).toBe("4:07");
});

test.each([
	[11, false],
	[10, true],
	[9.5, false],
	[5, true],
	[1, true],
	[0.5, false],
	[0, true],
	[-3, true],
])("with %s minutes left it draws attention: %s", (minutes, expected) => {
	expect(drawsAttention({ state: "running", endsAt: minutes * 60_000 }, 0)).toBe(expected);
	expect(drawsAttention({ state: "paused", remainingMs: minutes * 60_000 }, 0)).toBe(false);
});
