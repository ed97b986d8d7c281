import type { Assessment } from "../../worksheets/contract/plenary.ts";

/** How many colours a heatmap has. */
const COLOURS = 5;

/** The colour of a scale's point, from 1; a longer or shorter scale is spread over all of them. Null for no point. */
export function heatLevel({ points }: Assessment["scale"], value: unknown): number | null {
	const at = points.findIndex((point) => point.value === value);
	if (at < 0) return null;
	return 1 + Math.round((at * (COLOURS - 1)) / Math.max(1, points.length - 1));
}
