import type { Language } from "../../../worksheets/contract/languages.ts";
import type { PhaseKind } from "../../../worksheets/contract/snapshot.ts";
import { type Template, templateMinutes } from "../../../worksheets/schema/template.ts";

/** A workshop template as the pages show it, in one language. */
export interface TemplateView {
	id: string;
	title: string;
	description: string;
	languages: Language[];
	minutes: number;
	/** How many different worksheets it uses. */
	worksheets: number;
	phases: { id: string; title: string; kind: PhaseKind; minutes: number }[];
	/** The proposed title of a workshop, in the workshop's language. */
	titles: Record<Language, string>;
}

export function templateView(template: Template, language: Language): TemplateView {
	const worksheets = new Set(template.phases.flatMap((phase) => phase.sheets.map((sheet) => sheet.worksheet)));
	return {
		id: template.id,
		title: template.title[language],
		description: template.description[language],
		languages: template.languages,
		minutes: templateMinutes(template),
		worksheets: worksheets.size,
		phases: template.phases.map((phase) => ({
			id: phase.id,
			title: phase.title[language],
			kind: phase.kind,
			minutes: phase.minutes,
		})),
		titles: template.title,
	};
}
