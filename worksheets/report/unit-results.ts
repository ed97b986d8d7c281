import type { z } from "zod";
import type { Distribution } from "../assessment/distribution.ts";
import type { Language } from "../contract/languages.ts";
import type { ReportNode } from "./nodes.ts";
import { medianText, rangeText } from "./ratings.ts";
import { factsInWords, workshopFacts } from "./results.ts";
import type { unitResultsSchema } from "./results-schema.ts";
import type { TakeHome } from "./take-home.ts";
import { infoTable, unitTables } from "./take-home-tables.ts";
import { unitWords } from "./unit-words.ts";

/**
 * What the people of one unit (a municipality) may take home: how they have rated, beside all others. No text that
 * anybody wrote stands in it, and nobody's name. The content of its JSON file as it stands; times are epoch milliseconds.
 */
export type UnitResults = z.infer<typeof unitResultsSchema>;
type UnitQuestion = UnitResults["questions"][number];

export function unitToTakeHome(results: UnitResults, timeZone: string): TakeHome {
	const { workshop, language, unit, interim } = results;
	const about = { title: workshop.title, of: unit, language, interim };
	const facts = [
		{ label: unitWords[language].unit, value: unit },
		...workshopFacts({ ...results, phases: [] }, timeZone),
	];
	const tables = unitTables(results, timeZone);
	return {
		...about,
		at: workshop.startsAt ?? results.exportedAt,
		facts: factsInWords(facts, language),
		nodes: unitNodes(results),
		info: infoTable(about, facts, tables),
		tables,
		content: results,
	};
}

function unitNodes({ unit, questions, language }: UnitResults): ReportNode[] {
	const words = unitWords[language];
	return [
		{ kind: "heading", level: 1, text: words.heading(unit) },
		{ kind: "paragraph", text: words.what },
		...(questions.length === 0 ? [{ kind: "note" as const, text: words.nothing }] : []),
		...questions.flatMap((question) => questionNodes(question, language)),
	];
}

function questionNodes({ label, people, others, parts }: UnitQuestion, language: Language): ReportNode[] {
	const words = unitWords[language];
	const compared = parts.some((part) => part.others !== null);
	const cells = (spread: Distribution | null) =>
		spread === null ? ["–", "–", "–"] : [medianText(spread.median, language), rangeText(spread), String(spread.n)];
	const head = (whose: string) => [words.median(whose), words.range(whose), `n ${whose}`];
	return [
		{ kind: "heading", level: 2, text: label },
		{
			kind: "table",
			caption: words.caption(people, others),
			head: [words.aspect, ...head(words.own), ...(compared ? head(words.others) : [])],
			rows: parts.map((part) => [part.label, ...cells(part.own), ...(compared ? cells(part.others) : [])]),
			share: [5, 2, 2.4, 1, ...(compared ? [2, 2.4, 1] : [])],
		},
		{ kind: "note", text: compared ? furthest(parts, language) : words.tooFew },
	];
}

/** Where the unit's median is furthest from the others'; of several the first. */
function furthest(parts: UnitQuestion["parts"], language: Language): string {
	const words = unitWords[language];
	const distances = parts.flatMap(({ label, own, others }) =>
		own === null || own.median === null || others === null || others.median === null
			? []
			: [{ label, own, others, distance: Math.abs(own.median - others.median) }],
	);
	const [first] = distances.sort((one, other) => other.distance - one.distance);
	if (first === undefined) return words.tooFew;
	if (first.distance === 0) return words.alike;
	return words.furthest(first.label, medianText(first.own.median, language), medianText(first.others.median, language));
}
