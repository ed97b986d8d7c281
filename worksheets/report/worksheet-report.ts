import { nameOf } from "../blocks/block-type.ts";
import { isQuestion } from "../blocks/is-question.ts";
import { reportBlock } from "../blocks/registry.ts";
import type { Language } from "../contract/languages.ts";
import type { LateAnswer } from "../contract/late.ts";
import type { Answered, AnsweredBlock, AnsweredQuestion, AnsweredSection } from "../document/read.ts";
import { generatedWords } from "./generated-words.ts";
import { itemName } from "./item-name.ts";
import type { ReportNode } from "./nodes.ts";
import { type RevealedRatings, ratingNodes } from "./ratings.ts";
import { reportWords } from "./words.ts";

type Level = Extract<ReportNode, { kind: "heading" }>["level"];

export interface ReportOptions {
	/** The level of a section's heading; prompts and items come below it. */
	headingLevel: Level;
	/** What came when the sheet was closed: stands below its question. */
	late?: readonly LateNote[];
	/** How people have rated its questions each for themselves: stands below the sheet's own answer. */
	revealed?: readonly RevealedRatings[];
	/** Says where an answer stands that the report has in another place; null for those that stand here. */
	movedTo?: (definition: AnsweredBlock["definition"]) => string | null;
}

type Around = Required<Omit<ReportOptions, "headingLevel">>;

export interface LateNote extends LateAnswer {
	/** „Nachgetragen von Anna, 10:05 Uhr“. */
	heading: string;
}

/**
 * A sheet on paper: section by section, each prompt with its answer, and a note where there is none. A section that
 * repeats has all that is said about one thing before the next, as on the screen.
 */
export function reportWorksheet(
	answered: Answered,
	language: Language,
	{ headingLevel, late = [], revealed = [], movedTo = () => null }: ReportOptions,
): ReportNode[] {
	const level = headingLevel + 1;
	const around = { late, revealed, movedTo };
	return answered.sections.flatMap((section) => [
		heading(headingLevel, section.title[language]),
		...(repeatsAsOne(section)
			? reportItems(section, language, level, around)
			: section.blocks.flatMap((block) => reportQuestions(block, language, level, around))),
	]);
}

function repeatsAsOne({ blocks }: AnsweredSection): boolean {
	const over = blocks[0]?.definition.repeat?.over;
	return over !== undefined && blocks.every(({ definition }) => definition.repeat?.over === over);
}

function reportItems({ blocks }: AnsweredSection, language: Language, level: number, around: Around) {
	const items = new Map<string, ReportNode[]>();
	for (const block of blocks) {
		for (const question of block.answers) {
			const key = question.item?.id ?? "";
			const before = items.get(key) ?? itemHeading(question, language, level);
			const answer = reportQuestion(block, question, language, around);
			items.set(key, [...before, prompt(block, language, level + 1), ...answer]);
		}
	}
	if (items.size === 0) items.set("", [{ kind: "note", text: reportWords[language].nothingChosen }]);
	const others = blocks.flatMap((block) => {
		const notes = lateNodes(elsewhere(block, around.late));
		return notes.length === 0 ? [] : [prompt(block, language, level + 1), ...notes];
	});
	return [...[...items.values()].flat(), ...others];
}

function reportQuestions(block: AnsweredBlock, language: Language, level: number, around: Around): ReportNode[] {
	const answers =
		block.answers.length === 0
			? [{ kind: "note" as const, text: reportWords[language].nothingChosen }]
			: block.answers.flatMap((question) => [
					...itemHeading(question, language, level + 1),
					...reportQuestion(block, question, language, around),
				]);
	return [prompt(block, language, level), ...answers, ...lateNodes(elsewhere(block, around.late))];
}

function prompt({ definition }: AnsweredBlock, language: Language, level: number): ReportNode {
	return heading(level, definition.label[language]);
}

function reportQuestion(
	block: AnsweredBlock,
	question: AnsweredQuestion,
	language: Language,
	{ late, revealed, movedTo }: Around,
): ReportNode[] {
	const own = ofBlock(block, late).filter((note) => nameOf(note.block, note.item) === question.name);
	const place = question.empty ? null : movedTo(block.definition);
	const answer = place === null ? reportAnswer(block, question, language) : [{ kind: "note" as const, text: place }];
	const ratings = revealed.filter((one) => one.question === question.name);
	const alone = ratings.flatMap((one) => ratingNodes(block.definition, one, language));
	return [...answer, ...alone, ...lateNodes(own)];
}

/** About something that nobody has chosen in the sheet itself. */
function elsewhere(block: AnsweredBlock, late: readonly LateNote[]): LateNote[] {
	const names = new Set(block.answers.map(({ name }) => name));
	return ofBlock(block, late).filter((note) => !names.has(nameOf(note.block, note.item)));
}

function ofBlock({ definition }: AnsweredBlock, late: readonly LateNote[]): LateNote[] {
	return late.filter((note) => note.block === definition.id);
}

function lateNodes(notes: readonly LateNote[]): ReportNode[] {
	if (notes.length === 0) return [];
	return [{ kind: "facts", items: notes.map(({ heading: label, text }) => ({ label, value: text })) }];
}

function itemHeading(question: AnsweredQuestion, language: Language, level: number): ReportNode[] {
	return question.item === undefined ? [] : [heading(level, itemName(question, language))];
}

function reportAnswer(block: AnsweredBlock, question: AnsweredQuestion, language: Language): ReportNode[] {
	const nodes = question.told ?? (question.empty ? [] : reportBlock(block.definition, question.answer, language));
	if (nodes.length > 0) return [...nodes];
	const text = isQuestion(block.definition) ? reportWords[language].noAnswer : generatedWords[language].nothing;
	return [{ kind: "note", text }];
}

function heading(level: number, text: string): ReportNode {
	const levels: readonly Level[] = [1, 2, 3, 4];
	return { kind: "heading", level: levels[level - 1] ?? 4, text };
}
