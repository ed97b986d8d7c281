import { rating as german } from "../i18n/de/rating.ts";
import { rating as english } from "../i18n/en/rating.ts";
import { useLanguage } from "../i18n/provider.tsx";

/** The words of ratings come with their views, in both languages: whoever has the one has the other, also without a line. */
export function useRatingWords(): typeof german {
	return useLanguage() === "de" ? german : english;
}
