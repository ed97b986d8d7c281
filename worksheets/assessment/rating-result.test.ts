import { expect, test } from "vitest";
import type { Point } from "../blocks/points.ts";
import { ratingResult, ratingResultSchema, toldOutside } from "./rating-result.ts";

const label = { de: "", en: "" };
const scale = { id: "stand", points: [0, 1, 2].map((value) => ({ value, label })), unknown: label };
const asked = ["lasting", "reach"].map((part) => ({ part, label, scale }));

test("what people submitted is counted part by part, in the order of the definition", () => {
	const result = ratingResult(asked, [
		[
			{ part: "reach", value: 2 },
			{ part: "lasting", value: 0 },
		],
		null,
		[
			{ part: "lasting", value: "unknown" },
			{ part: "reach", value: null },
			{ part: "former", value: 1 },
		],
	]);
	expect(result).toMatchObject({ eligible: 3, submitted: 2 });
	expect(result.parts).toMatchObject([
		{ part: "lasting", distribution: { n: 1, unknown: 1, median: 0 } },
		{ part: "reach", distribution: { n: 1, unknown: 0, median: 2 } },
	]);
	expect(ratingResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test("the order in which people are asked says nothing", () => {
	const people = [[{ part: "reach", value: 2 }], [{ part: "reach", value: 0 }], null];
	expect(ratingResult(asked, people)).toEqual(ratingResult(asked, people.toReversed()));
});

test("outside of the group nothing is told of parts of which so few have said something that it could be guessed", () => {
	const rated = (lasting: Point | null, reach: Point | null) => [
		{ part: "lasting", value: lasting },
		{ part: "reach", value: reach },
	];
	const told = (...people: ReturnType<typeof rated>[]) =>
		toldOutside(ratingResult(asked, people)).parts.map(({ part }) => part);
	expect(told(rated(0, 1), rated(1, 2))).toEqual([]);
	expect(told(rated(0, 1), rated(1, 2), rated(2, null))).toEqual(["lasting"]);
	// One value among those who cannot say is that one person's.
	expect(told(rated(0, "unknown"), rated(1, "unknown"), rated(2, 1))).toEqual(["lasting"]);
	expect(told(rated(0, "unknown"), rated(1, "unknown"), rated("unknown", "unknown"))).toEqual(["reach"]);
	expect(told()).toEqual([]);
});
