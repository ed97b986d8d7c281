import type * as Y from "yjs";
import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import { generatedWords } from "../report/generated-words.ts";
import type { ReportNode } from "../report/nodes.ts";
import type { bodySchema, findingSchema, leanStructureAnswerSchema } from "./answers.ts";
import { type Cells, isEmptyCell, YES_PARTLY_NO, type YesPartlyNo } from "./cells.ts";
import { checklistBlock } from "./checklist.ts";
import type { BlockOf } from "./definitions.ts";
import { hasEntries, type Row } from "./rows.ts";
import { tableBlock } from "./table.ts";

type Definition = Extract<BlockOf<"generated">, { view: "lean-structure" }>;

/** A body by its name, and by its place in the table for one that has none; places count from 1. */
type Body = z.infer<typeof bodySchema>;

/** What stands in the way of a lean structure: something is not said of these bodies, or they do the same. */
type Finding = z.infer<typeof findingSchema>;

export type LeanStructureAnswer = z.infer<typeof leanStructureAnswerSchema>;

export function readLeanStructure(doc: Y.Doc, block: Definition): LeanStructureAnswer {
	const [checklist, table] = block.of;
	const { name, mandate, cadence, kind, theme } = block.columns;
	const given = new Map(checklistBlock.read(doc, checklist).map(({ id, answer }) => [id, answer]));
	const rows = tableBlock.read(doc, table).rows;
	const bodies = rows.flatMap((row, index) =>
		hasEntries([row]) ? [{ cells: row.cells, body: { name: textOf(row, name), place: index + 1 } }] : [],
	);
	const { whenNeeded } = block;
	const regular = bodies.filter(({ cells }) => !whenNeeded || cells[whenNeeded.column] !== whenNeeded.option);
	const without = (as: Finding["kind"], column: string, among = bodies): Finding[] => {
		const lacking = among.filter(({ cells }) => isUnsaid(cells, column)).map(({ body }) => body);
		return lacking.length === 0 ? [] : [{ kind: as, bodies: lacking }];
	};
	return {
		view: "lean-structure",
		parts: checklist.items.map(({ id, label }) => ({
			id,
			label,
			state: YES_PARTLY_NO.find((state) => state === given.get(id)) ?? null,
		})),
		bodies: bodies.length,
		looksFor: [
			...(mandate === undefined ? [] : ["no-mandate" as const]),
			...(cadence === undefined ? [] : ["no-cadence" as const]),
			...(kind === undefined || theme === undefined ? [] : ["same" as const]),
		],
		findings: [
			...(mandate === undefined ? [] : without("no-mandate", mandate)),
			...(cadence === undefined ? [] : without("no-cadence", cadence, regular)),
			...(kind === undefined || theme === undefined ? [] : ofOneKind(bodies, kind, theme)),
		],
	};
}

/** Bodies of one type that work on one theme, whatever its capitals and spaces; an empty theme is like no other. */
function ofOneKind(bodies: readonly { cells: Cells; body: Body }[], kind: string, theme: string): Finding[] {
	const alike = new Map<string, Body[]>();
	for (const { cells, body } of bodies) {
		if (isEmptyCell(cells[kind]) || isEmptyCell(cells[theme])) continue;
		const key = `${plain(cells[kind])} ${plain(cells[theme])}`;
		alike.set(key, [...(alike.get(key) ?? []), body]);
	}
	return [...alike.values()].filter((group) => group.length > 1).map((group) => ({ kind: "same", bodies: group }));
}

function isUnsaid(cells: Cells, column: string): boolean {
	return isEmptyCell(cells[column]) || cells[column] === "no";
}

function textOf({ cells }: Row, column: string): string {
	return String(cells[column] ?? "").trim();
}

function plain(cell: Cells[string] | undefined): string {
	return String(cell).normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");
}

/** „Von fünf Teilen einer schlanken Struktur sind drei da …“, and what stands out in the table. */
export function leanSentences(answer: LeanStructureAnswer, language: Language): string[] {
	const words = generatedWords[language].lean;
	const count = (state: YesPartlyNo | null) => answer.parts.filter((part) => part.state === state).length;
	const said = answer.parts.length - count(null);
	const counts = {
		all: answer.parts.length,
		yes: count("yes"),
		partly: count("partly"),
		no: count("no"),
		open: count(null),
	};
	return [
		said === 0 ? words.partsNothing : words.parts(counts),
		answer.bodies === 0
			? words.bodiesNothing
			: answer.findings.length === 0
				? words.nothingFound(answer.bodies, answer.looksFor)
				: words.found(answer.bodies),
	];
}

/** Each finding with the bodies it is about. */
export function leanFindings(
	{ findings }: LeanStructureAnswer,
	language: Language,
): { label: string; value: string }[] {
	const words = generatedWords[language].lean;
	const named = ({ name, place }: Body) => (name === "" ? words.unnamed(place) : name);
	return findings.map(({ kind, bodies }) => ({ label: words.findings[kind], value: bodies.map(named).join(", ") }));
}

export function leanTable(answer: LeanStructureAnswer, language: Language): { head: string[]; rows: string[][] } {
	const words = generatedWords[language].lean;
	return {
		head: [words.part, words.state],
		rows: answer.parts.map(({ label, state }) => [
			label[language].replace(/\.$/, ""),
			state === null ? words.unsaid : words.states[state],
		]),
	};
}

export function leanStructureReport(answer: LeanStructureAnswer, language: Language): ReportNode[] {
	const findings = leanFindings(answer, language);
	return [
		...leanSentences(answer, language).map((text) => ({ kind: "paragraph" as const, text })),
		...(findings.length === 0 ? [] : [{ kind: "facts" as const, items: findings }]),
		{ kind: "table", caption: generatedWords[language].lean.caption, ...leanTable(answer, language) },
	];
}
