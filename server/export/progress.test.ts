import { expect, test } from "vitest";
import { createProgressBoard } from "./progress.ts";

const unknown = { files: 0, written: 0, missing: [], over: false };

test("a package is told of while it is written and for a while after, to whoever knows its key", () => {
	let now = 0;
	const board = createProgressBoard({ now: () => now });
	const report = board.report("a");
	expect(board.read("a")).toEqual(unknown);
	report.begin(3);
	report.written();
	report.missing("ergebnisse.pdf");
	expect(board.read("a")).toEqual({ files: 3, written: 1, missing: ["ergebnisse.pdf"], over: false });
	report.end();
	expect(board.read("a").over).toBe(true);
	expect(board.read("b")).toEqual(unknown);
	now = 11 * 60_000;
	board.report("b");
	expect(board.read("a")).toEqual(unknown);
});

test("no more are remembered than there is room for, the newest of them", () => {
	const board = createProgressBoard({ now: () => 0 });
	for (let index = 0; index < 1_200; index += 1) board.report(String(index)).begin(1);
	expect(board.read("0").files).toBe(0);
	expect(board.read("200").files).toBe(1);
	expect(board.read("1199").files).toBe(1);
});
