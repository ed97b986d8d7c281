import { entryLabel, type RankedEntry } from "../../../worksheets/blocks/ranking.ts";
import type { Language } from "../../../worksheets/contract/languages.ts";

/** Whether an option is meant by what somebody typed: any part of its name or of another name for it. */
export function matches(
	option: Pick<RankedEntry, "label"> & { aliases?: string[] | undefined },
	typed: string,
	language: Language,
): boolean {
	const wanted = folded(typed);
	return [entryLabel(option, language), ...(option.aliases ?? [])].some((name) => folded(name).includes(wanted));
}

/** Case, accents and soft hyphens make no difference; „ae“ finds „ä“. */
function folded(text: string): string {
	return text
		.toLowerCase()
		.replace(/\u00ad/g, "")
		.replace(/ä/g, "ae")
		.replace(/ö/g, "oe")
		.replace(/ü/g, "ue")
		.replace(/ß/g, "ss")
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.trim();
}
