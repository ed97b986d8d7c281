import { actionTable } from "../blocks/actions.ts";
import { reportDecision } from "../blocks/decision-report.ts";
import { synthesisBlock } from "../blocks/synthesis.ts";
import { type AnsweredBlock, isOf } from "../document/read.ts";
import { decisionsIn } from "../document/votes.ts";
import { agreedFor } from "../plan/bodies.ts";
import { byDue } from "../plan/by-due.ts";
import { missingIn, missingText } from "../plan/missing.ts";
import { lackRemark } from "./action-plan.ts";
import { longDate } from "./dates.ts";
import type { ReportNode } from "./nodes.ts";
import { overviewNodes } from "./overview.ts";
import { partWords } from "./part-words.ts";
import { beginOf, type ResultSheet, type Results } from "./results.ts";
import { resultsWords } from "./results-words.ts";

/**
 * „Entscheidungsvorlage“: what a body needs to decide (facts, findings, proposal, measures), made of what the workshop
 * holds. `body`: as the measures name it; with null all of them are listed.
 */
export function decisionNodes(results: Results, body: string | null, timeZone: string): ReportNode[] {
	const words = partWords[results.language];
	return [
		{ kind: "heading", level: 1, text: words.facts },
		...factNodes(results, timeZone),
		{ kind: "heading", level: 1, text: words.findings },
		...orNote(findingNodes(results), words.noFindings),
		{ kind: "heading", level: 1, text: words.proposal },
		...orNote(proposalNodes(results), words.noProposal),
		{ kind: "heading", level: 1, text: words.measuresHeading },
		...measureNodes(results, body),
	];
}

/** Whether the paper is made of this sheet, too. */
export function bearsOnDecision(sheet: ResultSheet): boolean {
	return isShared(sheet) && [...boardsIn(sheet), ...decisionsIn(sheet.answered)].length > 0;
}

function orNote(nodes: ReportNode[], text: string): ReportNode[] {
	return nodes.length === 0 ? [{ kind: "note", text }] : nodes;
}

function factNodes({ workshop, phases, groups, language, exportedAt }: Results, timeZone: string): ReportNode[] {
	const words = partWords[language];
	const day = longDate(beginOf({ workshop, phases }) ?? exportedAt, language, timeZone);
	const worked = phases.filter(({ kind, enteredAt, assignment }) => {
		return enteredAt !== null && kind !== "break" && assignment.trim() !== "";
	});
	return [
		{ kind: "paragraph", text: words.basis(workshop.title, day, workshop.participants, groups.length) },
		...(worked.length === 0
			? []
			: [
					{ kind: "paragraph" as const, text: words.assignments },
					{
						kind: "list" as const,
						ordered: false,
						items: worked.map(({ title, assignment }) => words.assignmentOf(title, assignment.trim())),
					},
				]),
	];
}

/** What the groups say side by side, and the themes that all have made of it. */
function findingNodes({ overview, sheets, language }: Results): ReportNode[] {
	const themes = sheets.filter(isShared).flatMap((sheet) => {
		const nodes = boardsIn(sheet).flatMap(({ definition, answers }) =>
			answers.flatMap(({ answer, empty }) =>
				empty ? [] : synthesisBlock.report(definition, answer, language).map(raised),
			),
		);
		return nodes.length === 0 ? [] : [{ kind: "heading" as const, level: 2 as const, text: sheet.title }, ...nodes];
	});
	// Its own first heading would say „Überblick“ below „Befund“, and its hint refers to sheets that are not here.
	const sideBySide = overviewNodes(overview, language)
		.slice(1)
		.filter(({ kind }) => kind !== "note");
	return [...sideBySide, ...themes];
}

/** A theme of the board stands below the board's name alone. */
function raised(node: ReportNode): ReportNode {
	return node.kind === "heading" ? { ...node, level: 3 } : node;
}

/** What was put to the vote, in the plenary's sheets and in groups'. */
function proposalNodes({ sheets, language, interim }: Results): ReportNode[] {
	return sheets.filter(isShared).flatMap((sheet) => {
		const nodes = decisionsIn(sheet.answered).flatMap(({ answers }) =>
			answers.flatMap(({ answer, empty }) => (empty ? [] : reportDecision(answer, language, interim))),
		);
		const { scope, title } = sheet;
		const heading = scope.name === "" ? title : `${scope.name}: ${title}`;
		return nodes.length === 0 ? [] : [{ kind: "heading" as const, level: 2 as const, text: heading }, ...nodes];
	});
}

function measureNodes({ actionPlan, language }: Results, body: string | null): ReportNode[] {
	const words = partWords[language];
	const rows = agreedFor(actionPlan.rows, body);
	const others = agreedFor(actionPlan.rows, null).length - rows.length;
	const missing = missingText(missingIn(rows), language);
	const none = body === null ? resultsWords[language].emptyPlan : words.noMeasures;
	return [
		...orNote(
			actionTable(byDue(rows), words.measuresHeading, language, (row) => lackRemark(row, language)),
			none,
		),
		...[missing, others === 0 ? "" : words.otherMeasures(others)]
			.filter((text) => text !== "")
			.map((text) => ({ kind: "note" as const, text })),
	];
}

function isShared({ scope }: ResultSheet): boolean {
	return scope.kind !== "participant";
}

function boardsIn({ answered }: ResultSheet): AnsweredBlock<"synthesis">[] {
	return answered.sections.flatMap(({ blocks }) => blocks).filter((block) => isOf(block, "synthesis"));
}
