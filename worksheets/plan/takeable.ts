import { isFilled } from "../blocks/actions.ts";
import { columnsOf } from "../blocks/actor-columns.ts";
import { type Cells, cellText, isEmptyCell, isTextColumn } from "../blocks/cells.ts";
import { entryLabel } from "../blocks/ranking.ts";
import { type Answers, type BlockKind, type Definitions, reportBlock } from "../blocks/registry.ts";
import { keyMessageOf } from "../blocks/rich-text.ts";
import type { Row } from "../blocks/rows.ts";
import type { Language } from "../contract/languages.ts";
import type { AnsweredBlock, AnsweredQuestion } from "../document/read.ts";
import { fingerprint } from "../fingerprint.ts";
import { plainLines } from "../report/plain-lines.ts";
import type { Column } from "../schema/parts.ts";
import { markOf } from "./take.ts";

/** Something in an answer of which a measure can be made. */
export interface Takeable {
	/**
	 * Where it stands, as a source names it: a step's own row, otherwise `#<question>`, with `/<row>` or `.<part>` behind
	 * where the answer has several of them.
	 */
	row: string;
	/** What the measure starts with. */
	cells: Readonly<Cells>;
}

/** The mark of a source (`said`): of a step's cells, or else of the text. */
export function saidBy({ row, cells }: Takeable): string {
	return row.startsWith("#") ? saidByText(String(cells.what ?? "")) : markOf(cells);
}

/** The mark of a source that is no step: another one as soon as the text is. */
export function saidByText(text: string): string {
	return fingerprint(text.trim());
}

/** What the answer to a question offers, in its order; nothing where it is empty, and in the plan itself. */
export function takeablesIn<Kind extends BlockKind>(
	{ definition }: AnsweredBlock<Kind>,
	{ name, item, empty, answer }: AnsweredQuestion<Kind>,
	language: Language,
): Takeable[] {
	if (empty) return [];
	const offer: Offer<Kind> = offers[definition.type];
	const about = item === undefined ? "" : `${entryLabel(item, language)}: `;
	return offer(definition, answer, language).flatMap((part): Takeable[] => {
		if ("cells" in part) return [part];
		const text = part.text.trim();
		if (text === "") return [];
		// Marks where a word may be broken are the screen's alone, and files read a sheet without them.
		const what = `${about}${text}`.replaceAll("\u00ad", "");
		return [{ row: `#${name}${part.behind ?? ""}`, cells: { what } }];
	});
}

/** A step, or a text and what tells it from others of the same answer. */
type Part = Takeable | { text: string; behind?: string };
type Offer<Kind extends BlockKind> = (
	definition: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
	language: Language,
) => Part[];

const offers: { [Kind in BlockKind]: Offer<Kind> } = {
	"rich-text": (block, answer, language) => {
		const message = keyMessageOf(answer);
		return message === "" ? whole<"rich-text">(block, answer, language) : [{ text: message }];
	},
	text: whole<"text">,
	choice: asked<"choice">,
	"multi-choice": asked<"multi-choice">,
	scale: asked<"scale">,
	checklist: whole<"checklist">,
	decision: whole<"decision">,
	generated: () => [],
	synthesis: (_block, { clusters, loose }) => [
		...clusters.flatMap(({ id, name, statements }) => [{ id, text: name }, ...statements]).map(byId),
		...loose.map(byId),
	],
	ranking: (_block, { chosen }, language) =>
		chosen.map((entry) => ({ text: entryLabel(entry, language), behind: `/${entry.id}` })),
	table: (block, { rows }, language) => byRow(block.columns, rows, language),
	"actor-map": (block, { rows }, language) => byRow(columnsOf(block), rows, language),
	actions: (block, { rows }) =>
		block.plan === true ? [] : rows.filter(isFilled).map(({ id, cells }) => ({ row: id, cells })),
	matrix: (block, { rows }, language) =>
		rows.map(({ id, cells }) => {
			const label = block.rows.find((row) => row.id === id)?.label[language] ?? id;
			const said = block.columns
				.filter((column) => isTextColumn(column) && !isEmptyCell(cells[column.id]))
				.map((column) => cellText(column, cells[column.id], language));
			return { text: said.length === 0 ? "" : `${label}: ${said.join(" · ")}`, behind: `.${id}` };
		}),
	"module-assessment": (block, { dimensions }, language) =>
		dimensions.map(({ id, remark }) => {
			const label = block.dimensions.find((dimension) => dimension.id === id)?.label[language] ?? id;
			return { text: remark.trim() === "" ? "" : `${label}: ${remark.trim()}`, behind: `.${id}` };
		}),
};

function byId({ id, text }: { id: string; text: string }): Part {
	return { text, behind: `/${id}` };
}

function whole<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
	language: Language,
): { text: string }[] {
	return [{ text: plainLines(reportBlock<Kind>(block, answer, language)).join("\n") }];
}

/** What was chosen says nothing without its question. */
function asked<Kind extends BlockKind>(
	block: Definitions[Kind] & { type: Kind },
	answer: Answers[Kind],
	language: Language,
): Part[] {
	return whole<Kind>(block, answer, language).map(({ text }) => ({
		text: text.trim() === "" ? "" : `${block.label[language]} ${text}`,
	}));
}

/** By what each row begins with: its name, as a rule. */
function byRow(columns: readonly Column[], rows: readonly Row[], language: Language): Part[] {
	return rows.map(({ id, cells }) => {
		const first = columns.find((column) => isTextColumn(column) && !isEmptyCell(cells[column.id]));
		return { text: first === undefined ? "" : cellText(first, cells[first.id], language), behind: `/${id}` };
	});
}
