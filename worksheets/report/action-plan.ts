import { type ActionRow, actionTable } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import type { ActionPlan } from "../plan/action-plan.ts";
import { byDue } from "../plan/by-due.ts";
import { lackText, missingIn, missingText } from "../plan/missing.ts";
import { saidOf } from "../plan/said.ts";
import type { ReportNode } from "./nodes.ts";
import { resultsWords } from "./results-words.ts";

/**
 * „Maßnahmenplan“: the plan's rows with what they lack, then the steps of sheets that are not in it, so that nothing
 * agreed on is lost. Nothing where nothing was agreed on.
 */
export function actionPlanNodes({ rows, missing, notTaken }: ActionPlan, language: Language): ReportNode[] {
	if (rows.length === 0 && notTaken.length === 0) return [];
	const words = resultsWords[language];
	const changed = new Map(rows.flatMap((row) => (row.changedAtSource ? [[row.id, row.changedAtSource]] : [])));
	const table = actionTable(byDue(rows), words.actionPlan, language, (row) => {
		const cells = changed.get(row.id);
		const now = cells === undefined ? "" : words.changedAtSource(saidOf(cells, language));
		return [lackRemark(row, language), now].filter((remark) => remark !== "").join("\n");
	});
	return [
		{ kind: "heading", level: 1, text: words.actionPlan },
		...(table.length === 0 ? [{ kind: "note" as const, text: words.emptyPlan }] : table),
		...note(missingText(missing, language)),
		...notTakenNodes(notTaken, language),
	];
}

function notTakenNodes(sheets: ActionPlan["notTaken"], language: Language): ReportNode[] {
	if (sheets.length === 0) return [];
	const words = resultsWords[language];
	return [
		{ kind: "heading", level: 2, text: words.notTaken },
		{ kind: "paragraph", text: words.notTakenHint },
		...sheets.flatMap(({ name, steps }): ReportNode[] => {
			const rows = steps.map(({ row, cells }) => ({ id: row, cells }));
			return [
				{ kind: "heading", level: 3, text: name },
				...actionTable(rows, words.notTakenOf(name), language, (step) => lackRemark(step, language)),
				...note(missingText(missingIn(rows), language)),
			];
		}),
	];
}

/** „Es fehlt: Frist“, below what an open measure is about; empty where it lacks nothing. */
export function lackRemark(row: Pick<ActionRow, "id" | "cells">, language: Language): string {
	const lack = lackText(row, language);
	return lack === "" ? "" : resultsWords[language].stillOpen(lack);
}

function note(text: string): ReportNode[] {
	return text === "" ? [] : [{ kind: "note", text }];
}
