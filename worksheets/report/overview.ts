import {
	assessmentName,
	type Disagreement,
	hasDistributions,
	hasValues,
	largestDisagreements,
	missingValues,
} from "../assessment/overview.ts";
import type { Language } from "../contract/languages.ts";
import type { Assessment, OverviewCell } from "../contract/plenary.ts";
import type { ReportNode } from "./nodes.ts";
import { listed } from "./numbers.ts";
import { overviewWords } from "./overview-words.ts";

/** How many of the largest differences are told. */
export const MOST_DIFFERENCES = 5;

/** What the groups' values come to, in a sentence or two: below the heatmap, and in every file. */
export function overviewSentence(assessment: Assessment, language: Language): string {
	const words = overviewWords[language];
	if (!hasValues(assessment)) return words.noValues;
	const between = largestDisagreements(assessment).find(({ unit }) => unit === null);
	const shared = assessment.modules.some(({ rows }) =>
		assessment.dimensions.some((_, at) => rows.filter(({ cells }) => typeof cells[at]?.value === "number").length > 1),
	);
	const missing = missingValues(assessment);
	const none = missing.filter(({ all }) => all).map(({ name }) => name);
	const some = missing.filter(({ all }) => !all).map(({ name, count }) => `${name} (${count})`);
	return [
		between === undefined
			? shared
				? words.alike
				: words.noneShared
			: words.largest(between.module, between.dimension, between.lowest, between.highest),
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
export function disagreementText(disagreement: Disagreement, language: Language): string {
	const { unit, module, dimension, lowest, highest } = disagreement;
	const words = overviewWords[language];
	const what = `${module}, ${dimension}`;
	if (unit === null) return words.between(what, lowest, highest);
	return words.within(unit.kind === "plenary" ? null : unit.name, what, lowest, highest);
}

/** A value as it stands in a cell: its number, „?“ for not knowing, „–“ for none. */
export function cellText({ value }: Pick<OverviewCell, "value">): string {
	if (value === null) return "–";
	return value === "unknown" ? "?" : String(value);
}

/** The overview of a report; nothing where no group has a value and nothing was revealed. */
export function overviewNodes(assessments: readonly Assessment[], language: Language): ReportNode[] {
	const words = overviewWords[language];
	const telling = assessments.filter((assessment) => hasValues(assessment) || hasDistributions(assessment));
	if (telling.length === 0) return [];
	const hasSheets = telling.every(({ view }) => view === "all");
	return [
		{ kind: "heading", level: 1, text: words.overview },
		{ kind: "note", text: hasSheets ? `${words.hint} ${words.hintSheets}` : words.hint },
		...telling.flatMap((assessment) => assessmentNodes(assessment, headingOf(assessment, telling, language), language)),
	];
}

/** No two alike: which view it is where both were shown, and what is assessed where a worksheet assesses twice. */
function headingOf(assessment: Assessment, among: readonly Assessment[], language: Language): string {
	const { view } = assessment;
	const name = assessmentName(assessment, among);
	const isTwice = among.some((other) => other !== assessment && other.id === assessment.id);
	return isTwice && view !== "all" ? `${name}: ${overviewWords[language].views[view]}` : name;
}

function assessmentNodes(assessment: Assessment, heading: string, language: Language): ReportNode[] {
	const words = overviewWords[language];
	const { title, dimensions, modules, units } = assessment;
	const largest = largestDisagreements(assessment).slice(0, MOST_DIFFERENCES);
	const nameOf = (document: string) => units.find((unit) => unit.document === document)?.name ?? "";
	return [
		{ kind: "heading", level: 2, text: heading },
		...(hasValues(assessment)
			? [
					{ kind: "paragraph" as const, text: overviewSentence(assessment, language) },
					{
						kind: "table" as const,
						caption: words.values(title),
						head: [words.module, words.group, ...dimensions.map(({ label }) => label)],
						rows: modules.flatMap(({ label, rows }) =>
							rows.map(({ document, cells }) => [label, nameOf(document), ...cells.map(cellText)]),
						),
						share: [4, 3, ...dimensions.map(() => 2)],
					},
				]
			: []),
		...(hasDistributions(assessment)
			? [{ kind: "paragraph" as const, text: spreadSentence(assessment, language) }]
			: []),
		...(largest.length === 0
			? []
			: [
					{ kind: "heading" as const, level: 3 as const, text: words.largestTitle },
					{ kind: "list" as const, ordered: true, items: largest.map((one) => disagreementText(one, language)) },
				]),
	];
}
