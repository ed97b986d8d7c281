import type { Language } from "../../worksheets/contract/languages.ts";
import type { DocumentProgress, ProgressState, SheetUse } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** One question of a group's sheet as a card shows it. */
export interface QuestionProgress {
	/** The block, or the block and its item. */
	name: string;
	number: number;
	label: string;
	state: ProgressState;
}

/**
 * The questions a phase asks of a sheet, in order and numbered from one. What the server has not counted yet is empty;
 * a question that repeats appears as often as it has been counted, and once before that.
 */
export function questionProgress(
	progress: DocumentProgress | undefined,
	worksheet: Worksheet,
	sections: SheetUse["sections"],
	language: Language,
): QuestionProgress[] {
	const counted = progress?.questions ?? [];
	const blocks = worksheet.sections
		.filter((section) => section.role === undefined && (sections === undefined || sections.includes(section.id)))
		.flatMap((section) => section.blocks);
	const questions = blocks.flatMap((block) => {
		const label = block.label[language];
		const own = counted.filter(({ name }) => name === block.id || name.startsWith(`${block.id}/`));
		return own.length > 0
			? own.map(({ name, state }) => ({ name, label, state }))
			: [{ name: block.id, label, state: "empty" as const }];
	});
	return questions.map((question, index) => ({ ...question, number: index + 1 }));
}

/** How many questions are in each state. */
export function countStates(questions: readonly QuestionProgress[]): Record<ProgressState, number> {
	const counts = { empty: 0, started: 0, done: 0 };
	for (const { state } of questions) counts[state] += 1;
	return counts;
}
