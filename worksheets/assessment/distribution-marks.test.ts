import { describe, expect, it } from "vitest";
import type { Point } from "../blocks/points.ts";
import { distributionOf } from "./distribution.ts";
import { distributionMarks, MOST_DOTS } from "./distribution-marks.ts";

const SCALE = [0, 1, 2, 3, 4];
const marks = (ratings: (Point | null)[], own: unknown = null, scale = SCALE) =>
	distributionMarks(distributionOf(scale, ratings), own);

describe("the marks of a distribution", () => {
	it("are as many at each level as people chose it", () => {
		const { levels, drawn } = marks([1, 1, 3, "unknown", null]);
		expect(drawn).toBe("dots");
		expect(levels.map(({ people, share }) => [people, share])).toEqual([
			[0, 0],
			[2, 1],
			[0, 0],
			[1, 0.5],
			[0, 0],
		]);
	});

	it("become bars where they were too many to count", () => {
		const many = (count: number) => marks(Array.from({ length: count }, () => 2));
		expect(many(MOST_DOTS).drawn).toBe("dots");
		expect(many(MOST_DOTS + 1).drawn).toBe("bars");
	});

	it("have the median above its level, and between two of them", () => {
		expect(marks([0]).medianAt).toBeCloseTo(0.1);
		expect(marks([4]).medianAt).toBeCloseTo(0.9);
		expect(marks([1, 2]).medianAt).toBeCloseTo(0.4);
		expect(marks([0, 4]).medianAt).toBeCloseTo(0.5);
		expect(marks([0, 10], null, [0, 2, 10]).medianAt).toBeCloseTo((1 + 3 / 8 + 0.5) / 3);
	});

	it("have none where nobody chose a level", () => {
		expect(marks(["unknown", null])).toMatchObject({ medianAt: null, drawn: "dots" });
		expect(marks([]).levels.every(({ share }) => share === 0)).toBe(true);
	});

	it("have one's own where it was counted", () => {
		const own = (value: unknown) => marks([1, 3], value).levels.flatMap((level) => (level.isOwn ? level.value : []));
		expect(own(3)).toEqual([3]);
		expect(own(2)).toEqual([]);
		expect(own("unknown")).toEqual([]);
		expect(own(null)).toEqual([]);
	});
});
