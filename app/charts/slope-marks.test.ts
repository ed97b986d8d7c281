import { describe, expect, it } from "vitest";
import type { Change, ComparedCell } from "../../worksheets/assessment/comparison.ts";
import { distributionOf } from "../../worksheets/assessment/distribution.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { slopeMarks } from "./slope-marks.ts";

const both = (text: string) => ({ de: text, en: text });

function cell(groups: Point[], people: Point[] | null = null, values = [0, 1, 2, 3, 4]): ComparedCell {
	return {
		groups: distributionOf(values, groups),
		people: people === null ? null : distributionOf(values, people),
		points: values.map((value) => ({ value, label: both(String(value)) })),
		prompt: both("Wie steht es?"),
		item: null,
		label: both("Reichweite"),
		hint: null,
	};
}

const change = (from: number, to: number, differs: Change["differs"] = []): Change => ({
	from,
	to,
	differs,
	groups: null,
	people: null,
});

describe("the marks of a slope", () => {
	it("stand where the medians are, with the range around them, and lines between comparable dates", () => {
		const { levels, lines } = slopeMarks([cell([0, 2], [4]), null, cell([4])], [change(0, 2)]);
		expect(levels.map(({ place }) => place)).toEqual([0.1, 0.3, 0.5, 0.7, 0.9]);
		expect(lines.map(({ who }) => who)).toEqual(["groups", "people"]);
		const [groups, people] = lines;
		expect(groups?.points.map(({ at, median }) => [at, median])).toEqual([
			[0, 1],
			[2, 4],
		]);
		expect(groups?.points[0]?.place).toBeCloseTo(0.3);
		expect(groups?.points[0]?.range.low).toBeCloseTo(0.1);
		expect(groups?.points[0]?.range.high).toBeCloseTo(0.5);
		expect(groups?.strokes).toEqual([{ from: 0, to: 1 }]);
		expect(people?.points).toHaveLength(1);
		expect(people?.strokes).toEqual([]);
	});

	it("have no line between dates that asked otherwise, and no point on a scale that is no longer used", () => {
		const reworded = slopeMarks([cell([1]), cell([2])], [change(0, 1, ["wording"])]);
		expect(reworded.lines[0]?.points).toHaveLength(2);
		expect(reworded.lines[0]?.strokes).toEqual([]);
		const rescaled = slopeMarks([cell([1], null, [0, 1, 2]), cell([2])], [change(0, 1, ["scale"])]);
		expect(rescaled.levels).toHaveLength(5);
		expect(rescaled.lines[0]?.points.map(({ at }) => at)).toEqual([1]);
	});

	it("are none where nobody chose a point", () => {
		expect(slopeMarks([cell(["unknown"]), cell([])], [change(0, 1)]).lines).toEqual([]);
		expect(slopeMarks([], [])).toEqual({ levels: [], lines: [] });
	});
});
