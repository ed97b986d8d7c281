export interface PlanTimes {
	/** Each phase's start, in order; epoch milliseconds. */
	starts: number[];
	end: number;
}

/** When the phases begin and the last one ends, one after another without gaps. */
export function planTimes(startsAt: number, minutes: readonly number[]): PlanTimes {
	let next = startsAt;
	const starts = minutes.map((length) => {
		const start = next;
		next += length * 60_000;
		return start;
	});
	return { starts, end: next };
}
