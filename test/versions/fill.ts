import * as Y from "yjs";
import { ACTION_COLUMNS } from "../../worksheets/blocks/action-columns.ts";
import { columnsOf } from "../../worksheets/blocks/actor-columns.ts";
import { setReleased } from "../../worksheets/blocks/actor-map.ts";
import { checkNote, setCheck } from "../../worksheets/blocks/checklist.ts";
import { setChoice, setChoiceOwn } from "../../worksheets/blocks/choice.ts";
import { OPTION_COLUMN } from "../../worksheets/blocks/decision-options.ts";
import { questionOf, setReason, setVote } from "../../worksheets/blocks/decision-write.ts";
import type { Block, BlockOf } from "../../worksheets/blocks/definitions.ts";
import { matrixText, setMatrixCell } from "../../worksheets/blocks/matrix.ts";
import { assessmentText, setAssessment } from "../../worksheets/blocks/module-assessment.ts";
import { addOwnOption, setMultiChoiceReason, toggleOption } from "../../worksheets/blocks/multi-choice.ts";
import type { Point } from "../../worksheets/blocks/points.ts";
import { place, setOwnEntry } from "../../worksheets/blocks/ranking-write.ts";
import { keyMessageText, richTextOf } from "../../worksheets/blocks/rich-text.ts";
import { setScale, setScaleReason } from "../../worksheets/blocks/scale.ts";
import { add } from "../../worksheets/blocks/synthesis-write.ts";
import { addRow, cellText, setCell } from "../../worksheets/blocks/table.ts";
import { setDay, textOf } from "../../worksheets/blocks/text.ts";
import { setDone } from "../../worksheets/document/done.ts";
import { questionsOf, shownSections } from "../../worksheets/document/questions.ts";
import type { Column, Option, Scale } from "../../worksheets/schema/parts.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";

/** A question by its name in the document, and the texts by which its answer is known in a German report. */
export interface GivenAnswer {
	name: string;
	texts: string[];
	done: boolean;
}

/**
 * Answers every question of a sheet, every cell and every note of it. Each text is one of a kind; choices and ratings
 * take turns, so that all of them occur. Every second question is marked as done.
 */
export function fillWorksheet(doc: Y.Doc, worksheet: Worksheet): GivenAnswer[] {
	const hand = new Hand();
	return shownSections(worksheet).flatMap((section) =>
		section.blocks.flatMap((block) =>
			questionsOf(doc, worksheet, section, block).map(({ name, item }, index): GivenAnswer => {
				const texts = fillBlock(doc, block, item?.id, hand);
				const done = texts.length > 0 && index % 2 === 0;
				if (done) setDone(doc, name, true);
				return { name, texts, done };
			}),
		),
	);
}

/** What is entered next, the same in every run. */
class Hand {
	#words = 0;
	#turns = 0;

	word(): string {
		this.#words += 1;
		return `Antwort ${String(this.#words).padStart(4, "0")}`;
	}

	pick<Choice>(choices: readonly Choice[]): Choice {
		const choice = choices[this.#turns % choices.length];
		this.#turns += 1;
		if (choice === undefined) throw new Error("there is nothing to choose from");
		return choice;
	}
}

/** Enters an answer and returns the texts it is known by; none for what cannot be answered. */
function fillBlock(doc: Y.Doc, block: Block, item: string | undefined, hand: Hand): string[] {
	switch (block.type) {
		case "rich-text":
			return fillRichText(doc, block, item, hand);
		case "text": {
			if (block.format === "date") {
				setDay(doc, block, item, "2024-03-14");
				return ["14.03.2024"];
			}
			const word = hand.word();
			textOf(doc, block, item).insert(0, word);
			return [word];
		}
		case "decision": {
			const [question, option, reason] = [hand.word(), hand.word(), hand.word()];
			questionOf(doc, block).insert(0, question);
			addRow(doc, block, undefined, "option-1");
			cellText(doc, block, undefined, "option-1", OPTION_COLUMN.id)?.insert(0, option);
			// A person's document holds ballots only, the plenary's none: here both formats are kept in one.
			const elsewhere = { decision: "A".repeat(22), method: "consent" } as const;
			setVote(doc, block, elsewhere, "option-1", "grave");
			setReason(doc, block, elsewhere.decision, "option-1", reason);
			return [question, option, reason];
		}
		case "synthesis": {
			const [name, text, loose] = [hand.word(), hand.word(), hand.word()];
			add(doc, block, "cluster", { id: "cluster-1", text: name });
			add(doc, block, "statement", { id: "statement-1", text, cluster: "cluster-1" });
			add(doc, block, "statement", { id: "statement-2", text: loose });
			return [name, text, loose];
		}
		case "choice": {
			if (block.own) {
				const word = hand.word();
				setChoiceOwn(doc, block, item, word);
				return [word];
			}
			const option = hand.pick(block.options);
			setChoice(doc, block, item, option.id);
			return [option.label.de];
		}
		case "multi-choice":
			return fillMultiChoice(doc, block, item, hand);
		case "scale": {
			const { point, text } = pickPoint(block.scale, hand);
			setScale(doc, block, item, point);
			const reason = hand.word();
			if (block.reason) setScaleReason(doc, block, item, reason);
			return block.reason ? [text, reason] : [text];
		}
		case "checklist":
			return block.items.flatMap(({ id, label }) => [
				label.de.replace(/\.$/, ""),
				...fillCheck(doc, block, item, id, hand),
			]);
		case "table":
			return fillRows(doc, block, item, block.columns, hand);
		case "actions":
			return fillRows(doc, block, item, ACTION_COLUMNS, hand);
		case "actor-map":
			setReleased(doc, block, item, true);
			return fillRows(doc, block, item, columnsOf(block), hand);
		case "matrix":
			return block.rows.flatMap((row) =>
				block.columns.map((column) => {
					const cell = pickCell(column, hand);
					if ("words" in cell) matrixText(doc, block, item, row.id, column.id).insert(0, cell.words);
					else setMatrixCell(doc, block, item, row.id, column.id, cell.value);
					return textOfCell(cell);
				}),
			);
		case "ranking":
			return fillRanking(doc, block, item, hand);
		case "module-assessment":
			return block.dimensions.flatMap(({ id }) => {
				const { point, text } = pickPoint(block.state, hand);
				const outlook = hand.pick(block.outlooks);
				const [evidence, remark] = [hand.word(), hand.word()];
				setAssessment(doc, block, item, id, { state: point });
				setAssessment(doc, block, item, id, { outlook: outlook.id });
				assessmentText(doc, block, item, id, "evidence").insert(0, evidence);
				assessmentText(doc, block, item, id, "remark").insert(0, remark);
				return [text, outlook.label.de, evidence, remark];
			});
		case "generated":
			return [];
	}
}

function fillRichText(doc: Y.Doc, block: BlockOf<"rich-text">, item: string | undefined, hand: Hand): string[] {
	const [plain, bold, listed, message] = [hand.word(), hand.word(), hand.word(), hand.word()];
	const text = new Y.XmlText();
	const paragraph = new Y.XmlElement("paragraph");
	const list = new Y.XmlElement("bulletList");
	const entry = new Y.XmlElement("listItem");
	const inside = new Y.XmlElement("paragraph");
	doc.transact(() => {
		richTextOf(doc, block, item).insert(0, [paragraph, list]);
		paragraph.insert(0, [text]);
		text.insert(0, `${plain} `, {});
		text.insert(text.length, bold, { bold: {} });
		list.insert(0, [entry]);
		entry.insert(0, [inside]);
		inside.insert(0, [new Y.XmlText(listed)]);
		if (block.keyMessage) keyMessageText(doc, block, item).insert(0, message);
	});
	return [plain, bold, listed, ...(block.keyMessage ? [message] : [])];
}

function fillMultiChoice(doc: Y.Doc, block: BlockOf<"multi-choice">, item: string | undefined, hand: Hand): string[] {
	const own = hand.word();
	const reason = hand.word();
	for (const option of block.options) toggleOption(doc, block, item, option.id, true);
	if (block.own) addOwnOption(doc, block, item, "mine", own);
	if (block.reason) setMultiChoiceReason(doc, block, item, reason);
	return [
		...block.options.map(({ label }) => label.de),
		...(block.own ? [own] : []),
		...(block.reason ? [reason] : []),
	];
}

function fillCheck(
	doc: Y.Doc,
	block: BlockOf<"checklist">,
	item: string | undefined,
	id: string,
	hand: Hand,
): string[] {
	const note = hand.word();
	if (block.note) checkNote(doc, block, item, id).insert(0, note);
	const notes = block.note ? [note] : [];
	if (block.answers === "tick") {
		setCheck(doc, block, item, id, true);
		return notes;
	}
	if (block.answers === "yes-partly-no") {
		const answer = hand.pick(YES_PARTLY_NO);
		setCheck(doc, block, item, id, answer.value);
		return [answer.text, ...notes];
	}
	const { value, text } =
		"scale" in block.answers ? pickScaled(block.answers.scale, hand) : pickOption(block.answers.options, hand);
	setCheck(doc, block, item, id, value);
	return [text, ...notes];
}

/** All places but the last go to options, the last to an entry of one's own where there may be one. */
function fillRanking(doc: Y.Doc, block: BlockOf<"ranking">, item: string | undefined, hand: Hand): string[] {
	const own = block.own ? hand.word() : null;
	const options = block.options.slice(0, block.places - (own === null ? 0 : 1));
	for (const [position, { id }] of options.entries()) place(doc, block, item, id, position);
	if (own !== null) place(doc, block, item, setOwnEntry(doc, block, item, "mine", own), options.length);
	return [...options.map(({ label }) => label.de), ...(own === null ? [] : [own])];
}

type WithRows = BlockOf<"table"> | BlockOf<"actions"> | BlockOf<"actor-map">;

function fillRows(
	doc: Y.Doc,
	block: WithRows,
	item: string | undefined,
	columns: readonly Column[],
	hand: Hand,
): string[] {
	return ["first", "second"].flatMap((row) => {
		addRow(doc, block, item, row);
		return columns.map((column) => {
			const cell = pickCell(column, hand);
			if ("words" in cell) cellText(doc, block, item, row, column.id)?.insert(0, cell.words);
			else setCell(doc, block, item, row, column.id, cell.value);
			return textOfCell(cell);
		});
	});
}

type FilledCell = { words: string } | { value: string | number; text: string };

function textOfCell(cell: FilledCell): string {
	return "words" in cell ? cell.words : cell.text;
}

function pickCell(column: Column, hand: Hand): FilledCell {
	switch (column.kind) {
		case "text":
		case "person":
			return { words: hand.word() };
		case "date":
			return { value: "2024-03-14", text: "14.03.2024" };
		case "yes-partly-no":
			return hand.pick(YES_PARTLY_NO);
		case "choice":
			return pickOption(column.options, hand);
		case "scale":
			return pickScaled(column.scale, hand);
	}
}

function pickOption(options: readonly Option[], hand: Hand): { value: string; text: string } {
	const { id, label } = hand.pick(options);
	return { value: id, text: label.de };
}

function pickScaled(scale: Scale, hand: Hand): { value: Point; text: string } {
	const { point, text } = pickPoint(scale, hand);
	return { value: point, text };
}

function pickPoint(scale: Scale, hand: Hand): { point: Point; text: string } {
	const points: { point: Point; text: string }[] = scale.points.map(({ value, label }) => ({
		point: value,
		text: label.de,
	}));
	return hand.pick([...points, { point: "unknown", text: scale.unknown.de }]);
}

const YES_PARTLY_NO = [
	{ value: "yes", text: "Ja" },
	{ value: "partly", text: "Teilweise" },
	{ value: "no", text: "Nein" },
] as const;
