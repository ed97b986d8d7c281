import { describe, expect, it } from "vitest";
import { Unapplied } from "./unapplied.ts";

function drained(unapplied: Unapplied): [number[], number, number][] {
	const rows: [number[], number, number][] = [];
	unapplied.drain((update, seq, at) => rows.push([[...update], seq, at]));
	return rows;
}

describe("what is not applied yet", () => {
	it("comes out as it went in, and once", () => {
		const unapplied = new Unapplied();
		const read = Uint8Array.of(1, 2, 3);
		unapplied.add(read, 7, 1_000);
		unapplied.add(Uint8Array.of(), 8, 1_001);
		unapplied.add(Uint8Array.of(4), 9, 1_001);
		read.fill(0);
		expect(unapplied.count).toBe(3);
		expect(drained(unapplied)).toEqual([
			[[1, 2, 3], 7, 1_000],
			[[], 8, 1_001],
			[[4], 9, 1_001],
		]);
		expect(unapplied.count).toBe(0);
		expect(drained(unapplied)).toEqual([]);
	});

	it("grows with what it has to hold, again and again", () => {
		const unapplied = new Unapplied();
		for (const size of [10, 100_000, 3, 40_000, 17_000]) {
			const updates = Array.from({ length: 5 }, (_, index) => new Uint8Array(size).fill(index + 1));
			for (const [index, update] of updates.entries()) unapplied.add(update, index, index);
			const rows = drained(unapplied);
			expect(rows.map(([bytes]) => bytes)).toEqual(updates.map((update) => [...update]));
		}
	});
});
