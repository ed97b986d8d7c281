import type { HistoryPoint } from "../../worksheets/contract/history.ts";
import type { Past } from "../storage/storage.ts";

const MINUTE = 60_000;
const minuteOf = (time: number) => Math.floor(time / MINUTE);

/**
 * The moments worth offering: the ends of phases in which the sheet changed, the moments before it was set back, and
 * each minute's end. Only what can be had is named, and not the present.
 */
export function pointsOf(
	{ from, minutes }: Past,
	phaseEnds: readonly { phase: string; at: number }[],
	setBacks: readonly { at: number }[],
): HistoryPoint[] {
	if (from === null) return [];
	const points: HistoryPoint[] = minutes.slice(0, -1).map((at) => ({ at, reason: "minute" }));
	for (const [index, { phase, at }] of phaseEnds.entries()) {
		const since = phaseEnds[index - 1]?.at ?? Number.NEGATIVE_INFINITY;
		// Of a minute only its last change is known: one after the end may hide one before it.
		const changed = minutes.some((change) => change > since && minuteOf(change) <= minuteOf(at));
		if (at >= from && changed) points.push({ at, reason: "phase-end", phase });
	}
	for (const { at } of setBacks) if (at - 1 >= from) points.push({ at: at - 1, reason: "before-set-back" });
	return points.sort((one, other) => one.at - other.at);
}
