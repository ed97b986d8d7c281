import { isAssessment } from "../blocks/is-assessment.ts";
import type { ModuleAssessmentAnswer } from "../blocks/module-assessment.ts";
import { optionText } from "../blocks/points.ts";
import type { Language } from "../contract/languages.ts";
import type { Assessment, OverviewCell, OverviewModule, OverviewRow } from "../contract/plenary.ts";
import { PLENARY_VIEWS, type ViewSpotlight } from "../contract/snapshot.ts";
import { nameOfView } from "../contract/spotlight.ts";
import type { AnsweredBlock, AnsweredQuestion } from "../document/read.ts";
import type { ResultSheet } from "../report/results.ts";
import type { Worksheet } from "../schema/worksheet.ts";
import { type Distribution, isNameless, pooled } from "./distribution.ts";

/** What all groups say of the same thing, side by side, made of their sheets as they are read for every report. */

export type OverviewSheet = Pick<ResultSheet, "document" | "worksheet" | "title" | "scope" | "answered" | "revealed">;

/**
 * One assessment for each block by which modules are assessed, over all shared sheets of its worksheet; participants'
 * own are left out. What groups have named themselves is one module where they call it the same.
 */
export function overviewOf(sheets: readonly OverviewSheet[], language: Language): Assessment[] {
	const assessments = new Map<string, Assessment>();
	for (const sheet of sheets.filter(({ scope }) => scope.kind !== "participant")) {
		for (const block of assessmentsIn(sheet)) {
			const id = `${sheet.worksheet}/${block.definition.id}`;
			const assessment = assessments.get(id) ?? emptyAssessment(sheet, block.definition, language);
			assessments.set(id, assessment);
			addSheet(assessment, sheet, block, language);
		}
	}
	return [...assessments.values()].map((assessment) => withModulesByName(assessment, language));
}

/** With its modules in the order of the alphabet. */
export function withModulesByName(assessment: Assessment, language: Language): Assessment {
	const byName = new Intl.Collator(language).compare;
	return { ...assessment, modules: assessment.modules.toSorted((one, other) => byName(one.label, other.label)) };
}

/** Whether its rows are groups or municipalities. */
export function sideOf({ view }: Pick<Assessment, "view">): "groups" | "units" {
	return view === "units" ? "units" : "groups";
}

/** Whether it can be looked at in a view: what groups say in both of theirs, where everything of it is told. */
export function isSeenIn(view: ViewSpotlight["view"], assessment: Pick<Assessment, "view">): boolean {
	return assessment.view === view || (assessment.view === "all" && view !== "units");
}

/**
 * The sheets that stand in an overview: those of the groups in force, and of all others those that say anything, so that
 * only groups that could still say something are missed.
 */
export function speaking<Sheet extends OverviewSheet>(
	sheets: readonly Sheet[],
	groupsNow: ReadonlySet<string>,
): Sheet[] {
	return sheets.filter(
		(sheet) =>
			groupsNow.has(sheet.scope.id ?? "") ||
			assessmentsIn(sheet).some(({ answers }) => answers.some(({ empty }) => !empty)),
	);
}

/** Whether a worksheet has anything for an overview, so that the others need not be read for it. */
export function hasAssessment({ sections }: Worksheet): boolean {
	return sections.some(({ blocks }) => blocks.some(isAssessment));
}

type AssessmentBlock = AnsweredBlock<"module-assessment">;

function assessmentsIn({ answered }: OverviewSheet): AssessmentBlock[] {
	return answered.sections
		.flatMap(({ blocks }) => blocks)
		.filter((block): block is AssessmentBlock => isAssessment(block.definition));
}

/** What is assessed by a block, without anybody who has. */
export function emptyAssessment(
	{ worksheet, title }: Pick<OverviewSheet, "worksheet" | "title">,
	definition: AssessmentBlock["definition"],
	language: Language,
): Assessment {
	return {
		id: `${worksheet}/${definition.id}`,
		worksheet,
		title,
		label: definition.label[language],
		view: "all",
		scale: {
			points: definition.state.points.map(({ value, label }) => ({ value, label: label[language] })),
			unknown: definition.state.unknown[language],
		},
		dimensions: definition.dimensions.map(({ id: dimension, label }) => ({ id: dimension, label: label[language] })),
		units: [],
		modules: [],
	};
}

function addSheet(
	{ units, modules }: Assessment,
	{ document, scope, revealed }: OverviewSheet,
	{ definition, answers }: AssessmentBlock,
	language: Language,
): void {
	units.push({ document, kind: scope.kind, id: scope.id, name: scope.name });
	for (const question of answers) {
		const label = labelOf(question, definition.label[language], language);
		// A sheet that names one thing twice has two rows of its own rather than one that hides the other.
		const known = modules.find(
			({ label: other, rows }) => sameText(other, label) && rows.every((row) => row.document !== document),
		);
		const module = known ?? { id: question.item?.id ?? "", label, rows: [] };
		if (known === undefined) modules.push(module);
		const parts = revealed.find((one) => one.question === question.name)?.parts ?? [];
		const distributions = new Map(parts.map(({ part, distribution }) => [part, distribution]));
		module.rows.push({
			document,
			question: question.name,
			cells: definition.dimensions.map(({ id }) =>
				cellOf(question.answer, id, definition, distributions.get(id) ?? null, language),
			),
		});
	}
}

function cellOf(
	{ dimensions }: ModuleAssessmentAnswer,
	id: string,
	{ outlooks }: AssessmentBlock["definition"],
	distribution: Distribution | null,
	language: Language,
): OverviewCell {
	const given = dimensions.find((dimension) => dimension.id === id);
	return {
		value: given?.state ?? null,
		outlook: optionText(outlooks, given?.outlook, language),
		evidence: given?.evidence.trim() ?? "",
		reason: given?.remark.trim() ?? "",
		dissent: given?.dissent?.trim() ?? "",
		distribution: distribution !== null && isNameless(distribution) ? distribution : null,
	};
}

function labelOf({ item }: AnsweredQuestion, otherwise: string, language: Language): string {
	if (item === undefined) return otherwise;
	return typeof item.label === "string" ? item.label : item.label[language];
}

function sameText(one: string, other: string): boolean {
	const plain = (text: string) => text.replaceAll("\u00ad", "").trim().toLocaleLowerCase();
	return plain(one) === plain(other);
}

/** What it is called: by what it asks, too, where its worksheet assesses more than one thing. */
export function assessmentName({ id, title, label }: Assessment, among: readonly Assessment[]): string {
	return among.some((other) => other.title === title && other.id !== id) ? `${title}: ${label}` : title;
}

/**
 * What of it is open to somebody by the views that were shown to all, by name (`nameOfView`): the groups'
 * values with what they say of them by the heatmap, how people were spread by the distribution, what was counted of
 * municipalities by theirs, and nothing else.
 */
export function onlyShown(assessments: readonly Assessment[], open: ReadonlySet<string>): Assessment[] {
	return assessments.flatMap((assessment) =>
		PLENARY_VIEWS.filter((view) => isSeenIn(view, assessment)).flatMap((view) => {
			const isShown = (dimension: string | null) =>
				open.has(nameOfView({ view, worksheet: assessment.worksheet, dimension }));
			const isOpen = (dimension: string) => isShown(null) || isShown(dimension);
			const seen = withDimensionsOf(assessment, isOpen);
			return seen.dimensions.length === 0 ? [] : [{ ...seen, view, modules: VIEWS[view](seen.modules) }];
		}),
	);
}

const VIEWS = {
	heatmap: (modules: readonly OverviewModule[]) =>
		modules.map((module) => withCells(module, (cell) => ({ ...cell, distribution: null }))),
	/** Which modules a group has chosen is told only where something of them was revealed. */
	distribution: (modules: readonly OverviewModule[]) =>
		modules
			.map((module) => withCells(module, ({ distribution }) => ({ ...UNSAID, value: null, distribution })))
			.map((module) => ({
				...module,
				rows: module.rows.filter(({ cells }) => cells.some(({ distribution }) => distribution !== null)),
			}))
			.filter(({ rows }) => rows.length > 0),
	units: (modules: readonly OverviewModule[]) => [...modules],
};
const UNSAID = { outlook: "", evidence: "", reason: "", dissent: "" };

function withCells({ rows, ...module }: OverviewModule, change: (cell: OverviewCell) => OverviewCell): OverviewModule {
	return { ...module, rows: rows.map((row) => ({ ...row, cells: row.cells.map(change) })) };
}

/** The same of one dimension alone; all of it where none is named. */
export function onlyDimension(assessment: Assessment, dimension: string | null): Assessment {
	return dimension === null ? assessment : withDimensionsOf(assessment, (id) => id === dimension);
}

function withDimensionsOf(assessment: Assessment, wanted: (dimension: string) => boolean): Assessment {
	const kept = assessment.dimensions.map(({ id }) => wanted(id));
	const isKept = (_: unknown, at: number) => kept[at] === true;
	return {
		...assessment,
		dimensions: assessment.dimensions.filter(isKept),
		modules: assessment.modules.map((module) => ({
			...module,
			rows: module.rows.map((row) => ({ ...row, cells: row.cells.filter(isKept) })),
		})),
	};
}

/** Where people are far apart: groups from each other, or those of one group among themselves. */
export interface Disagreement {
	/** Null: between the groups. */
	unit: Pick<Assessment["units"][number], "name" | "kind"> | null;
	module: string;
	dimension: string;
	lowest: number;
	highest: number;
}

/** The largest first; of equally large ones those between groups, then in the order of the overview. */
export function largestDisagreements({ modules, dimensions, units }: Assessment): Disagreement[] {
	const found = modules.flatMap((module) =>
		dimensions.flatMap(({ label: dimension }, at) => {
			const what = { module: module.label, dimension };
			const between = spanOf(valuesAt(module, at));
			const within = module.rows.flatMap((row) => {
				const { lowest = null, highest = null } = row.cells[at]?.distribution ?? {};
				const unit = units.find(({ document }) => document === row.document);
				return unit === undefined || lowest === null || highest === null ? [] : [{ unit, ...what, lowest, highest }];
			});
			return [...(between === null ? [] : [{ unit: null, ...what, ...between }]), ...within];
		}),
	);
	const rank = (one: Disagreement) => 2 * (one.highest - one.lowest) + (one.unit === null ? 1 : 0);
	return found.filter(({ lowest, highest }) => highest > lowest).toSorted((one, other) => rank(other) - rank(one));
}

/** How far the groups' values of a module are apart at most, over all dimensions. */
export function moduleSpread(module: OverviewModule): number {
	const columns = module.rows[0]?.cells.length ?? 0;
	const spans = Array.from({ length: columns }, (_, at) => spanOf(valuesAt(module, at)));
	return Math.max(0, ...spans.map((span) => (span === null ? 0 : span.highest - span.lowest)));
}

/** Whose people are furthest apart first, then as they stood. */
export function byModuleSpread(modules: readonly OverviewModule[]): OverviewModule[] {
	return modules.toSorted((one, other) => moduleSpread(other) - moduleSpread(one));
}

/** Units with values still missing, in their order, and how many; `all` where they have none at all. */
export function missingValues({ modules, units }: Assessment): { name: string; count: number; all: boolean }[] {
	return units.flatMap(({ document, name }) => {
		const cells = modules.flatMap(({ rows }) => rows.filter((row) => row.document === document).flatMap(cellsOf));
		const count = cells.filter(({ value }) => value === null).length;
		return cells.length === 0 || count > 0 ? [{ name, count, all: count === cells.length }] : [];
	});
}

/** Whether any group has a value. */
export function hasValues({ modules }: Assessment): boolean {
	return modules.some(({ rows }) => rows.flatMap(cellsOf).some(({ value }) => value !== null));
}

/** Whether anything was revealed. */
export function hasDistributions({ modules }: Assessment): boolean {
	return modules.some(({ rows }) => rows.flatMap(cellsOf).some(({ distribution }) => distribution !== null));
}

/** All groups' people as one; null where nothing was revealed, or of one group alone, which says it itself. */
export function pooledAt(
	{ scale }: Pick<Assessment, "scale">,
	module: OverviewModule,
	dimension: number,
): Distribution | null {
	const given = module.rows.flatMap(({ cells }) => cells[dimension]?.distribution ?? []);
	if (given.length < 2) return null;
	return pooled(
		scale.points.map(({ value }) => value),
		given,
	);
}

function cellsOf({ cells }: OverviewRow): OverviewCell[] {
	return cells;
}

function valuesAt({ rows }: OverviewModule, at: number): number[] {
	return rows.flatMap(({ cells }) => {
		const value = cells[at]?.value;
		return typeof value === "number" ? [value] : [];
	});
}

/** Null where fewer than two can be apart. */
function spanOf(values: readonly number[]): { lowest: number; highest: number } | null {
	return values.length < 2 ? null : { lowest: Math.min(...values), highest: Math.max(...values) };
}
