import type { Contender } from "../contenders.ts";

/** How much of everything a run does. */
export interface Scale {
	rounds: number;
	/** How long one window of typing is measured, in seconds. */
	seconds: number;
	/** Part of the full sizes, for development: 1 in a real run. */
	size: number;
	/** Only these contenders. */
	only: ReadonlySet<Contender["name"]> | null;
	/** Node's arguments for the servers, such as `--cpu-prof`. */
	nodeArgs: string[];
}

/** Those of a figure's contenders that this run measures, in their order. */
export function chosen<Name extends Contender["name"]>({ only }: Scale, ...names: Name[]): Name[] {
	return names.filter((name) => only?.has(name) ?? true);
}

/** One line of the table: a value for each contender that was measured, and what Arena's is to reach. */
export interface Row {
	figure: string;
	unit: string;
	values: Partial<Record<Contender["name"], number>>;
	/** Arena's value against somebody's, or against itself. */
	goals: Goal[];
}

export interface Goal {
	/** As it stands in the table. */
	says: string;
	/** What Arena reaches, in the goal's own terms; NaN where it was not measured. */
	reached: number;
	most?: number;
	least?: number;
}

export type Figure = (scale: Scale, tell: (line: string) => void) => Promise<Row[]>;

type Values = Row["values"];

/** One value for each contender, out of what was measured of it. */
export function valuesOf<Measured>(
	measured: Partial<Record<Contender["name"], Measured>>,
	value: (measured: Measured) => number,
): Values {
	return Object.fromEntries(Object.entries(measured).map(([name, each]) => [name, value(each)]));
}

/** Arena at most so many times another's value. */
export function atMost(values: Values, share: number, other: Contender["name"]): Goal {
	return {
		says: `≤ ${share} × ${other}`,
		reached: ratio(values, other),
		most: share,
	};
}

export function atLeast(values: Values, share: number, other: Contender["name"]): Goal {
	return { says: `≥ ${share} × ${other}`, reached: ratio(values, other), least: share };
}

/** Arena's milliseconds at most so many above another's. */
export function atMostMore(values: Values, ms: number, other: Contender["name"]): Goal {
	return {
		says: `≤ ${other} + ${ms} ms`,
		reached: (values.arena ?? Number.NaN) - (values[other] ?? Number.NaN),
		most: ms,
	};
}

function ratio(values: Values, other: Contender["name"]): number {
	return (values.arena ?? Number.NaN) / (values[other] ?? Number.NaN);
}
