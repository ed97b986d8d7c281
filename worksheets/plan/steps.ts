import { type ActionRow, isFilled } from "../blocks/actions.ts";
import type { StepSheet } from "../contract/steps.ts";
import type { Answered, AnsweredBlock } from "../document/read.ts";
import type { ResultSheet } from "../report/results.ts";
import type { Worksheet } from "../schema/worksheet.ts";

/** The steps of all sheets but participants' own, and not what stands in the plan already: sheets without any are left out. */
export function stepSheets(sheets: readonly ResultSheet[]): StepSheet[] {
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
		}))
		.filter(({ steps }) => steps.length > 0);
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
