import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { unpackRequests } from "../packed-appends.ts";
import type { Health, Request } from "../protocol.ts";
import type { BatchResult } from "./batch.ts";
import { GroupCommit } from "./group-commit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function bench() {
	let disk: Health = "good";
	const batches: number[][] = [];
	const written: BatchResult[] = [];
	const recovered: Health[] = [];
	const group = new GroupCommit({
		commit(parcels) {
			const requests = unpackRequests(parcels);
			batches.push(requests.map(({ id }) => id));
			return { outcomes: requests.map(({ id }) => ({ id, ok: true, found: true })), health: disk };
		},
		probe: () => disk,
		written: (result) => written.push(result),
		recovered: (health) => recovered.push(health),
	});
	const setDisk = (health: Health): void => {
		disk = health;
	};
	return { group, batches, written, recovered, setDisk };
}

function request(id: number): Request {
	return { id, operation: { type: "erase-workshop", id: "w", now: 1, why: "asked" } };
}

it("looks every second whether a failing disk is back, and says so once", () => {
	const { group, recovered, setDisk } = bench();
	setDisk("failing");
	group.commit([request(1)]);
	vi.advanceTimersByTime(5000);
	expect(recovered).toEqual([]);
	setDisk("good");
	vi.advanceTimersByTime(1000);
	expect(recovered).toEqual(["good"]);
	expect(vi.getTimerCount()).toBe(0);
});

it("writes nothing more after a disk that is beyond repair", () => {
	const { group, batches, written, setDisk } = bench();
	setDisk("broken");
	group.commit([request(1)]);
	setDisk("good");
	group.commit([request(2)]);
	vi.advanceTimersByTime(5000);
	expect(batches).toEqual([[1]]);
	expect(written.at(-1)).toEqual({
		outcomes: [{ id: 2, ok: false, failure: { kind: "unavailable", code: "broken" } }],
		health: "broken",
	});
});
