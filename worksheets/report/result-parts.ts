import type { ResultPart } from "../contract/result-part.ts";
import { memoize } from "../memoize.ts";
import { agreedFor } from "../plan/bodies.ts";
import { missingIn } from "../plan/missing.ts";
import { actionPlanNodes } from "./action-plan.ts";
import type { DataTable } from "./data-table.ts";
import { bearsOnDecision, decisionNodes } from "./decision-paper.ts";
import type { ReportNode } from "./nodes.ts";
import { partWords } from "./part-words.ts";
import { factsInWords, type Results, reportResults, resultsFacts, type TypedFact } from "./results.ts";
import { resultsWords } from "./results-words.ts";
import type { TakeHome } from "./take-home.ts";
import { infoTable, resultsTables } from "./take-home-tables.ts";

/** The parts that are made of what somebody may take home as a whole. */
export type PartOfResults = Exclude<ResultPart, { kind: "unit" }>;

/** That part of the results as a file; null where they hold none of it. `timeZone`: an IANA name. */
export function partToTakeHome(results: Results, part: PartOfResults, timeZone: string): TakeHome | null {
	const narrowed = narrow(results, part);
	if (narrowed === null) return null;
	const { workshop, language, interim } = narrowed;
	const name = partName(narrowed);
	const label = partWords[language].part;
	const about = { title: workshop.title, of: name, language, interim };
	const facts = [
		...(name === "" ? [] : [{ label, value: name }]),
		...bodyFact(narrowed),
		...resultsFacts(results, timeZone),
	];
	// Of many groups each takes its time, and hardly a format needs both.
	const nodes = memoize((of: Results) => nodesOf(of, part, timeZone));
	const tables = memoize((of: Results) => tablesOf(of, part, timeZone));
	return {
		...about,
		at: workshop.startsAt ?? results.exportedAt,
		facts: factsInWords(facts, language),
		get nodes() {
			return nodes(narrowed);
		},
		get info() {
			return infoTable(about, facts, tables(narrowed));
		},
		get tables() {
			return tables(narrowed);
		},
		content: narrowed,
	};
}

/** „Ergebnisse der Gruppe „Schule““; empty for the whole. */
function partName({ part: { kind, of }, language }: Results): string {
	const words = partWords[language];
	switch (kind) {
		case "all":
			return "";
		case "group":
			return words.group(of);
		default:
			return words[kind];
	}
}

function bodyFact({ part: { kind, of }, language }: Results): TypedFact[] {
	return kind === "decision" && of !== "" ? [{ label: partWords[language].body, value: of }] : [];
}

function nodesOf(results: Results, part: PartOfResults, timeZone: string): ReportNode[] {
	switch (part.kind) {
		case "measures": {
			const nodes = actionPlanNodes(results.actionPlan, results.language);
			return nodes.length > 0 ? nodes : [{ kind: "note", text: resultsWords[results.language].emptyPlan }];
		}
		case "decision":
			return decisionNodes(results, part.body, timeZone);
		default:
			return reportResults(results, timeZone);
	}
}

function tablesOf(results: Results, part: PartOfResults, timeZone: string): DataTable[] {
	const { actionPlan } = results;
	switch (part.kind) {
		case "measures":
			return resultsTables({ ...results, sheets: [], overview: [], topics: [] }, timeZone);
		case "decision": {
			const rows = agreedFor(actionPlan.rows, part.body);
			const plan = { rows, missing: missingIn(rows), notTaken: [] };
			return resultsTables({ ...results, sheets: [], topics: [], actionPlan: plan }, timeZone);
		}
		default:
			return resultsTables(results, timeZone);
	}
}

function narrow(results: Results, part: PartOfResults): Results | null {
	switch (part.kind) {
		case "all":
			return results;
		case "group":
			return ofGroup(results, part.group);
		case "own":
			return ofOwn(results);
		case "measures":
			return { ...results, ...NOTHING_ELSE, part: { kind: "measures", of: "" }, overview: [], sheets: [] };
		case "decision":
			return {
				...results,
				...NOTHING_ELSE,
				part: { kind: "decision", of: part.body ?? "" },
				sheets: results.sheets.filter(bearsOnDecision),
			};
	}
}

/** What nobody decides on and no measure is followed up by. */
const NOTHING_ELSE: Pick<Results, "topics" | "messages"> = { topics: [], messages: [] };

/** A group's sheets, and of the plan what was taken out of them; groups of former groupings have sheets as well. */
function ofGroup(results: Results, id: string): Results | null {
	const sheets = results.sheets.filter(({ scope }) => scope.kind === "group" && scope.id === id);
	const groups = results.groups.filter((group) => group.id === id);
	const name = groups[0]?.name ?? sheets[0]?.scope.name;
	if (name === undefined) return null;
	const documents = new Set(sheets.map(({ document }) => document));
	const rows = results.actionPlan.rows.filter(({ source }) => source !== undefined && documents.has(source.document));
	return {
		...results,
		part: { kind: "group", of: name },
		groups,
		sheets,
		overview: [],
		actionPlan: {
			rows,
			missing: missingIn(rows),
			notTaken: results.actionPlan.notTaken.filter(({ document }) => documents.has(document)),
		},
		topics: results.topics.filter(({ group }) => group === name),
		messages: [],
	};
}

/** Without what all have made together. */
function ofOwn(results: Results): Results | null {
	const sheets = results.sheets.filter(({ scope }) => scope.kind === "participant");
	if (sheets.length === 0) return null;
	return {
		...results,
		part: { kind: "own", of: "" },
		groups: [],
		sheets,
		overview: [],
		actionPlan: { rows: [], missing: missingIn([]), notTaken: [] },
		topics: [],
		messages: [],
	};
}
