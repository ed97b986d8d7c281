/** A client's content from `from` up to, not including, `to`. */
export interface ClockRange {
	client: number;
	from: number;
	to: number;
}

/** Whether every clock of `range` lies in one of `among`. */
export function covers(among: readonly ClockRange[], range: ClockRange): boolean {
	return without(range, among).length === 0;
}

/** What is left of `range` where `others` are taken away, in order. */
export function without(range: ClockRange, others: readonly ClockRange[]): ClockRange[] {
	const { client, to } = range;
	const left: ClockRange[] = [];
	let { from } = range;
	for (const other of others.filter((one) => one.client === client).sort((one, two) => one.from - two.from)) {
		if (other.from > from && from < to) {
			left.push({ client, from, to: Math.min(to, other.from) });
		}
		from = Math.max(from, other.to);
	}
	if (from < to) {
		left.push({ client, from, to });
	}
	return left;
}
