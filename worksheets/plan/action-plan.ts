import type { ActionRow } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import type { Step, StepSheet } from "../contract/steps.ts";
import type { ResultSheet } from "../report/results.ts";
import { type Missing, missingIn } from "./missing.ts";
import { changedSteps, notTaken } from "./offers.ts";
import { planRows, stepSheets } from "./steps.ts";

/** All that was agreed on in a workshop: the plan, and what sheets hold that nobody has taken into it. */
export interface ActionPlan {
	rows: PlanRow[];
	/** Of the plan's rows. */
	missing: Missing;
	notTaken: Omit<StepSheet, "answers">[];
}

interface PlanRow extends ActionRow {
	/** What the step says at its source by now, where that has changed since it was taken. */
	changedAtSource?: Step["cells"];
}

/** Made of the sheets that one person takes home, so it holds nothing that those do not. */
export function actionPlanOf(sheets: readonly ResultSheet[], language: Language): ActionPlan {
	const rows = planRows(sheets);
	const steps = stepSheets(sheets, rows, language);
	const changed = changedSteps(steps, rows);
	return {
		rows: rows.map((row): PlanRow => {
			const now = changed.get(row.id);
			return now === undefined ? row : { ...row, changedAtSource: now.cells };
		}),
		missing: missingIn(rows),
		notTaken: notTaken(steps, rows),
	};
}
