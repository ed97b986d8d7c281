import { expect, test } from "vitest";
import { planTimes } from "./plan-times.ts";

test("phases follow each other without gaps", () => {
	const nine = Date.UTC(2023, 2, 8, 9);
	const { starts, end } = planTimes(nine, [15, 20, 45]);
	expect(starts).toEqual([nine, nine + 15 * 60_000, nine + 35 * 60_000]);
	expect(end).toBe(nine + 80 * 60_000);
});

test("a plan without phases ends when it starts", () => {
	expect(planTimes(5, [])).toEqual({ starts: [], end: 5 });
});
