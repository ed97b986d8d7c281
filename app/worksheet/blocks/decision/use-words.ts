import { decision as german } from "../../../i18n/de/decision.ts";
import { decision as english } from "../../../i18n/en/decision.ts";
import { useLanguage } from "../../../i18n/provider.tsx";

/** A vote's words come with its view, in both languages: whoever has the one has the other, also without a line. */
export function useWords(): typeof german {
	return useLanguage() === "de" ? german : english;
}
