import { expect, test } from "vitest";
import type { Stage } from "./stage.ts";
import { GRACE_MS, holdAt, nextHold } from "./stage-hold.ts";

const group: Stage = { kind: "phase", phase: "group-1" };
const plenary: Stage = { kind: "phase", phase: "plenary" };
const pause: Stage = { kind: "phase", phase: "pause" };

test("follows at once when nobody types", () => {
	expect(nextHold(holdAt(group), { kind: "room", stage: plenary, typing: false, now: 0 })).toEqual(holdAt(plenary));
});

test("keeps the view of a person who types and follows after the grace time", () => {
	const held = nextHold(holdAt(group), { kind: "room", stage: plenary, typing: true, now: 1_000 });
	expect(held).toEqual({ shown: group, pending: { stage: plenary, until: 1_000 + GRACE_MS } });
	expect(nextHold(held, { kind: "tick", typing: false, now: GRACE_MS })).toBe(held);
	expect(nextHold(held, { kind: "tick", typing: false, now: 1_000 + GRACE_MS })).toEqual(holdAt(plenary));
});

test("never swaps between two keystrokes, even after the grace time", () => {
	const held = nextHold(holdAt(group), { kind: "room", stage: plenary, typing: true, now: 0 });
	expect(nextHold(held, { kind: "tick", typing: true, now: 2 * GRACE_MS })).toBe(held);
});

test("a person may follow earlier or ask for another minute", () => {
	const held = nextHold(holdAt(group), { kind: "room", stage: plenary, typing: true, now: 0 });
	expect(nextHold(held, { kind: "follow" })).toEqual(holdAt(plenary));
	const longer = nextHold(held, { kind: "stay", now: 40_000 });
	expect(longer.pending?.until).toBe(40_000 + GRACE_MS);
});

test("while held, a further change only changes where the way leads", () => {
	const held = nextHold(holdAt(group), { kind: "room", stage: plenary, typing: true, now: 0 });
	const further = nextHold(held, { kind: "room", stage: pause, typing: false, now: 5_000 });
	expect(further).toEqual({ shown: group, pending: { stage: pause, until: GRACE_MS } });
});

test("going back to the stage on the screen takes the notice away", () => {
	const held = nextHold(holdAt(group), { kind: "room", stage: plenary, typing: true, now: 0 });
	expect(nextHold(held, { kind: "room", stage: group, typing: true, now: 5_000 })).toEqual(holdAt(group));
});

test("an unchanged room changes nothing", () => {
	const hold = holdAt(group);
	expect(nextHold(hold, { kind: "room", stage: group, typing: false, now: 0 })).toBe(hold);
	expect(nextHold(hold, { kind: "stay", now: 0 })).toBe(hold);
	expect(nextHold(hold, { kind: "follow" })).toBe(hold);
});
