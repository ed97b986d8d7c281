import { dateFormat } from "../contract/date-format.ts";
import type { Language } from "../contract/languages.ts";

const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** „8. März 2023“, „8 March 2023“. `time` in epoch milliseconds. */
export function longDate(time: number, language: Language, timeZone: string): string {
	return dateFormat(LOCALE[language], timeZone, { dateStyle: "long" }).format(time);
}

/** `2023-03-08`, as days are stored. */
export function isoDay(time: number, timeZone: string): string {
	// Sweden writes days so.
	return dateFormat("sv-SE", timeZone, { year: "numeric", month: "2-digit", day: "2-digit" }).format(time);
}

/** „Anna, Ben und Chris“, “Anna, Ben and Chris”. */
export function listed(names: readonly string[], language: Language): string {
	return new Intl.ListFormat(LOCALE[language], { style: "long", type: "conjunction" }).format(names);
}

/** „09:05 Uhr“, “09:05”. */
export function timeOfDay(time: number, language: Language, timeZone: string): string {
	const clock = dateFormat(LOCALE[language], timeZone, { hour: "2-digit", minute: "2-digit" }).format(time);
	return language === "de" ? `${clock}\u00a0Uhr` : clock;
}
