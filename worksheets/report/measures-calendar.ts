import { ACTION_COLUMNS } from "../blocks/action-columns.ts";
import { type ActionRow, actionText } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import { byDue } from "../plan/by-due.ts";
import { responsibleOf } from "../plan/responsible.ts";
import { type CalendarDay, calendarFile } from "./calendar.ts";
import { resultsWords } from "./results-words.ts";

export interface MeasuresCalendar {
	workshop: { title: string };
	language: Language;
	/** Where the plan is to be read. */
	url: string;
	/** When the plan last changed, in epoch milliseconds. */
	changedAt: number;
	rows: readonly ActionRow[];
	/** Only what this one is responsible for, as written in the plan; null: everything. */
	responsible: string | null;
}

/**
 * Each measure's „Bis wann“ and „Wiedervorlage“ as days of a calendar; null where there are none. It names nobody who is
 * not named in the row.
 */
export function measuresCalendar({
	workshop,
	language,
	url,
	changedAt,
	rows,
	responsible,
}: MeasuresCalendar): string | null {
	const words = resultsWords[language];
	const wanted = rows.filter((row) => responsible === null || responsibleOf(row) === responsible.trim());
	const days = byDue(wanted).flatMap((row): CalendarDay[] => {
		const what = titleOf(actionText(row, "what", language)) || words.unnamedMeasure;
		const description = describe(row, workshop.title, language);
		const dropped = row.cells.status === "dropped";
		const day = (column: string, uid: string, summary: string): CalendarDay[] => {
			const date = row.cells[column];
			return typeof date === "string" && date !== ""
				? [{ uid, day: date, summary: dropped ? words.dropped(summary) : summary, description }]
				: [];
		};
		return [
			// Made of nothing but the measure: it keeps its id when the next meeting takes it along.
			...day("due", `${row.id}@arena`, what),
			...day("followUp", `${row.id}-follow-up@arena`, words.followUpOf(what)),
		];
	});
	const [first, ...others] = days;
	if (first === undefined) return null;
	const all = words.calendarName(workshop.title);
	const name = responsible === null ? all : `${all} – ${responsible.trim()}`;
	return calendarFile({ name, url, changedAt, days: [first, ...others] });
}

/** What a calendar shows of a day at a glance. */
const LONGEST_TITLE = 200;

/** The first line, as far as a calendar shows it. */
function titleOf(text: string): string {
	const [line = ""] = text.trim().split(/[\r\n\u0085\u2028\u2029]/);
	const letters = [...line.trim()];
	return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE - 1).join("")}…` : letters.join("");
}

const TOLD = ["goal", "responsible", "contributors", "body", "firstStep", "due", "resources", "reference", "status"];

function describe(row: ActionRow, title: string, language: Language): string {
	const lines = ACTION_COLUMNS.filter(({ id }) => TOLD.includes(id)).flatMap(({ id, label }) => {
		const text = actionText(row, id, language);
		return text === "" ? [] : [`${label[language]}: ${text}`];
	});
	const what = actionText(row, "what", language);
	return [...(what === "" ? [] : [what]), ...lines, title].join("\n");
}
