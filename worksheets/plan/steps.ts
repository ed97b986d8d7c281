import { type ActionRow, isFilled } from "../blocks/actions.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import type { Language } from "../contract/languages.ts";
import type { Step, StepSheet } from "../contract/steps.ts";
import type { Answered, AnsweredBlock } from "../document/read.ts";
import type { ResultSheet } from "../report/results.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { takeablesIn } from "./takeable.ts";
import { sourceKey } from "./taken.ts";

/**
 * The steps of all sheets but participants' own and the plan's, with the other answers that the plan's rows were taken
 * from. Sheets without any are left out.
 */
export function stepSheets(
	sheets: readonly ResultSheet[],
	plan: readonly ActionRow[],
	language: Language,
): StepSheet[] {
	const sources = new Set(plan.flatMap(({ source }) => (source === undefined ? [] : [sourceKey(source)])));
	return sheets
		.filter(({ scope }) => scope.kind !== "participant")
		.map((sheet) => ({
			document: sheet.document,
			worksheet: sheet.worksheet,
			name: sheet.scope.name === "" ? sheet.title : `${sheet.scope.name}: ${sheet.title}`,
			scope: { kind: sheet.scope.kind, id: sheet.scope.id },
			steps: actionRows(sheet.answered, ({ definition }) => !isPlan(definition)).map(({ id, cells }) => ({
				row: id,
				cells,
			})),
			answers: sourcesIn(sheet, sources, language),
		}))
		.filter(({ steps, answers }) => steps.length > 0 || answers.length > 0);
}

function sourcesIn({ document, answered }: ResultSheet, sources: ReadonlySet<string>, language: Language): Step[] {
	const isWatched = [...sources].some((place) => place.startsWith(`${document} #`));
	if (!isWatched) return [];
	return answered.sections
		.flatMap(({ blocks }) => blocks)
		.filter(({ definition }) => definition.type !== "actions")
		.flatMap((block) => block.answers.flatMap((answer) => takeablesIn(block, answer, language)))
		.filter(({ row }) => sources.has(sourceKey({ document, row })))
		.map(({ row, cells }) => ({ row, cells: { ...cells } }));
}

/** The rows of the plan, wherever the room keeps it. */
export function planRows(sheets: readonly ResultSheet[]): ActionRow[] {
	return sheets
		.filter(({ scope }) => scope.kind === "plenary")
		.flatMap(({ answered }) => actionRows(answered, ({ definition }) => isPlan(definition)));
}

/** Whether a worksheet has any place for steps, so that the others need not be opened to look for some. */
export function asksForSteps({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some((block) => block.type === "actions" && !isPlan(block)));
}

/** Where a worksheet keeps the workshop's one plan; undefined for those that do not. */
export function planBlockOf({ sections }: Worksheet): BlockOf<"actions"> | undefined {
	return sections
		.flatMap(({ blocks }) => blocks)
		.filter((block): block is BlockOf<"actions"> => block.type === "actions")
		.find(isPlan);
}

export function isPlan(definition: AnsweredBlock["definition"]): boolean {
	return definition.type === "actions" && definition.plan === true;
}

function actionRows({ sections }: Answered, wanted: (block: AnsweredBlock) => boolean): ActionRow[] {
	return sections
		.flatMap(({ blocks }) => blocks)
		.filter(wanted)
		.filter((block): block is AnsweredBlock<"actions"> => block.definition.type === "actions")
		.flatMap(({ answers }) => answers.flatMap(({ answer }) => answer.rows))
		.filter(isFilled);
}
