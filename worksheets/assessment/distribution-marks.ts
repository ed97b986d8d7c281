import type { Distribution } from "./distribution.ts";

/** More people than this at one level, and dots would be a wall: a bar with its number says it better. */
export const MOST_DOTS = 12;

/** What is drawn of a distribution; plain numbers, so that it can be looked at without a screen. */
export interface DistributionMarks {
	/** By level, in the order of the scale. `share` is that of the largest level, from 0 to 1. */
	levels: { value: number; people: number; share: number; isOwn: boolean }[];
	drawn: "dots" | "bars";
	/** Where the median stands between the left edge of the lowest level (0) and the right one of the highest (1). */
	medianAt: number | null;
}

/** `own`: the level that the person at this device chose, where it is to be marked. */
export function distributionMarks({ counts, median }: Distribution, own: unknown): DistributionMarks {
	const most = Math.max(0, ...counts.map(({ people }) => people));
	return {
		levels: counts.map(({ value, people }) => ({
			value,
			people,
			share: most === 0 ? 0 : people / most,
			// Where the result has nobody, they have changed their mind after it was revealed.
			isOwn: value === own && people > 0,
		})),
		drawn: most > MOST_DOTS ? "bars" : "dots",
		medianAt:
			median === null
				? null
				: placeOf(
						median,
						counts.map(({ value }) => value),
					),
	};
}

/** Levels stand equally far apart, whatever their numbers; between two of them it goes by the numbers. */
export function placeOf(median: number, values: readonly number[]): number | null {
	const upper = values.findIndex((value) => value >= median);
	const above = values[upper];
	if (above === undefined) return null;
	const below = values[upper - 1];
	const short = below === undefined ? 0 : (above - median) / (above - below);
	return (upper - short + 0.5) / values.length;
}
