import { ACTION_COLUMNS, NEW_ACTION } from "../blocks/action-columns.ts";
import type { ActionRow } from "../blocks/actions.ts";
import type { Language } from "../contract/languages.ts";
import type { Assessment } from "../contract/plenary.ts";
import type { ActionPlan } from "../plan/action-plan.ts";
import { byDue } from "../plan/by-due.ts";
import { lackText } from "../plan/missing.ts";
import { saidOf } from "../plan/said.ts";
import { answersTable, answerTables, typedCell } from "./answer-tables.ts";
import type { DataCell, DataTable } from "./data-table.ts";
import { isoDay } from "./dates.ts";
import { type RatingRow, ratingRows, unitRatingRows } from "./rating-rows.ts";
import { beginOf, type Results, type TypedFact } from "./results.ts";
import { resultsWords } from "./results-words.ts";
import { tableWords } from "./table-words.ts";
import type { TakeHome } from "./take-home.ts";
import type { UnitResults } from "./unit-results.ts";
import { reportWords } from "./words.ts";

/** All tables of a workshop's results, without those that have no row: ratings first, then measures. */
export function resultsTables(results: Results, timeZone: string): DataTable[] {
	const { language } = results;
	return [
		ratingTable(ratingRows(results), results, timeZone),
		measuresTable(results.actionPlan, language),
		answersTable(results, timeZone),
		overviewTable(results.overview, language),
		...answerTables(results),
		topicsTable(results, timeZone),
	].filter(({ rows }) => rows.length > 0);
}

/** The same of one municipality's results, which are ratings alone. */
export function unitTables(results: UnitResults, timeZone: string): DataTable[] {
	const table = ratingTable(unitRatingRows(results), { ...results, phases: [] }, timeZone);
	return table.rows.length === 0 ? [] : [table];
}

function ratingTable(
	rows: readonly RatingRow[],
	results: Pick<Results, "workshop" | "phases" | "language">,
	timeZone: string,
): DataTable {
	const { workshop, language } = results;
	const words = tableWords[language];
	const begin = beginOf(results);
	const day = begin === null ? null : { day: isoDay(begin, timeZone) };
	return {
		name: words.ratings,
		head: [
			words.workshop,
			resultsWords[language].date,
			words.unit,
			words.group,
			words.module,
			reportWords[language].dimension,
			words.value,
			words.label,
			words.stage,
			words.reason,
			words.question,
			words.worksheet,
		],
		rows: rows.map((row) => [
			workshop.title,
			day,
			row.unit,
			row.group,
			row.module,
			row.dimension,
			row.value,
			row.label,
			words.stages[row.stage],
			row.reason,
			row.question,
			row.worksheet,
		]),
	};
}

/** The plan by date, as on paper, then the steps that nobody has taken into it. */
function measuresTable({ rows, notTaken }: ActionPlan, language: Language): DataTable {
	const words = tableWords[language];
	const { yes, no } = reportWords[language];
	const cells = (row: Pick<ActionRow, "id" | "cells">): DataCell[] => [
		...ACTION_COLUMNS.map((column) => typedCell(column, row.cells[column.id] ?? NEW_ACTION[column.id], language)),
		lackText(row, language),
	];
	return {
		name: words.measures,
		head: [
			...ACTION_COLUMNS.map(({ label }) => label[language]),
			words.missing,
			words.inPlan,
			words.source,
			words.changedAtSource,
		],
		rows: [
			...byDue(rows).map((row) => [
				...cells(row),
				yes,
				row.source?.name ?? "",
				row.changedAtSource === undefined ? "" : saidOf(row.changedAtSource, language),
			]),
			...notTaken.flatMap(({ name, steps }) =>
				steps.map((step) => [...cells({ id: step.row, cells: step.cells }), no, name, ""]),
			),
		],
	};
}

/** What all groups, or municipalities, say side by side; of the latter the median, and how far their people are apart. */
function overviewTable(assessments: readonly Assessment[], language: Language): DataTable {
	const words = tableWords[language];
	return {
		name: words.overview,
		head: [
			words.worksheet,
			words.question,
			words.whose,
			words.module,
			reportWords[language].dimension,
			words.value,
			words.label,
			reportWords[language].median,
			words.lowest,
			words.highest,
			words.people,
		],
		rows: assessments.flatMap(overviewRows),
	};
}

function overviewRows({ title, label, scale, dimensions, units, modules }: Assessment): DataCell[][] {
	return modules.flatMap((module) =>
		module.rows.flatMap(({ document, cells }) =>
			cells.flatMap(({ value, distribution }, at) => {
				if (value === null && distribution === null) return [];
				const point = value === "unknown" ? scale.unknown : scale.points.find((one) => one.value === value)?.label;
				return [
					[
						title,
						label,
						units.find((unit) => unit.document === document)?.name ?? "",
						module.label,
						dimensions[at]?.label ?? "",
						typeof value === "number" ? value : null,
						point ?? "",
						distribution?.median ?? null,
						distribution?.lowest ?? null,
						distribution?.highest ?? null,
						distribution?.n ?? null,
					],
				];
			}),
		),
	);
}

function topicsTable({ topics, language }: Results, timeZone: string): DataTable {
	const words = resultsWords[language];
	return {
		name: words.topics,
		head: [words.topic, words.topicFrom, words.topicState, tableWords[language].noted],
		rows: topics.map(({ text, group, at, done }) => [
			text,
			group ?? words.plenary,
			done ? words.topicDone : words.topicOpen,
			{ day: isoDay(at, timeZone) },
		]),
	};
}

/** What a workbook says of itself: label and value, then how many rows each of its tables has, and what to know of them. */
export function infoTable(
	{ title, language, interim }: Pick<TakeHome, "title" | "language" | "interim">,
	facts: readonly TypedFact[],
	tables: readonly DataTable[],
): DataTable {
	const { interim: interimWord } = resultsWords[language];
	const words = tableWords[language];
	const ratings = tables.find(({ name }) => name === words.ratings);
	const unit = ratings?.head.indexOf(words.unit) ?? 0;
	const ofUnits = ratings?.rows.some((row) => row[unit] !== "") === true;
	return {
		name: words.info,
		head: ["", ""],
		rows: [
			[title, null],
			...(interim ? [[interimWord, words.notes.interim]] : []),
			...facts.map(({ label, value }): DataCell[] => [label, value]),
			[null, null],
			[words.table, words.rows],
			...tables.map(({ name, rows }): DataCell[] => [name, rows.length]),
			...[
				...(ratings === undefined ? [] : [words.notes.individual, ofUnits ? words.notes.others : words.notes.unit]),
				words.notes.longTexts,
			].map((note) => [words.note, note]),
		],
	};
}
