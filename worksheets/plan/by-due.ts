import type { ActionRow } from "../blocks/actions.ts";

/** By „Bis wann“, the earliest first and those without a date last; otherwise in the order they had. */
export function byDue<Measure extends Pick<ActionRow, "cells">>(rows: readonly Measure[]): Measure[] {
	const due = ({ cells }: Measure) => String(cells.due ?? "");
	// Dates are written so that the letters' order is the days'.
	return rows.toSorted((one, other) => {
		const [first, second] = [due(one), due(other)];
		if (first === second) return 0;
		if (first === "" || second === "") return first === "" ? 1 : -1;
		return first < second ? -1 : 1;
	});
}
