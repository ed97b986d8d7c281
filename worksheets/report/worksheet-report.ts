import { entryLabel } from "../blocks/ranking.ts";
import { reportBlock } from "../blocks/registry.ts";
import type { Language } from "../contract/languages.ts";
import type { Answered, AnsweredBlock, AnsweredQuestion } from "../document/read.ts";
import type { ReportNode } from "./nodes.ts";
import { reportWords } from "./words.ts";

type Level = Extract<ReportNode, { kind: "heading" }>["level"];

export interface ReportOptions {
	/** The level of a section's heading; prompts and items come one and two below it. */
	headingLevel: Level;
}

/** A sheet on paper: section by section, each prompt with its answer, and a note where there is none. */
export function reportWorksheet(answered: Answered, language: Language, { headingLevel }: ReportOptions): ReportNode[] {
	return answered.sections.flatMap((section) => [
		heading(headingLevel, section.title[language]),
		...section.blocks.flatMap((block) => reportQuestions(block, language, headingLevel + 1)),
	]);
}

function reportQuestions(block: AnsweredBlock, language: Language, level: number): ReportNode[] {
	const prompt = heading(level, block.definition.label[language]);
	if (block.answers.length === 0) return [prompt, { kind: "note", text: reportWords[language].nothingChosen }];
	return [
		prompt,
		...block.answers.flatMap((question) => [
			...itemHeading(question, language, level + 1),
			...reportAnswer(block, question, language),
		]),
	];
}

function itemHeading({ item }: AnsweredQuestion, language: Language, level: number): ReportNode[] {
	if (item === undefined) return [];
	const label = entryLabel(item, language);
	return [heading(level, item.retired ? `${label} (${reportWords[language].retired})` : label)];
}

function reportAnswer(block: AnsweredBlock, question: AnsweredQuestion, language: Language): ReportNode[] {
	const nodes = question.empty ? [] : reportBlock(block.definition, question.answer, language);
	return nodes.length === 0 ? [{ kind: "note", text: reportWords[language].noAnswer }] : nodes;
}

function heading(level: number, text: string): ReportNode {
	const levels: readonly Level[] = [1, 2, 3, 4];
	return { kind: "heading", level: levels[level - 1] ?? 4, text };
}
