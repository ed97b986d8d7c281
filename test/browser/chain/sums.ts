/** What the test expects to read, worked out from what it entered itself: nothing here is the product's own arithmetic. */

/** A point of the scale from 0 to 4, or „weiß nicht“. */
export type Rating = number | "unknown";

const POINTS = [0, 1, 2, 3, 4];

export interface Sum {
	/** How many named a point, and how many said that they do not know. */
	n: number;
	unknown: number;
	/** People by point, 0 to 4. */
	people: number[];
	/** Null where nobody named a point. */
	median: number | null;
	lowest: number;
	highest: number;
}

/** Null is somebody who has said nothing. */
export function sumOf(ratings: readonly (Rating | null)[]): Sum {
	const points = ratings.filter((rating) => typeof rating === "number").sort((one, other) => one - other);
	const half = points.length / 2;
	const middle = points.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
	return {
		n: points.length,
		unknown: ratings.filter((rating) => rating === "unknown").length,
		people: POINTS.map((point) => points.filter((one) => one === point).length),
		median: points.length === 0 ? null : middle.reduce((all, one) => all + one, 0) / middle.length,
		lowest: Math.min(...points),
		highest: Math.max(...points),
	};
}

/** „1,5“. Medians are whole or end in a half. */
export const german = (value: number) => String(value).replace(".", ",");

/** „Verstetigung: Median 1,5, Spannweite 0–3, n = 4“. */
export function spreadSentence(label: string, { n, unknown, median, lowest, highest }: Sum): string {
	const said = [`Median ${german(median ?? Number.NaN)}`];
	if (n > 1) said.push(lowest === highest ? "alle gleich" : `Spannweite ${lowest}–${highest}`);
	said.push(`n = ${n}`);
	if (unknown > 0) said.push(`${unknown} ohne Einschätzung`);
	return `${label}: ${said.join(", ")}`;
}

/** „+1,5“, „−0,5“ or „±0“. */
export function change(from: number, to: number): string {
	if (from === to) return "±0";
	return `${to > from ? "+" : "−"}${german(Math.abs(to - from))}`;
}

/** „Gruppe A und Gruppe B“. */
export function listed(names: readonly string[]): string {
	const [last] = names.slice(-1);
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} und ${last}`;
}
