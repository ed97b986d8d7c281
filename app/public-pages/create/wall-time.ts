/**
 * The moment at which clocks in a zone show a date and time. Where clocks are put forward and skip it, the moment an
 * hour later; where they show it twice, the first.
 * @param date `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns epoch milliseconds, or null where there is no such date or time
 */
export function wallTimeToEpoch(date: string, time: string, timeZone: string): number | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}$/.test(time)) return null;
	const wall = Date.parse(`${date}T${time}:00Z`);
	if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return null;
	// The offset is asked for at a moment up to a day away first, then at the moment found with it.
	const guess = wall - offsetAt(wall - 86_400_000, timeZone);
	const early = offsetAt(guess, timeZone);
	return wallAt(guess, timeZone) === wall ? guess : wall - Math.min(early, offsetAt(wall - early, timeZone));
}

/** Whether the browser's zone is one that this server's calendar knows. */
export function isTimeZone(timeZone: string): boolean {
	try {
		return Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
	} catch (cause) {
		if (cause instanceof RangeError) return false;
		throw cause;
	}
}

function offsetAt(epoch: number, timeZone: string): number {
	return wallAt(epoch, timeZone) - epoch;
}

/** What clocks in the zone show at a moment, as if it were UTC. */
function wallAt(epoch: number, timeZone: string): number {
	const format = new Intl.DateTimeFormat("en-US", {
		timeZone,
		hourCycle: "h23",
		year: "numeric",
		month: "numeric",
		day: "numeric",
		hour: "numeric",
		minute: "numeric",
		second: "numeric",
	});
	const part = new Map(format.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]));
	const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
	return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}
