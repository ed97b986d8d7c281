import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { docValue } from "./doc-value.ts";

function sheet() {
	const doc = new Y.Doc();
	const map = doc.getMap("choice");
	return { doc, map, read: () => ({ value: map.get("value") ?? null }) };
}

describe("a value read from a document", () => {
	it("stays the same object until it reads differently", () => {
		const { doc, map, read } = sheet();
		const value = docValue(doc, read);
		const stop = value.subscribe(() => undefined);
		const before = value.get();
		map.set("elsewhere", 1);
		expect(value.get()).toBe(before);
		map.set("value", "a");
		expect(value.get()).toEqual({ value: "a" });
		stop();
	});

	it("tells only of changes that matter, and no longer after its end", () => {
		const { doc, map, read } = sheet();
		const told = vi.fn();
		const stop = docValue(doc, read).subscribe(told);
		map.set("elsewhere", 1);
		map.set("value", "a");
		stop();
		map.set("value", "b");
		expect(told).toHaveBeenCalledTimes(1);
	});

	it("is up to date before anybody listens", () => {
		const { doc, map, read } = sheet();
		const value = docValue(doc, read);
		expect(value.get()).toEqual({ value: null });
		map.set("value", "a");
		expect(value.get()).toEqual({ value: "a" });
	});

	it("reads a row of changes once where a wait is given", () => {
		vi.useFakeTimers();
		const { doc, map, read } = sheet();
		const told = vi.fn();
		const counted = vi.fn(read);
		const stop = docValue(doc, counted, 200).subscribe(told);
		counted.mockClear();
		for (let step = 0; step < 50; step += 1) map.set("value", step);
		vi.advanceTimersByTime(200);
		expect(counted).toHaveBeenCalledTimes(1);
		expect(told).toHaveBeenCalledTimes(1);
		stop();
		vi.useRealTimers();
	});
});
