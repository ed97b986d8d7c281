import { plenary as german } from "../i18n/de/plenary.ts";
import { plenary as english } from "../i18n/en/plenary.ts";
import { useLanguage } from "../i18n/provider.tsx";

/** The words of the plenary come with its views, in both languages: nobody else needs them. */
export function usePlenaryWords(): typeof german {
	return useLanguage() === "de" ? german : english;
}
