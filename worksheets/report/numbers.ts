import type { Language } from "../contract/languages.ts";

/** `1.25` as „1,3“ or “1.3”. */
export function oneDecimal(value: number, language: Language): string {
	const text = value.toFixed(1);
	return language === "de" ? text.replace(".", ",") : text;
}

/** `2` as „2“, `2.5` as „2,5“: a median of an even number of people can have a half. */
export function atMostOneDecimal(value: number, language: Language): string {
	return Number.isInteger(value) ? String(value) : oneDecimal(value, language);
}

/** Kept on one line, as a number and what it counts must be: „n = 3“. */
export function unbroken(text: string): string {
	return text.replaceAll(" ", "\u00a0");
}

const lists: Record<Language, Intl.ListFormat> = {
	de: new Intl.ListFormat("de", { type: "conjunction" }),
	en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};

/** „A, B und C“ or “A, B and C”. */
export function listed(names: readonly string[], language: Language): string {
	return lists[language].format(names);
}
