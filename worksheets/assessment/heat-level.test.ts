import { expect, it } from "vitest";
import { heatLevel } from "./heat-level.ts";

it("spreads five colours over any scale", () => {
	const levels = (count: number) => {
		const points = Array.from({ length: count }, (_, value) => ({ value, label: "" }));
		return points.map(({ value }) => heatLevel({ points, unknown: "" }, value));
	};
	expect(levels(5)).toEqual([1, 2, 3, 4, 5]);
	expect(levels(2)).toEqual([1, 5]);
	expect(levels(11)).toEqual([1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5]);
	expect(heatLevel({ points: [{ value: 0, label: "" }], unknown: "" }, "unknown")).toBeNull();
});

it("gives a median between two points a colour between theirs, half-way the one nearer to the middle", () => {
	const level = (value: number, ...values: number[]) =>
		heatLevel({ points: values.map((point) => ({ value: point, label: "" })), unknown: "" }, value);
	expect([0.5, 1.5, 2.5, 3.5].map((value) => level(value, 0, 1, 2, 3, 4))).toEqual([2, 3, 3, 4]);
	expect([4, 6].map((value) => level(value, 0, 5, 10))).toEqual([3, 3]);
	expect(level(0.5, 0, 1)).toBe(3);
	expect([-1, 5].map((value) => level(value, 0, 4))).toEqual([null, null]);
});
