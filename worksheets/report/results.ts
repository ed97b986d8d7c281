import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import { withDecisionsTold } from "../document/votes.ts";
import { isPlan } from "../plan/steps.ts";
import { actionPlanNodes } from "./action-plan.ts";
import { agendaNodes } from "./agenda.ts";
import { creditNodes } from "./credits.ts";
import { isoDay, listed, longDate, timeOfDay } from "./dates.ts";
import { votedNodes } from "./decisions.ts";
import type { ReportNode } from "./nodes.ts";
import { overviewNodes } from "./overview.ts";
import type {
	resultCreditsSchema,
	resultLateSchema,
	resultSheetSchema,
	resultsSchema,
	resultWorkshopSchema,
} from "./results-schema.ts";
import { resultsWords } from "./results-words.ts";
import { reportWords } from "./words.ts";
import { type LateNote, reportWorksheet } from "./worksheet-report.ts";

/**
 * What one person may take home of a workshop: the content of the JSON export as it stands, and the source of every
 * other format. Times are epoch milliseconds.
 */
export type Results = z.infer<typeof resultsSchema>;
export type ResultWorkshop = z.infer<typeof resultWorkshopSchema>;
export type ResultSheet = z.infer<typeof resultSheetSchema>;
/** Who wrote in a sheet and when it last changed; null when it never did. */
export type ResultCredits = z.infer<typeof resultCreditsSchema>;
export type ResultLate = z.infer<typeof resultLateSchema>;

/** The whole report below its title: agenda, groups, then each sheet with question and answer. */
export function reportResults(results: Results, timeZone: string): ReportNode[] {
	return [
		...agendaNodes(results, timeZone),
		...groupNodes(results),
		...overviewNodes(results.overview, results.language),
		...results.sheets.flatMap((sheet) => sheetNodes(sheet, results, timeZone)),
		...votedNodes(results),
		...actionPlanNodes(results.actionPlan, results.language),
		...topicNodes(results),
		...messageNodes(results, timeZone),
	];
}

/** One line of a title page; `day` is `YYYY-MM-DD`. */
export interface TypedFact {
	label: string;
	value: string | number | { day: string };
}

/** Label and value pairs for the title page. */
export function resultsFacts(results: Results, timeZone: string): TypedFact[] {
	const { recipient, language } = results;
	const words = resultsWords[language];
	const whom = recipient.names.length > 0 ? listed(recipient.names, language) : words.roles[recipient.role];
	return [...workshopFacts(results, timeZone), { label: words.recipient, value: whom }];
}

/** What every file says of the workshop itself. `phases`: of a file that tells of none, none. */
export function workshopFacts(
	{ workshop, phases, language, exportedAt }: Pick<Results, "workshop" | "phases" | "language" | "exportedAt">,
	timeZone: string,
): TypedFact[] {
	const words = resultsWords[language];
	const begin = beginOf({ workshop, phases });
	const day = (time: number) => ({ day: isoDay(time, timeZone) });
	return [
		...(workshop.series === null ? [] : [{ label: words.series, value: words.seriesNumber(workshop.series) }]),
		...(begin === null ? [] : [{ label: words.date, value: day(begin) }]),
		...(workshop.place === "" ? [] : [{ label: words.place, value: workshop.place }]),
		{ label: words.participants, value: workshop.participants },
		{
			label: words.exported,
			value: `${longDate(exportedAt, language, timeZone)}, ${timeOfDay(exportedAt, language, timeZone)}`,
		},
		{ label: words.deletedOn, value: day(workshop.deleteOn) },
	];
}

/** The same on paper. */
export function factsInWords(facts: readonly TypedFact[], language: Language): { label: string; value: string }[] {
	return facts.map(({ label, value }) => ({
		label,
		value: typeof value === "object" ? longDate(Date.parse(value.day), language, "UTC") : String(value),
	}));
}

/** When it was, or is to be; its first phase where no day was set. */
export function beginOf({ workshop, phases }: Pick<Results, "workshop" | "phases">): number | null {
	return workshop.startsAt ?? phases.find((phase) => phase.enteredAt !== null)?.enteredAt ?? null;
}

/** How a later meeting calls this one: „Netzwerk, 2. Treffen, 8. März 2026“; without a series by its title. */
export function meetingName({ workshop, phases, language, exportedAt }: Results, timeZone: string): string {
	const name = workshop.series === null ? workshop.title : resultsWords[language].seriesNumber(workshop.series);
	return `${name}, ${longDate(beginOf({ workshop, phases }) ?? exportedAt, language, timeZone)}`;
}

function groupNodes(results: Results): ReportNode[] {
	if (results.groups.length === 0) return [];
	const words = resultsWords[results.language];
	return [
		{ kind: "heading", level: 1, text: words.groups },
		{
			kind: "facts",
			items: results.groups.map((group) => ({ label: group.name, value: group.members.join(", ") || "–" })),
		},
	];
}

function sheetNodes(sheet: ResultSheet, { language, interim }: Results, timeZone: string): ReportNode[] {
	const heading = sheet.scope.name === "" ? sheet.title : `${sheet.scope.name}: ${sheet.title}`;
	return [
		{ kind: "heading", level: 1, text: heading },
		...creditNodes(sheet.credits, language, timeZone),
		...(sheet.withheld ? [{ kind: "note" as const, text: resultsWords[language].withheld }] : []),
		...reportWorksheet(withDecisionsTold(sheet.answered, language, interim), language, {
			headingLevel: 2,
			late: lateNotes(sheet, language, timeZone),
			revealed: sheet.revealed,
			movedTo: (definition) =>
				sheet.scope.kind === "plenary" && isPlan(definition) ? resultsWords[language].inActionPlan : null,
		}),
	];
}

function lateNotes({ late }: ResultSheet, language: Language, timeZone: string): LateNote[] {
	const words = reportWords[language];
	return late.flatMap(({ by, at, answers }) =>
		answers.map((answer) => ({ ...answer, heading: words.late(by, timeOfDay(at, language, timeZone)) })),
	);
}

function topicNodes({ topics, language }: Results): ReportNode[] {
	if (topics.length === 0) return [];
	const words = resultsWords[language];
	return [
		{ kind: "heading", level: 1, text: words.topics },
		{
			kind: "table",
			caption: words.topicsCaption,
			head: [words.topic, words.topicFrom, words.topicState],
			rows: topics.map(({ text, group, done }) => [
				text,
				group ?? words.plenary,
				done ? words.topicDone : words.topicOpen,
			]),
			share: [8, 3, 2],
		},
	];
}

function messageNodes(results: Results, timeZone: string): ReportNode[] {
	if (results.messages.length === 0) return [];
	const words = resultsWords[results.language];
	return [
		{ kind: "heading", level: 1, text: words.messages },
		{
			kind: "facts",
			items: results.messages.map((message) => ({
				label: timeOfDay(message.at, results.language, timeZone),
				value: message.text,
			})),
		},
	];
}
