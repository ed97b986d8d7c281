import { asLanguage, LANGUAGES, type Language } from "../../worksheets/contract/languages.ts";

export const LANGUAGE_COOKIE = "arena-lang";

export interface LanguageHints {
	/** The request's `Cookie` header: a choice made here wins over everything. */
	cookieHeader?: string | null | undefined;
	/** The workshop's language, on its pages. */
	workshop?: Language | undefined;
	/** The request's `Accept-Language` header. */
	acceptLanguage?: string | null | undefined;
}

/** The interface's language: chosen, the workshop's, the browser's, German. */
export function resolveLanguage({ cookieHeader, workshop, acceptLanguage }: LanguageHints): Language {
	const chosen = asLanguage(readCookie(cookieHeader, LANGUAGE_COOKIE));
	return chosen ?? workshop ?? acceptedLanguage(acceptLanguage) ?? "de";
}

/** One cookie's raw value out of a `Cookie` header. */
export function readCookie(header: string | null | undefined, name: string): string | undefined {
	for (const pair of (header ?? "").split(";")) {
		const [key, ...value] = pair.trim().split("=");
		if (key === name) return value.join("=");
	}
	return undefined;
}

function acceptedLanguage(header: string | null | undefined): Language | undefined {
	const wishes = (header ?? "").split(",").flatMap((part) => {
		const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
		const language = LANGUAGES.find((known) => tag === known || tag.startsWith(`${known}-`));
		const weight = qualityOf(parameters);
		return language !== undefined && weight > 0 ? [{ language, weight }] : [];
	});
	// Sorting is stable: with equal weights the first one named wins.
	return wishes.sort((left, right) => right.weight - left.weight)[0]?.language;
}

function qualityOf(parameters: readonly string[]): number {
	const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("q="));
	if (quality === undefined) return 1;
	const weight = Number(quality.slice(2));
	return Number.isFinite(weight) ? weight : 0;
}
