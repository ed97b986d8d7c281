import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import type { ResultSheet } from "../report/results.ts";
import type { actionPlanSchema } from "../report/results-schema.ts";
import { missingIn } from "./missing.ts";
import { changedSteps, notTaken } from "./offers.ts";
import { planRows, stepSheets } from "./steps.ts";

/** All that was agreed on in a workshop: the plan, and what sheets hold that nobody has taken into it. */
export type ActionPlan = z.infer<typeof actionPlanSchema>;
type PlanRow = ActionPlan["rows"][number];

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
