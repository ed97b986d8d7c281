export const LANGUAGES = ["de", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Every text of the library, in every language. */
export type Localized = Record<Language, string>;

/** Any value from outside as a language, if it is one. Needs no schema library, so that a first page stays small. */
export function asLanguage(value: unknown): Language | undefined {
	return LANGUAGES.find((language) => language === value);
}
