import type { Language } from "../../worksheets/contract/languages.ts";
import { longDate, timeOfDay } from "../../worksheets/report/dates.ts";
import { useLanguage } from "./provider.tsx";
import { useTimeZone } from "./time-zone.ts";

const NBSP = "\u00a0";
const LOCALE: Record<Language, string> = { de: "de-DE", en: "en-GB" };

/** „18 Min.“, “18 min”; never broken over two lines. */
function formatMinutes(minutes: number, language: Language): string {
	return `${formatNumber(minutes, language)}${NBSP}${language === "de" ? "Min." : "min"}`;
}

/** „3 Std. 30 Min.“, “3 h 30 min”: a whole day is hard to read in minutes. */
function formatDuration(minutes: number, language: Language): string {
	const hours = Math.floor(minutes / 60);
	const rest = minutes % 60;
	const hourText = `${hours}${NBSP}${language === "de" ? "Std." : "h"}`;
	if (hours === 0) return formatMinutes(rest, language);
	return rest === 0 ? hourText : `${hourText} ${formatMinutes(rest, language)}`;
}

/** „09:00–12:40 Uhr“, “09:00–12:40”. Both in epoch milliseconds. */
function formatTimeSpan(from: number, to: number, language: Language, timeZone: string): string {
	const clock = new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit", timeZone });
	return `${clock.format(from)}–${clock.format(to)}${language === "de" ? `${NBSP}Uhr` : ""}`;
}

/** „09:00“ without a word beside it, for columns of times. */
function formatClock(time: number, language: Language, timeZone: string): string {
	return new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit", timeZone }).format(time);
}

function formatNumber(value: number, language: Language): string {
	return new Intl.NumberFormat(LOCALE[language]).format(value);
}

/** As desktops count them: 1024 bytes are a KB. */
function formatBytes(bytes: number, language: Language): string {
	const kilobytes = Math.max(1, Math.round(bytes / 1024));
	if (kilobytes < 1000) return `${kilobytes}${NBSP}KB`;
	return `${formatNumber(Math.round(bytes / 104_857.6) / 10, language)}${NBSP}MB`;
}

/** „A, B und C“, “A, B and C”. */
function formatList(items: readonly string[], language: Language): string {
	return new Intl.ListFormat(LOCALE[language], { type: "conjunction" }).format(items);
}

export interface Formatters {
	/** „8. März 2023“. All times in epoch milliseconds. */
	date(time: number): string;
	/** „09:00 Uhr“. */
	time(time: number): string;
	/** „09:00“. */
	clock(time: number): string;
	timeSpan(from: number, to: number): string;
	minutes(minutes: number): string;
	duration(minutes: number): string;
	number(value: number): string;
	/** „340 KB“, „1,2 MB“. */
	bytes(bytes: number): string;
	list(items: readonly string[]): string;
}

/** Formatters in the interface's language and the device's time zone. */
export function createFormatters(language: Language, timeZone: string): Formatters {
	return {
		date: (time) => longDate(time, language, timeZone),
		time: (time) => timeOfDay(time, language, timeZone),
		clock: (time) => formatClock(time, language, timeZone),
		timeSpan: (from, to) => formatTimeSpan(from, to, language, timeZone),
		minutes: (minutes) => formatMinutes(minutes, language),
		duration: (minutes) => formatDuration(minutes, language),
		number: (value) => formatNumber(value, language),
		bytes: (bytes) => formatBytes(bytes, language),
		list: (items) => formatList(items, language),
	};
}

export function useFormat(): Formatters {
	return createFormatters(useLanguage(), useTimeZone());
}
