import type * as Y from "yjs";
import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import { generatedWords } from "../report/generated-words.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { formatSuggestionAnswerSchema } from "./answers.ts";
import { choiceBlock } from "./choice.ts";
import type { BlockOf } from "./definitions.ts";

type Definition = Extract<BlockOf<"generated">, { view: "format-suggestion" }>;

export type FormatSuggestionAnswer = z.infer<typeof formatSuggestionAnswerSchema>;

export function readFormatSuggestion(doc: Y.Doc, block: Definition): FormatSuggestionAnswer {
	const [choice] = block.of;
	const answer = choiceBlock.read(doc, choice);
	if (choiceBlock.isEmpty(answer)) return { view: "format-suggestion", goal: null, formats: [] };
	const option = choice.options.find(({ id }) => id === answer.value);
	const fitting = option && block.suggestions.find(({ when }) => when === option.id);
	return {
		view: "format-suggestion",
		goal: option?.label ?? answer.own,
		formats: (fitting?.formats ?? []).map(({ id, label, why }) => ({ id, label, why: why ?? null })),
	};
}

/** „Zum Ziel „entscheiden“ passen Steuerungsgruppe und Lenkungskreis.“ */
export function formatSentence({ goal, formats }: FormatSuggestionAnswer, language: Language): string {
	const words = generatedWords[language].format;
	if (goal === null) return words.nothing;
	const name = typeof goal === "string" ? goal : goal[language];
	if (formats.length === 0) return words.none(name);
	return words.fitting(
		name,
		formats.map(({ label }) => label[language]),
	);
}

export function formatSuggestionReport(answer: FormatSuggestionAnswer, language: Language): ReportNode[] {
	const words = generatedWords[language].format;
	const reasons = answer.formats.flatMap(({ label, why }) =>
		why === null ? [] : [{ label: label[language], value: why[language] }],
	);
	return [
		{ kind: "paragraph", text: formatSentence(answer, language) },
		...(reasons.length === 0
			? []
			: [
					{
						kind: "table" as const,
						caption: words.caption,
						head: [words.format, words.why],
						rows: reasons.map(({ label, value }) => [label, value]),
					},
				]),
	];
}
