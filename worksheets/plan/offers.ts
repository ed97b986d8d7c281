import type { ActionSource } from "../blocks/action-source.ts";
import type { ActionRow } from "../blocks/actions.ts";
import type { Step, StepSheet } from "../contract/steps.ts";
import { markOf } from "./take.ts";
import { saidBy } from "./takeable.ts";
import { sourceKey } from "./taken.ts";

export interface Offer {
	step: Step;
	/** What the plan's row will say of where it comes from. */
	source: ActionSource;
	/** Whether the plan has it already. */
	taken: boolean;
}

export interface SheetOffers {
	sheet: StepSheet;
	offers: Offer[];
}

/** What the sheets offer to the plan as it stands. A row that was taken out of the plan again is offered again. */
export function offersOf(sheets: readonly StepSheet[], plan: readonly ActionRow[]): SheetOffers[] {
	const taken = new Set(plan.flatMap(({ source }) => (source === undefined ? [] : [sourceKey(source)])));
	return sheets
		.filter(({ steps }) => steps.length > 0)
		.map((sheet) => ({
			sheet,
			offers: sheet.steps.map((step) => {
				const source = { document: sheet.document, row: step.row, name: sheet.name, said: markOf(step.cells) };
				return { step, source, taken: taken.has(sourceKey(source)) };
			}),
		}));
}

/** The same without what the plan has already, and without sheets of which it has everything. */
export function notTaken(sheets: readonly StepSheet[], plan: readonly ActionRow[]): Omit<StepSheet, "answers">[] {
	return offersOf(sheets, plan)
		.map(({ sheet: { answers: _, ...sheet }, offers }) => ({
			...sheet,
			steps: offers.filter(({ taken }) => !taken).map(({ step }) => step),
		}))
		.filter(({ steps }) => steps.length > 0);
}

/**
 * What steps say at their source by now, by the id of the plan's row, where that differs from what they said when they
 * were taken or last looked at; the same for other answers. What is gone there, or that the asker may not read, has not changed.
 */
export function changedSteps(sheets: readonly StepSheet[], plan: readonly ActionRow[]): Map<string, Step> {
	const steps = new Map(
		sheets.flatMap(({ document, steps, answers }) =>
			[...steps, ...answers].map((step) => [sourceKey({ document, row: step.row }), step]),
		),
	);
	return new Map(
		plan.flatMap(({ id, source }) => {
			const step = source && steps.get(sourceKey(source));
			return step && saidBy(step) !== source.said ? [[id, step]] : [];
		}),
	);
}
