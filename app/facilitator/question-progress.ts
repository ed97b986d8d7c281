import { isQuestion } from "../../worksheets/blocks/is-question.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { DocumentProgress, ProgressState, SheetUse } from "../../worksheets/contract/snapshot.ts";
import type { Section, Worksheet } from "../../worksheets/schema/worksheet.ts";

/** One question of a group's sheet as a card shows it. */
export interface QuestionProgress {
	/** The block, or the block and its item. */
	name: string;
	/** The same number as on the sheet itself. */
	number: number;
	label: string;
	state: ProgressState;
}

type Question = Omit<QuestionProgress, "number">;
type Counted = DocumentProgress["questions"];

/**
 * The questions a phase asks of a sheet, numbered as the group sees them (app/worksheet/questions.ts): where a section
 * repeats, all that is asked about one thing before the next; before anything is chosen, one question stands for them.
 */
export function questionProgress(
	progress: DocumentProgress | undefined,
	worksheet: Worksheet,
	sections: SheetUse["sections"],
	language: Language,
): QuestionProgress[] {
	const counted = progress?.questions ?? [];
	return worksheet.sections
		.filter((section) => section.role === undefined && (sections === undefined || sections.includes(section.id)))
		.flatMap((section) => sectionQuestions(section, counted, language))
		.map((question, index) => ({ ...question, number: index + 1 }));
}

function sectionQuestions(section: Section, counted: Counted, language: Language): Question[] {
	const questions = section.blocks.filter(isQuestion).flatMap((block) => {
		const label = block.label[language];
		const own = counted.filter(({ name }) => name === block.id || name.startsWith(`${block.id}/`));
		return own.length > 0
			? own.map(({ name, state }) => ({ name, label, state }))
			: [{ name: block.id, label, state: "empty" as const }];
	});
	return section.repeat?.over === undefined ? questions : byItem(questions);
}

/** Things in the order in which they first occur; of several blocks that wait for a choice, one is enough. */
function byItem(questions: readonly Question[]): Question[] {
	const items = new Map<string, Question[]>();
	for (const question of questions) {
		const item = question.name.split("/")[1] ?? "";
		items.set(item, item === "" ? (items.get(item) ?? [question]) : [...(items.get(item) ?? []), question]);
	}
	return [...items.values()].flat();
}

/** How many questions are in each state. */
export function countStates(questions: readonly QuestionProgress[]): Record<ProgressState, number> {
	const counts = { empty: 0, started: 0, done: 0 };
	for (const { state } of questions) counts[state] += 1;
	return counts;
}
