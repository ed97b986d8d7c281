import { synthesis as german } from "../../i18n/de/synthesis.ts";
import { synthesis as english } from "../../i18n/en/synthesis.ts";
import { useLanguage } from "../../i18n/provider.tsx";

/** The words of the board come with it, in both languages: nobody else needs them. */
export function useSynthesisWords(): typeof german {
	return useLanguage() === "de" ? german : english;
}
