import { expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { testSnapshot } from "./session-fixture.ts";
import { createSessionStore } from "./session-store.ts";

test("starts with the page's snapshot and the server's clock", () => {
	let monotonic = 100;
	const store = createSessionStore(testSnapshot({ now: 5_000 }), () => monotonic);
	expect(store.state().connection).toBe("connecting");
	monotonic = 1_100;
	expect(store.serverNow()).toBe(6_000);
});

test("a change touches only the parts it names", () => {
	const store = createSessionStore(testSnapshot());
	const before = store.state().snapshot;
	store.apply({ version: 2, now: before.now, facts: [{ part: "currentPhase", value: "results" }] });
	const after = store.state().snapshot;
	expect(after).toMatchObject({ version: 2, currentPhase: "results" });
	expect(after.participants).toBe(before.participants);
});

test("a change that a resync has overtaken is left out", () => {
	const store = createSessionStore(testSnapshot({ version: 7 }));
	const before = store.state().snapshot;
	store.apply({ version: 6, now: 0, facts: [{ part: "currentPhase", value: "welcome" }] });
	expect(store.state().snapshot).toBe(before);
});

test("a fact of the wrong shape changes nothing and says so", () => {
	const store = createSessionStore(testSnapshot());
	const before = store.state().snapshot;
	expect(() => store.apply({ version: 2, now: 0, facts: [{ part: "timer", value: "soon" }] })).toThrow(ZodError);
	expect(store.state().snapshot).toBe(before);
});

test("listeners hear changes until they leave", () => {
	const store = createSessionStore(testSnapshot());
	const listener = vi.fn();
	const leave = store.subscribe(listener);
	store.setConnection("live");
	store.setConnection("live");
	expect(listener).toHaveBeenCalledTimes(1);
	leave();
	store.setConnection("offline");
	expect(listener).toHaveBeenCalledTimes(1);
});
