import { isQuestion } from "../../worksheets/blocks/is-question.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import type { Template } from "../../worksheets/schema/template.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** A worksheet as the list shows it. */
export interface SheetCardView {
	id: string;
	title: string;
	purpose: string;
	questions: number;
	/** How many of the questions are tables. */
	tables: number;
	/** The shortest and longest phase that lays it before people to write in; null where no template does. */
	minutes: { least: number; most: number } | null;
}

const TABLES = new Set(["table", "matrix", "actions", "module-assessment", "actor-map"]);

export function sheetCardView(worksheet: Worksheet, templates: readonly Template[], language: Language): SheetCardView {
	const questions = worksheet.sections
		.filter(({ role }) => role !== "progress")
		.flatMap((section) => section.blocks.filter(isQuestion));
	const minutes = templates
		.flatMap(({ phases }) => phases)
		.filter(({ sheets }) => sheets.some((use) => use.worksheet === worksheet.id && use.readOnly !== true))
		.map((phase) => phase.minutes);
	return {
		id: worksheet.id,
		title: worksheet.title[language],
		purpose: worksheet.purpose[language],
		questions: questions.length,
		tables: questions.filter(({ type }) => TABLES.has(type)).length,
		minutes: minutes.length === 0 ? null : { least: Math.min(...minutes), most: Math.max(...minutes) },
	};
}
