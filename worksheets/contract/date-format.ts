const known = new Map<string, Intl.DateTimeFormat>();

/**
 * What writes days and times in one manner. Making it takes as long as using it a hundred times, and a report of many
 * groups tells thousands of days; there are as many as languages, manners and the operator's one time zone.
 */
export function dateFormat(locale: string, timeZone: string, manner: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const name = `${locale} ${timeZone} ${Object.entries(manner).flat().join(" ")}`;
	const format = known.get(name) ?? new Intl.DateTimeFormat(locale, { ...manner, timeZone });
	known.set(name, format);
	return format;
}
