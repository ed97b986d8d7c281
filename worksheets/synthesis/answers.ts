import { KEY_MESSAGE } from "../blocks/key-message.ts";
import { entryLabel } from "../blocks/ranking.ts";
import { keyMessageOf, proseOf } from "../blocks/rich-text.ts";
import type { Language } from "../contract/languages.ts";
import type { AnswerSheet } from "../contract/statements.ts";
import type { Answered, AnsweredBlock, AnsweredQuestion } from "../document/read.ts";
import { plainLines } from "../report/plain-lines.ts";
import type { ResultSheet } from "../report/results.ts";
import type { Worksheet } from "../schema/worksheet.ts";

type Answer = AnswerSheet["answers"][number];

/** What all sheets but participants' own say in words, from which statements are picked. */
export function answerSheets(sheets: readonly ResultSheet[], language: Language): AnswerSheet[] {
	return sheets
		.filter(({ scope }) => scope.kind !== "participant")
		.map(({ document, worksheet, title, scope, answered }) => ({
			document,
			worksheet,
			title,
			owner: scope.name,
			scope: { kind: scope.kind, id: scope.id },
			answers: answersIn(answered, language),
		}));
}

/** Whether a worksheet asks for words at all, so that the others need not be opened to look for some. */
export function asksForWords({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some(({ type }) => type === "rich-text" || type === "text"));
}

function answersIn({ sections }: Answered, language: Language): Answer[] {
	return sections.flatMap(({ blocks }) => blocks).flatMap((block) => inWords(block, language));
}

function inWords(block: AnsweredBlock, language: Language): Answer[] {
	if (isOf(block, "rich-text")) {
		return block.answers.flatMap((question) => {
			const message = said(block, question, keyMessageOf(question.answer), language);
			const prose = plainLines([{ kind: "rich-text", blocks: proseOf(question.answer) }]).join("\n");
			return [
				...message.map((answer) => ({ ...answer, part: KEY_MESSAGE })),
				...said(block, question, prose, language),
			];
		});
	}
	// A date on its own says nothing.
	if (!isOf(block, "text") || block.definition.format === "date") return [];
	return block.answers.flatMap((question) => said(block, question, question.answer, language));
}

function said({ definition }: AnsweredBlock, question: AnsweredQuestion, text: string, language: Language): Answer[] {
	if (text.trim() === "") return [];
	const about = question.item === undefined ? "" : `${entryLabel(question.item, language)}: `;
	return [{ question: question.name, label: about + definition.label[language], text: text.trim() }];
}

function isOf<Kind extends "text" | "rich-text">(block: AnsweredBlock, type: Kind): block is AnsweredBlock<Kind> {
	return block.definition.type === type;
}
