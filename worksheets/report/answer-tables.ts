import { type Cell, cellText } from "../blocks/cells.ts";
import { readDate } from "../blocks/dates.ts";
import { isRated } from "../blocks/rated-parts.ts";
import { reportBlock } from "../blocks/registry.ts";
import { hasEntries, type Row } from "../blocks/rows.ts";
import type { Language } from "../contract/languages.ts";
import { type AnsweredBlock, type AnsweredQuestion, isOf } from "../document/read.ts";
import { withDecisionsTold } from "../document/votes.ts";
import type { Column } from "../schema/parts.ts";
import type { DataCell, DataTable } from "./data-table.ts";
import { timeOfDay } from "./dates.ts";
import { itemName } from "./item-name.ts";
import type { ReportNode } from "./nodes.ts";
import { plainLines } from "./plain-lines.ts";
import type { ResultSheet, Results } from "./results.ts";
import { tableWords } from "./table-words.ts";
import { reportWords } from "./words.ts";

/**
 * The tables of all sheets, those of the same question below each other, each row with the group whose it is. Measures
 * have a table of their own, whichever sheet they stand in.
 */
export function answerTables({
	sheets,
	language,
	interim,
}: Pick<Results, "sheets" | "language" | "interim">): DataTable[] {
	const words = tableWords[language];
	const stacks = new Map<string, DataTable>();
	for (const { worksheet, scope, answered } of sheets) {
		const blocks = withDecisionsTold(answered, language, interim).sections.flatMap((section) => section.blocks);
		for (const block of blocks) {
			for (const { of, name, head, rows } of tablesOf(block, language)) {
				const whose = [words.group, ...(of.item === undefined ? [] : [words.module])];
				const key = JSON.stringify([worksheet, block.definition.id, name, whose, head]);
				const stack = stacks.get(key) ?? { name, head: [...whose, ...head], rows: [] };
				stacks.set(key, stack);
				const names = [scope.name, ...(of.item === undefined ? [] : [itemName(of, language)])];
				stack.rows.push(...rows.map((row) => [...names, ...row]));
			}
		}
	}
	return [...stacks.values()];
}

/**
 * What sheets say in words, answer by answer: all that is neither rated nor a table of its own. What came when a sheet
 * was closed stands below what it belongs to, marked, whatever it is asked about.
 */
export function answersTable(
	{ sheets, language, interim }: Pick<Results, "sheets" | "language" | "interim">,
	timeZone: string,
): DataTable {
	const words = tableWords[language];
	return {
		name: words.answers,
		head: [words.group, words.worksheet, words.module, words.question, words.answer, words.mark],
		rows: sheets.flatMap((sheet) =>
			withDecisionsTold(sheet.answered, language, interim)
				.sections.flatMap(({ blocks }) => blocks)
				.flatMap((block) => [...answerRows(sheet, block, language), ...lateRows(sheet, block, language, timeZone)]),
		),
	};
}

function answerRows({ title, scope }: ResultSheet, block: AnsweredBlock, language: Language): DataCell[][] {
	const { definition } = block;
	if (definition.type === "checklist" || isRated(definition)) return [];
	return block.answers.flatMap((question) => {
		const said = nodesOf(block, question, language).filter(({ kind }) => kind !== "table");
		const text = plainLines(said, { addresses: true }).join("\n");
		return text === "" ? [] : [[scope.name, title, itemName(question, language), definition.label[language], text, ""]];
	});
}

function lateRows(
	{ title, scope, late }: ResultSheet,
	{ definition, answers }: AnsweredBlock,
	language: Language,
	timeZone: string,
): DataCell[][] {
	return late.flatMap(({ by, at, answers: added }) =>
		added
			.filter(({ block }) => block === definition.id)
			.map(({ item, text }) => {
				const question = answers.find((one) => one.item?.id === item);
				const of = question === undefined ? (item ?? "") : itemName(question, language);
				const mark = reportWords[language].late(by, timeOfDay(at, language, timeZone));
				return [scope.name, title, of, definition.label[language], text, mark];
			}),
	);
}

function nodesOf(
	block: AnsweredBlock,
	{ told, empty, answer }: AnsweredQuestion,
	language: Language,
): readonly ReportNode[] {
	return told ?? (empty ? [] : reportBlock(block.definition, answer, language));
}

/** A table of one question of a block. */
type AnswerTable = DataTable & { of: AnsweredQuestion };

function tablesOf(block: AnsweredBlock, language: Language): AnswerTable[] {
	const name = block.definition.label[language];
	if (isOf(block, "actions")) return [];
	if (isOf(block, "table")) {
		const { columns } = block.definition;
		const head = columns.map(({ label }) => label[language]);
		return block.answers.map((of) => ({ of, name, head, rows: typedRows(columns, of.answer.rows, language) }));
	}
	if (isOf(block, "matrix")) {
		const { columns, rows } = block.definition;
		const head = [reportWords[language].row, ...columns.map(({ label }) => label[language])];
		return block.answers
			.filter(({ empty }) => !empty)
			.map((of) => ({
				of,
				name,
				head,
				rows: rows.map(({ id, label }) => [
					label[language],
					...columns.map((column) =>
						typedCell(column, of.answer.rows.find((row) => row.id === id)?.cells[column.id], language),
					),
				]),
			}));
	}
	return block.answers.flatMap((of) => {
		const nodes = nodesOf(block, of, language);
		return nodes
			.flatMap((node) => paperTable(node, isOf(block, "checklist"), name, language))
			.map((table) => ({ of, ...table }));
	});
}

function typedRows(columns: readonly Column[], rows: readonly Row[], language: Language): DataCell[][] {
	return rows
		.filter((row) => hasEntries([row]))
		.map(({ cells }) => columns.map((column) => typedCell(column, cells[column.id], language)));
}

/** As the report shows it, but for days. */
export function typedCell(column: Column, cell: Cell | undefined, language: Language): DataCell {
	if (column.kind === "date") {
		const day = readDate(cell);
		return day === null ? null : { day };
	}
	return cellText(column, cell, language);
}

/** What is a table on paper; of a list to go through also its lines, which stand there without columns. */
function paperTable(node: ReportNode, isChecklist: boolean, name: string, language: Language): DataTable[] {
	const words = reportWords[language];
	if (node.kind === "table") return [{ name: node.caption, head: node.head, rows: node.rows }];
	if (!isChecklist) return [];
	const head = [words.row, words.rating];
	if (node.kind === "facts") return [{ name, head, rows: node.items.map(({ label, value }) => [label, value]) }];
	if (node.kind === "list") return [{ name, head, rows: node.items.map((item) => [item, words.yes]) }];
	return [];
}
