/**
 * An iCalendar file (RFC 5545) with whole days alone: no times, so no time zones, and nobody is invited by it: a method
 * would make a message between calendars of it. What is written depends on nothing but its arguments.
 */
export interface CalendarDay {
	/** The same in every file, so that a calendar that knows the day puts it right instead of having it twice. */
	uid: string;
	/** `YYYY-MM-DD`. */
	day: string;
	summary: string;
	description: string;
}

export interface Calendar {
	name: string;
	/** Where the days are written down. */
	url: string;
	/** When they last changed there, in epoch milliseconds. */
	changedAt: number;
	/** One at least: the format knows no empty calendar. */
	days: readonly [CalendarDay, ...CalendarDay[]];
}

export function calendarFile({ name, url, changedAt, days }: Calendar): string {
	const stamp = `${new Date(changedAt).toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
	const lines = [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Arena//Arena//DE",
		"CALSCALE:GREGORIAN",
		`X-WR-CALNAME:${text(name)}`,
		...days.flatMap((day) => [
			"BEGIN:VEVENT",
			`UID:${text(day.uid)}`,
			`DTSTAMP:${stamp}`,
			`LAST-MODIFIED:${stamp}`,
			`SEQUENCE:${Math.max(0, Math.floor((changedAt - SEQUENCES_BEGIN) / 1_000))}`,
			`DTSTART;VALUE=DATE:${compact(day.day)}`,
			`SUMMARY:${text(day.summary)}`,
			...(day.description === "" ? [] : [`DESCRIPTION:${text(day.description)}`]),
			`URL:${url}`,
			"TRANSP:TRANSPARENT",
			"END:VEVENT",
		]),
		"END:VCALENDAR",
	];
	return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** Sequence numbers have 31 bits: seconds since this moment fit in for as long as anybody will ask. */
const SEQUENCES_BEGIN = Date.UTC(2026, 0, 1);

/** A value of type TEXT: no line break or mark of the format may end it. */
function text(value: string): string {
	return (
		value
			.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
			// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not get into the file
			.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ")
			.replace(/[\\;,]/g, (mark) => `\\${mark}`)
			.replaceAll("\n", "\\n")
	);
}

/** Lines of 75 octets at most; the next one begins with a blank, and no letter is torn apart. */
function folded(line: string): string {
	let octets = 0;
	let result = "";
	for (const letter of line) {
		const size = octetsOf(letter);
		if (octets + size > 75) {
			result += "\r\n ";
			octets = 1;
		}
		result += letter;
		octets += size;
	}
	return result;
}

/** How long a letter is in UTF-8. */
function octetsOf(letter: string): number {
	const code = letter.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}

function compact(day: string): string {
	return day.replaceAll("-", "");
}
