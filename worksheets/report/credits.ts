import type { Language } from "../contract/languages.ts";
import { listed, longDate, timeOfDay } from "./dates.ts";
import type { ReportNode } from "./nodes.ts";
import type { ResultCredits } from "./results.ts";
import { resultsWords } from "./results-words.ts";

/** „Geschrieben von Anna und Ben; zuletzt am 8. März 2023 um 11:42 Uhr.“ Nothing where nobody wrote. */
export function creditNodes({ names, changedAt }: ResultCredits, language: Language, timeZone: string): ReportNode[] {
	if (changedAt === null) return [];
	const words = resultsWords[language];
	const when = [longDate(changedAt, language, timeZone), timeOfDay(changedAt, language, timeZone)] as const;
	const text = names.length === 0 ? words.lastChanged(...when) : words.writtenBy(listed(names, language), ...when);
	return [{ kind: "note", text }];
}
