/** A number strictly between two orders, either of which may be open; null when there is none left. */
export function between(before: number | undefined, after: number | undefined): number | null {
	const order =
		before === undefined
			? after === undefined
				? 1
				: after - 1
			: after === undefined
				? before + 1
				: (before + after) / 2;
	const fits =
		Number.isFinite(order) && (before === undefined || before < order) && (after === undefined || order < after);
	return fits ? order : null;
}
