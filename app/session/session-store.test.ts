import { expect, test, vi } from "vitest";
import { testSnapshot } from "./session-fixture.ts";
import { createSessionStore } from "./session-store.ts";

test("starts with the page's snapshot and the server's clock", () => {
	let monotonic = 100;
	const store = createSessionStore(testSnapshot({ now: 5_000 }), () => monotonic);
	expect(store.state().connection).toBe("connecting");
	monotonic = 1_100;
	expect(store.serverNow()).toBe(6_000);
});

test("a new connection sets the clock anew, later messages only refine it", () => {
	let monotonic = 0;
	const store = createSessionStore(testSnapshot({ now: 5_000 }), () => monotonic);
	store.begin(testSnapshot({ now: 1_000 }));
	expect(store.serverNow()).toBe(1_000);
	monotonic = 100;
	store.advance(testSnapshot({ now: 1_050 }));
	expect(store.serverNow()).toBe(1_100);
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
