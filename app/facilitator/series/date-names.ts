import type { SeriesDate } from "../../../worksheets/contract/series.ts";
import { useFormat } from "../../i18n/format.ts";
import { useLanguage, useMessages } from "../../i18n/provider.tsx";
import { useTimeZone } from "../../i18n/time-zone.ts";

export interface DateName {
	/** „2. März 2026“. */
	name: string;
	/** „02.03.26“, for the axis of a figure. */
	short: string;
}

/** What the dates are called in tables, figures and sentences; those without a day by what they are. */
export function useDateNames(dates: readonly SeriesDate[]): DateName[] {
	const { series } = useMessages();
	const format = useFormat();
	const language = useLanguage();
	const timeZone = useTimeZone();
	const short = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
		day: "2-digit",
		month: "2-digit",
		year: "2-digit",
		timeZone,
	});
	return dates.map(({ date, series: meeting, title }) => {
		if (date !== null) return { name: format.date(date), short: short.format(date) };
		const name = meeting === null ? title : series.meeting({ number: meeting.number });
		return { name, short: name.length > 12 ? `${name.slice(0, 11)}…` : name };
	});
}
