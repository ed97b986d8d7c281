import { heatLevel } from "../assessment/heat-level.ts";
import {
	assessmentName,
	type Disagreement,
	hasDistributions,
	hasValues,
	largestDisagreements,
	missingValues,
	sideOf,
} from "../assessment/overview.ts";
import type { Language } from "../contract/languages.ts";
import type { Assessment, OverviewCell } from "../contract/plenary.ts";
import type { HeatCell, HeatmapNode, ReportNode } from "./nodes.ts";
import { atMostOneDecimal, listed } from "./numbers.ts";
import { overviewWords, sidesOf } from "./overview-words.ts";
import { rangeText } from "./ratings.ts";

/** How many of the largest differences are told. */
export const MOST_DIFFERENCES = 5;

/** What the values of groups or of municipalities come to, in a sentence or two: below the heatmap, and in every file. */
export function overviewSentence(assessment: Assessment, language: Language): string {
	const words = sidesOf(sideOf(assessment), language);
	if (!hasValues(assessment)) return words.noValues;
	const number = (value: number) => atMostOneDecimal(value, language);
	const between = largestDisagreements(assessment).find(({ unit }) => unit === null);
	const shared = assessment.modules.some(({ rows }) =>
		assessment.dimensions.some((_, at) => rows.filter(({ cells }) => typeof cells[at]?.value === "number").length > 1),
	);
	const missing = missingValues(assessment);
	const none = missing.filter(({ all }) => all).map(({ name }) => name);
	const some = missing.filter(({ all }) => !all).map(({ name, count }) => `${name} (${count})`);
	return [
		...(words.what === "" ? [] : [words.what]),
		between === undefined
			? shared
				? words.alike
				: words.noneShared
			: words.largest(between.module, between.dimension, number(between.lowest), number(between.highest)),
		...(none.length === 0 ? [] : [words.without(listed(none, language))]),
		...(some.length === 0 ? [] : [words.partly(listed(some, language))]),
	].join(" ");
}

/** What was revealed of how people rated by themselves, in a sentence. */
export function spreadSentence({ modules, units }: Assessment, language: Language): string {
	const words = overviewWords[language];
	const rows = modules.flatMap((module) => module.rows);
	const revealed = rows.filter(({ cells }) => cells.some(({ distribution }) => distribution !== null));
	if (revealed.length === 0) return words.noSpread;
	const names = units
		.filter(({ document }) => revealed.some((row) => row.document === document))
		.map(({ name }) => name);
	return words.spread(revealed.length, listed(names, language));
}

/** „Zwischen den Gruppen: Lenkungsgruppe, Verstetigung (2–4)“ */
export function disagreementText(
	disagreement: Disagreement,
	assessment: Pick<Assessment, "view">,
	language: Language,
): string {
	const { unit, module, dimension } = disagreement;
	const [lowest, highest] = [
		atMostOneDecimal(disagreement.lowest, language),
		atMostOneDecimal(disagreement.highest, language),
	];
	const words = sidesOf(sideOf(assessment), language);
	const what = `${module}, ${dimension}`;
	if (unit === null) return words.between(what, lowest, highest);
	if (unit.kind === "plenary") return overviewWords[language].inPlenary(what, lowest, highest);
	return words.within(unit.name, what, lowest, highest);
}

/** A value as it stands in a cell: its number, „?“ for not knowing, „–“ for none. */
export function cellText({ value }: Pick<OverviewCell, "value">, language: Language): string {
	if (value === null) return "–";
	return value === "unknown" ? "?" : atMostOneDecimal(value, language);
}

/** „1–4, n = 3“: of how many people a municipality's median is, and how far they are apart. Empty for a group's value. */
export function cellSpread(
	{ view }: Pick<Assessment, "view">,
	{ distribution }: Pick<OverviewCell, "distribution">,
): string {
	return sideOf({ view }) === "groups" || distribution === null
		? ""
		: `${rangeText(distribution)}, n = ${distribution.n}`;
}

/** „3 umgesetzt“, or between which points it lies; null where there is no value. */
export function valueInWords(
	{ scale }: Pick<Assessment, "scale">,
	{ value }: Pick<OverviewCell, "value">,
	language: Language,
): string | null {
	if (value === null) return null;
	if (value === "unknown") return scale.unknown;
	const lower = scale.points.findLast((point) => point.value <= value);
	const upper = scale.points.find((point) => point.value >= value);
	const number = atMostOneDecimal(value, language);
	if (lower === undefined || upper === undefined) return number;
	return lower === upper
		? `${number} ${lower.label}`.trim()
		: overviewWords[language].betweenPoints(number, lower.label, upper.label);
}

/** The overview of a report; nothing where no group has a value and nothing was revealed. */
export function overviewNodes(assessments: readonly Assessment[], language: Language): ReportNode[] {
	const words = overviewWords[language];
	const telling = assessments.filter((assessment) => hasValues(assessment) || hasDistributions(assessment));
	if (telling.length === 0) return [];
	const groups = telling.filter((assessment) => sideOf(assessment) === "groups");
	const hasSheets = groups.every(({ view }) => view === "all");
	const hint = hasSheets ? `${words.hint} ${words.hintSheets}` : words.hint;
	return [
		{ kind: "heading", level: 1, text: words.overview },
		...(groups.length === 0 ? [] : [{ kind: "note" as const, text: hint }]),
		...telling.flatMap((assessment) => assessmentNodes(assessment, headingOf(assessment, telling, language), language)),
	];
}

/** No two alike: which view it is where several are there, and what is assessed where a worksheet assesses twice. */
function headingOf(assessment: Assessment, among: readonly Assessment[], language: Language): string {
	const { view } = assessment;
	const name = assessmentName(assessment, among);
	const isTwice = view === "units" || among.some((other) => other !== assessment && other.id === assessment.id);
	return isTwice && view !== "all" ? `${name}: ${overviewWords[language].views[view]}` : name;
}

function assessmentNodes(assessment: Assessment, heading: string, language: Language): ReportNode[] {
	const words = overviewWords[language];
	const largest = largestDisagreements(assessment).slice(0, MOST_DIFFERENCES);
	return [
		{ kind: "heading", level: 2, text: heading },
		...(hasValues(assessment) ? [heatmapNode(assessment, language)] : []),
		...(sideOf(assessment) === "groups" && hasDistributions(assessment)
			? [{ kind: "paragraph" as const, text: spreadSentence(assessment, language) }]
			: []),
		...(largest.length === 0
			? []
			: [
					{ kind: "heading" as const, level: 3 as const, text: words.largestTitle },
					{
						kind: "list" as const,
						ordered: true,
						items: largest.map((one) => disagreementText(one, assessment, language)),
					},
				]),
	];
}

function heatmapNode(assessment: Assessment, language: Language): HeatmapNode {
	const sides = sidesOf(sideOf(assessment), language);
	const { title, scale, dimensions, modules, units } = assessment;
	const nameOf = (document: string) => units.find((unit) => unit.document === document)?.name ?? "";
	const sign = (value: OverviewCell["value"]): HeatCell => ({
		text: cellText({ value }, language),
		level: heatLevel(scale, value),
	});
	const heatCell = (cell: OverviewCell): HeatCell => {
		const spread = cellSpread(assessment, cell);
		return { ...sign(cell.value), ...(spread === "" ? {} : { spread }) };
	};
	const isThere = (value: OverviewCell["value"]) =>
		modules.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => cell.value === value)));
	return {
		kind: "heatmap",
		caption: sides.values(title),
		sentence: overviewSentence(assessment, language),
		head: [overviewWords[language].module, sides.row, ...dimensions.map(({ label }) => label)],
		modules: modules.map(({ label, rows }) => ({
			label,
			rows: rows.map(({ document, cells }) => ({ label: nameOf(document), cells: cells.map(heatCell) })),
		})),
		legend: [
			...scale.points.map(({ value, label }) => ({ ...sign(value), label })),
			...(isThere(null) ? [{ ...sign(null), label: sides.noValue }] : []),
			...(isThere("unknown") ? [{ ...sign("unknown"), label: scale.unknown }] : []),
		],
	};
}
