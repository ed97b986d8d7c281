import { entryLabel } from "../blocks/ranking.ts";
import type { Language } from "../contract/languages.ts";
import type { AnsweredQuestion } from "../document/read.ts";
import { reportWords } from "./words.ts";

/** What a question of a block that repeats is asked about; empty for one that is asked once. */
export function itemName({ item }: Pick<AnsweredQuestion, "item">, language: Language): string {
	if (item === undefined) return "";
	const label = entryLabel(item, language);
	return item.retired ? `${label} (${reportWords[language].retired})` : label;
}
