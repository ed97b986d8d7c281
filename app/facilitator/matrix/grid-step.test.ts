import { expect, test } from "vitest";
import { gridStep } from "./grid-step.ts";

const widths = [3, 2, 3];
const from =
	(row: number, cell: number) =>
	(key: string, ctrl = false) =>
		gridStep({ row, cell }, key, ctrl, widths);

test("arrows lead from cell to cell and never out of the grid", () => {
	expect(from(0, 0)("ArrowRight")).toEqual({ row: 0, cell: 1 });
	expect(from(0, 0)("ArrowLeft")).toEqual({ row: 0, cell: 0 });
	expect(from(0, 2)("ArrowRight")).toEqual({ row: 0, cell: 2 });
	expect(from(0, 0)("ArrowUp")).toEqual({ row: 0, cell: 0 });
	expect(from(2, 1)("ArrowDown")).toEqual({ row: 2, cell: 1 });
});

test("a shorter row takes whoever comes at its last cell", () => {
	expect(from(0, 2)("ArrowDown")).toEqual({ row: 1, cell: 1 });
});

test("Home and End lead to the row's ends, with Ctrl to the grid's", () => {
	expect(from(1, 1)("Home")).toEqual({ row: 1, cell: 0 });
	expect(from(0, 0)("End")).toEqual({ row: 0, cell: 2 });
	expect(from(1, 1)("Home", true)).toEqual({ row: 0, cell: 0 });
	expect(from(0, 0)("End", true)).toEqual({ row: 2, cell: 2 });
});

test("other keys are the page's", () => {
	expect(from(0, 0)("Tab")).toBeNull();
	expect(from(0, 0)("a")).toBeNull();
});
