import type { Change, ComparedCell } from "../../worksheets/assessment/comparison.ts";
import { placeOf } from "../../worksheets/assessment/distribution-marks.ts";

/** What is drawn of one thing over several dates; plain numbers, so that it can be looked at without a screen. */
export interface SlopeMarks {
	/** The scale's values, lowest first, with where they stand: 0 at the bottom, 1 at the top. */
	levels: { value: number; place: number }[];
	lines: SlopeLine[];
}

interface SlopeLine {
	who: "groups" | "people";
	/** By date, by its place in the list. `range`: from the lowest to the highest. */
	points: { at: number; median: number; place: number; range: { low: number; high: number } }[];
	/** Between two dates that may be compared, by places in `points`. */
	strokes: { from: number; to: number }[];
}

/** Drawn on the scale of the last date that has the thing; dates with other levels are in the table alone. */
export function slopeMarks(cells: readonly (ComparedCell | null)[], changes: readonly Change[]): SlopeMarks {
	const values = cells.findLast((cell) => cell !== null)?.points.map(({ value }) => value) ?? [];
	const place = (value: number | null) => (value === null ? null : placeOf(value, values));
	const isDrawn = (cell: ComparedCell) =>
		cell.points.length === values.length && cell.points.every(({ value }, index) => value === values[index]);
	const lines = (["groups", "people"] as const).map((who): SlopeLine => {
		const points = cells.flatMap((cell, at): SlopeLine["points"] => {
			const given = cell !== null && isDrawn(cell) ? cell[who] : null;
			const [middle, low, high] = [
				place(given?.median ?? null),
				place(given?.lowest ?? null),
				place(given?.highest ?? null),
			];
			if (given?.median == null || middle === null || low === null || high === null) return [];
			return [{ at, median: given.median, place: middle, range: { low, high } }];
		});
		const indexOf = (at: number) => points.findIndex((point) => point.at === at);
		const strokes = changes
			.filter(({ differs }) => differs.length === 0)
			.map(({ from, to }) => ({ from: indexOf(from), to: indexOf(to) }))
			.filter(({ from, to }) => from >= 0 && to >= 0);
		return { who, points, strokes };
	});
	return {
		levels: values.map((value) => ({ value, place: placeOf(value, values) ?? 0 })),
		lines: lines.filter(({ points }) => points.length > 0),
	};
}
