import * as Y from "yjs";
import { isQuestion } from "../blocks/is-question.ts";
import { reportBlock } from "../blocks/registry.ts";
import type { Language } from "../contract/languages.ts";
import type { LateAnswer } from "../contract/late.ts";
import { type Answered, type AnsweredBlock, type ReadOptions, readWorksheet } from "../document/read.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { plainLines } from "./plain-lines.ts";
import { reportWords } from "./words.ts";

/**
 * What late updates add to a sheet, one after the other, in words. `doc` is a copy of the sheet that is the caller's to
 * give away: the updates are applied to it. Those of one author belong into one copy, so that what two of them have in
 * common is said once; those of several authors do not. An update that cannot be applied says nothing.
 */
export function lateAnswers(
	doc: Y.Doc,
	updates: readonly Uint8Array[],
	worksheet: Worksheet,
	language: Language,
	options: Pick<ReadOptions, "outside"> = {},
): LateAnswer[][] {
	const linesNow = () => linesByQuestion(readWorksheet(doc, worksheet, options), language);
	let before = linesNow();
	return updates.map((update) => {
		try {
			Y.applyUpdate(doc, update);
		} catch {
			// Yjs throws whatever comes to hand on bytes that do not fit the document.
			return [];
		}
		const after = linesNow();
		const answers = [...after].flatMap(([name, question]) =>
			difference(before.get(name)?.lines ?? [], question, language),
		);
		before = after;
		return answers;
	});
}

interface QuestionLines {
	block: string;
	item: string | undefined;
	lines: readonly string[];
}

function linesByQuestion({ sections }: Answered, language: Language): Map<string, QuestionLines> {
	const questions = sections.flatMap((section) => section.blocks).filter(({ definition }) => isQuestion(definition));
	return new Map(questions.flatMap((block) => questionLines(block, language)));
}

function questionLines(block: AnsweredBlock, language: Language): [string, QuestionLines][] {
	return block.answers.map(({ name, item, answer }) => [
		name,
		{
			block: block.definition.id,
			item: item?.id,
			lines: plainLines(reportBlock(block.definition, answer, language)),
		},
	]);
}

/** The lines that came; where none did, those that went. */
function difference(
	before: readonly string[],
	{ block, item, lines }: QuestionLines,
	language: Language,
): LateAnswer[] {
	const added = without(lines, before);
	const removed = added.length > 0 ? [] : without(before, lines);
	const words = reportWords[language];
	const text = [...added, ...removed.map((line) => `${words.struck}: ${line}`)].join("\n");
	return text === "" ? [] : [{ block, ...(item === undefined ? {} : { item }), text }];
}

/** `lines` less `others`, each line as often as it stands there more often. */
function without(lines: readonly string[], others: readonly string[]): string[] {
	const left = new Map<string, number>();
	for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
	return lines.filter((line) => {
		const count = left.get(line) ?? 0;
		if (count > 0) left.set(line, count - 1);
		return count === 0;
	});
}
