import { nameOf } from "../blocks/block-type.ts";
import { isQuestion } from "../blocks/is-question.ts";
import { entryLabel } from "../blocks/ranking.ts";
import { reportBlock } from "../blocks/registry.ts";
import type { Language } from "../contract/languages.ts";
import type { LateAnswer } from "../contract/late.ts";
import type { Answered, AnsweredBlock, AnsweredQuestion } from "../document/read.ts";
import { generatedWords } from "./generated-words.ts";
import type { ReportNode } from "./nodes.ts";
import { reportWords } from "./words.ts";

type Level = Extract<ReportNode, { kind: "heading" }>["level"];

export interface ReportOptions {
	/** The level of a section's heading; prompts and items come one and two below it. */
	headingLevel: Level;
	/** What came when the sheet was closed: stands below its question. */
	late?: readonly LateNote[];
}

export interface LateNote extends LateAnswer {
	/** „Nachgetragen von Anna, 10:05 Uhr“. */
	heading: string;
}

/** A sheet on paper: section by section, each prompt with its answer, and a note where there is none. */
export function reportWorksheet(
	answered: Answered,
	language: Language,
	{ headingLevel, late = [] }: ReportOptions,
): ReportNode[] {
	return answered.sections.flatMap((section) => [
		heading(headingLevel, section.title[language]),
		...section.blocks.flatMap((block) => reportQuestions(block, language, headingLevel + 1, late)),
	]);
}

function reportQuestions(
	block: AnsweredBlock,
	language: Language,
	level: number,
	late: readonly LateNote[],
): ReportNode[] {
	const prompt = heading(level, block.definition.label[language]);
	const own = late.filter((note) => note.block === block.definition.id);
	const names = new Set(block.answers.map(({ name }) => name));
	// About something that nobody has chosen in the sheet itself.
	const elsewhere = own.filter((note) => !names.has(nameOf(note.block, note.item)));
	const answers =
		block.answers.length === 0
			? [{ kind: "note" as const, text: reportWords[language].nothingChosen }]
			: block.answers.flatMap((question) => [
					...itemHeading(question, language, level + 1),
					...reportAnswer(block, question, language),
					...lateNodes(own.filter((note) => nameOf(note.block, note.item) === question.name)),
				]);
	return [prompt, ...answers, ...lateNodes(elsewhere)];
}

function lateNodes(notes: readonly LateNote[]): ReportNode[] {
	if (notes.length === 0) return [];
	return [{ kind: "facts", items: notes.map(({ heading: label, text }) => ({ label, value: text })) }];
}

function itemHeading({ item }: AnsweredQuestion, language: Language, level: number): ReportNode[] {
	if (item === undefined) return [];
	const label = entryLabel(item, language);
	return [heading(level, item.retired ? `${label} (${reportWords[language].retired})` : label)];
}

function reportAnswer(block: AnsweredBlock, question: AnsweredQuestion, language: Language): ReportNode[] {
	const nodes = question.empty ? [] : reportBlock(block.definition, question.answer, language);
	if (nodes.length > 0) return nodes;
	const text = isQuestion(block.definition) ? reportWords[language].noAnswer : generatedWords[language].nothing;
	return [{ kind: "note", text }];
}

function heading(level: number, text: string): ReportNode {
	const levels: readonly Level[] = [1, 2, 3, 4];
	return { kind: "heading", level: levels[level - 1] ?? 4, text };
}
