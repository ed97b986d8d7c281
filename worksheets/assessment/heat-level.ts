import type { Assessment } from "../contract/plenary.ts";

/** How many colours a heatmap has. */
const COLOURS = 5;

/**
 * The colour of a scale's point in a heatmap, from 1; a longer or shorter scale is spread over all of them, and a median between two
 * points lies between their colours. Half-way it has the one nearer to the middle: no end is claimed by half. Null for
 * what is not on the scale.
 */
export function heatLevel({ points }: Assessment["scale"], value: unknown): number | null {
	if (typeof value !== "number") return null;
	const lower = points.findLastIndex((point) => point.value <= value);
	const upper = points.findIndex((point) => point.value >= value);
	const [below, above] = [points[lower]?.value, points[upper]?.value];
	if (below === undefined || above === undefined) return null;
	const at = lower + (above === below ? 0 : (value - below) / (above - below));
	const colour = (at * (COLOURS - 1)) / Math.max(1, points.length - 1);
	return 1 + (colour > (COLOURS - 1) / 2 ? Math.ceil(colour - 0.5) : Math.floor(colour + 0.5));
}
