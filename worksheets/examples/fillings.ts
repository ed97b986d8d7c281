import { z } from "zod";
import { ACTION_COLUMNS, MOST_ACTIONS, NEW_ACTION } from "../blocks/action-columns.ts";
import { columnsOf } from "../blocks/actor-columns.ts";
import { isTextColumn, YES_PARTLY_NO } from "../blocks/cells.ts";
import { checkNote, setCheck } from "../blocks/checklist.ts";
import { setChoice, setChoiceOwn } from "../blocks/choice.ts";
import { QUESTION_CODE_POINTS } from "../blocks/decision.ts";
import { MOST_OPTIONS, OPTION_COLUMN } from "../blocks/decision-options.ts";
import { questionOf } from "../blocks/decision-write.ts";
import type { BlockOf } from "../blocks/definitions.ts";
import { matrixText, setMatrixCell } from "../blocks/matrix.ts";
import { assessmentText, setAssessment } from "../blocks/module-assessment.ts";
import { addOwnOption, setMultiChoiceReason, toggleOption } from "../blocks/multi-choice.ts";
import { place, setOwnEntry } from "../blocks/ranking-write.ts";
import type { BlockKind, Definitions } from "../blocks/registry.ts";
import { KEY_MESSAGE_LENGTH, keyMessageText, richTextOf } from "../blocks/rich-text.ts";
import { setScale, setScaleReason } from "../blocks/scale.ts";
import { addRow, type WithRows } from "../blocks/table.ts";
import { setDay, textOf } from "../blocks/text.ts";
import { localizedSchema } from "../contract/language-schemas.ts";
import type { Column, Row } from "../schema/parts.ts";
import { cellsIn, cellsSchema, day, type Filling, filling, optionId, pointOf } from "./filling.ts";
import { writeProse } from "./prose.ts";

type Fillings = { [Kind in BlockKind]: (block: Definitions[Kind]) => Filling };

/** How each block type is filled in; the compiler names a type that is missing here. */
const fillings: Fillings = {
	"rich-text": (block) =>
		block.keyMessage
			? filling(
					z.strictObject({ text: localizedSchema, keyMessage: atMost(KEY_MESSAGE_LENGTH) }),
					(doc, item, { text, keyMessage }, language) => {
						writeProse(richTextOf(doc, block, item), text[language]);
						keyMessageText(doc, block, item).insert(0, keyMessage[language]);
					},
				)
			: filling(localizedSchema, (doc, item, text, language) =>
					writeProse(richTextOf(doc, block, item), text[language]),
				),
	text: (block) =>
		block.format === "date"
			? filling(day, (doc, item, date) => setDay(doc, block, item, date))
			: filling(atMost(block.maxLength), (doc, item, text, language) =>
					textOf(doc, block, item).insert(0, text[language]),
				),
	choice: (block) =>
		filling(
			block.own ? z.union([optionId(block.options), own]) : optionId(block.options),
			(doc, item, chosen, language) =>
				typeof chosen === "string"
					? setChoice(doc, block, item, chosen)
					: setChoiceOwn(doc, block, item, chosen.own[language]),
		),
	"multi-choice": (block) =>
		filling(
			z.strictObject({
				chosen: z.array(optionId(block.options)),
				own: z
					.array(localizedSchema)
					.max(block.own ? 20 : 0)
					.default([]),
				reason: block.reason ? z.optional(localizedSchema) : z.undefined().optional(),
			}),
			(doc, item, { chosen, own, reason }, language) => {
				for (const id of chosen) toggleOption(doc, block, item, id, true);
				for (const [index, label] of own.entries()) addOwnOption(doc, block, item, `${index + 1}`, label[language]);
				if (reason !== undefined) setMultiChoiceReason(doc, block, item, reason[language]);
			},
		),
	scale: (block) =>
		filling(
			z.strictObject({
				value: pointOf(block.scale),
				reason: block.reason ? z.optional(localizedSchema) : z.undefined().optional(),
			}),
			(doc, item, { value, reason }, language) => {
				setScale(doc, block, item, value);
				if (reason !== undefined) setScaleReason(doc, block, item, reason[language]);
			},
		),
	checklist: (block) =>
		filling(
			perRow(
				block.items,
				z.strictObject({
					answer: checkSchema(block),
					note: block.note ? z.optional(localizedSchema) : z.undefined().optional(),
				}),
			),
			(doc, item, checks, language) => {
				for (const [id, check] of Object.entries(checks)) {
					if (check === undefined) continue;
					setCheck(doc, block, item, id, check.answer);
					if (check.note !== undefined) checkNote(doc, block, item, id).insert(0, check.note[language]);
				}
			},
		),
	decision: (block) =>
		filling(
			z.strictObject({ question: atMost(QUESTION_CODE_POINTS), options: z.array(localizedSchema).max(MOST_OPTIONS) }),
			(doc, item, { question, options }, language) => {
				questionOf(doc, block).insert(0, question[language]);
				for (const [index, label] of options.entries()) {
					addRow(doc, block, item, `option-${index + 1}`, { [OPTION_COLUMN.id]: label[language] });
				}
			},
		),
	table: (block) => rowsFilling(block, block.columns, block.maxRows),
	matrix: (block) =>
		filling(perRow(block.rows, cellsSchema(block.columns)), (doc, item, rows, language) => {
			for (const [rowId, row] of Object.entries(rows)) {
				if (row === undefined) continue;
				const cells = cellsIn(row, language);
				for (const column of block.columns) {
					const cell = cells[column.id] ?? null;
					if (!isTextColumn(column)) setMatrixCell(doc, block, item, rowId, column.id, cell);
					else matrixText(doc, block, item, rowId, column.id).insert(0, String(cell ?? ""));
				}
			}
		}),
	ranking: (block) =>
		filling(
			z
				.array(
					block.own
						? z.union([
								optionId(block.options),
								z.strictObject({ id: z.string().regex(/^own-/), label: localizedSchema }),
							])
						: optionId(block.options),
				)
				.min(1)
				.max(block.places),
			(doc, item, chosen, language) => {
				chosen.forEach((entry, position) => {
					const id = typeof entry === "string" ? entry : setOwnEntry(doc, block, item, entry.id, entry.label[language]);
					place(doc, block, item, id, position);
				});
			},
		),
	actions: (block) => rowsFilling(block, ACTION_COLUMNS, MOST_ACTIONS, NEW_ACTION),
	"module-assessment": (block) =>
		filling(
			perRow(
				block.dimensions,
				z.strictObject({
					state: pointOf(block.state),
					outlook: z.optional(optionId(block.outlooks)),
					evidence: z.optional(localizedSchema),
					remark: z.optional(localizedSchema),
				}),
			),
			(doc, item, dimensions, language) => {
				for (const [id, dimension] of Object.entries(dimensions)) {
					if (dimension === undefined) continue;
					setAssessment(doc, block, item, id, { state: dimension.state });
					if (dimension.outlook !== undefined) setAssessment(doc, block, item, id, { outlook: dimension.outlook });
					for (const part of ["evidence", "remark"] as const) {
						const text = dimension[part];
						if (text !== undefined) assessmentText(doc, block, item, id, part).insert(0, text[language]);
					}
				}
			},
		),
	"actor-map": (block) => rowsFilling(block, columnsOf(block), block.maxRows),
	synthesis: () => filling(z.never("the plenary's board is made in a workshop: it has no example"), () => {}),
	generated: () => filling(z.never("a generated block is made of others: it has no example"), () => {}),
};

export function fillingOf<Kind extends BlockKind>(block: Definitions[Kind] & { type: Kind }): Filling {
	return fillings[block.type](block);
}

const own = z.strictObject({ own: localizedSchema });

function rowsFilling(
	block: WithRows,
	columns: readonly Column[],
	maxRows: number,
	preset: Readonly<Record<string, string>> = {},
): Filling {
	return filling(z.array(cellsSchema(columns)).min(1).max(maxRows), (doc, item, rows, language) => {
		rows.forEach((row, index) => {
			addRow(doc, block, item, `example-${index + 1}`, { ...preset, ...cellsIn(row, language) });
		});
	});
}

/** Something for each of the rows that the definition names; none may be invented. */
function perRow<Value>(rows: readonly Row[], value: z.core.$ZodType<Value>) {
	return z.strictObject(Object.fromEntries(rows.map(({ id }) => [id, z.optional(value)])));
}

function checkSchema({ answers }: BlockOf<"checklist">): z.ZodType<true | string | number> {
	if (answers === "tick") return z.literal(true);
	if (answers === "yes-partly-no") return z.enum(YES_PARTLY_NO);
	return "scale" in answers ? pointOf(answers.scale) : optionId(answers.options);
}

/** Texts as long as the field shows them unmarked; in code points. */
function atMost(length: number) {
	const fits = (text: string) => [...text].length <= length;
	return z
		.strictObject({ de: z.string().min(1), en: z.string().min(1) })
		.refine(({ de, en }) => fits(de) && fits(en), `wanted here: at most ${length} characters`);
}
