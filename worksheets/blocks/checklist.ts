import type * as Y from "yjs";
import type { z } from "zod";
import type { Language } from "../contract/languages.ts";
import { reportWords } from "../report/words.ts";
import type { checklistAnswerSchema, checkSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import { answerText, YES_PARTLY_NO } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { optionText, pointText, readOption, readPoint } from "./points.ts";
import { ratedParts } from "./rated-parts.ts";
import { mapAt, setKey, textAt } from "./y-types.ts";

/**
 * A list to go through, each line ticked, answered with yes, partly or no, rated, or given one of several options, and
 * with a note where the definition asks for one.
 *
 * Stored: `doc.getMap(name)`: an item's id → true (tick); "yes", "partly", "no"; a point's value or "unknown" (scale);
 * an option's id. Notes are `doc.getText(<block>/[<item>.]<id>.note)`, top-level so that they exist for everyone from
 * the start.
 */
type Definition = BlockOf<"checklist">;

/** One of the values that are stored; which ones there are is the definition's to say. */
export type Check = z.infer<typeof checkSchema>;

/** Every item of the definition, in its order. */
export type ChecklistAnswer = z.infer<typeof checklistAnswerSchema>;

export const checklistBlock: BlockType<"checklist", Definition, ChecklistAnswer> = {
	type: "checklist",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		return block.items.map(({ id }) => {
			const answer = readCheck(block, map?.get(id));
			return block.note ? { id, answer, note: textAt(doc, noteName(block, item, id)) } : { id, answer };
		});
	},
	isEmpty: isUnanswered,
	rated(block, answer) {
		const given = new Map(answer.map((check) => [check.id, check.answer]));
		return ratedParts(block).map((one) => ({ ...one, value: readPoint(one.scale, given.get(one.part)) }));
	},
	rate: setCheck,
	report(block, answer, language) {
		if (isUnanswered(answer)) return [];
		const given = new Map(answer.map((check) => [check.id, check]));
		if (block.note) {
			const words = reportWords[language];
			const cells = block.items.map((row) => [
				row.label[language],
				checkText(block, given.get(row.id)?.answer, language),
				given.get(row.id)?.note?.trim() ?? "",
			]);
			const head = [words.row, words.rating, words.remark];
			return [{ kind: "table", caption: block.label[language], head, rows: cells, share: [4, 3, 5] }];
		}
		if (block.answers === "tick") {
			const ticked = block.items.filter(({ id }) => given.get(id)?.answer === true);
			return [{ kind: "list", ordered: false, items: ticked.map((row) => row.label[language]) }];
		}
		const items = block.items.map((row) => ({
			// A statement's full stop would meet the colon behind it.
			label: row.label[language].replace(/\.$/, ""),
			value: checkText(block, given.get(row.id)?.answer, language),
		}));
		return [{ kind: "facts", items }];
	},
};

function isUnanswered(answer: ChecklistAnswer): boolean {
	return answer.every((check) => check.answer === null && (check.note ?? "").trim() === "");
}

function readCheck({ answers }: Definition, value: unknown): Check | null {
	if (answers === "tick") return value === true ? true : null;
	if (answers === "yes-partly-no") return YES_PARTLY_NO.find((answer) => answer === value) ?? null;
	return "scale" in answers ? readPoint(answers.scale, value) : readOption(answers.options, value);
}

/** An answer in words; a dash for what nobody has answered. */
function checkText({ answers }: Definition, check: Check | null | undefined, language: Language): string {
	if (answers === "tick") return check === true ? reportWords[language].yes : "–";
	if (answers === "yes-partly-no") return answerText(check, language);
	const text =
		"scale" in answers ? pointText(answers.scale, check, language) : optionText(answers.options, check, language);
	return text === "" ? "–" : text;
}

/** Null takes the answer back. */
export function setCheck(
	doc: Y.Doc,
	block: Definition,
	item: string | undefined,
	rowId: string,
	answer: Check | null,
): void {
	doc.transact(() => setKey(doc.getMap(nameOf(block.id, item)), rowId, answer));
}

/** The text of an item's note. */
export function checkNote(doc: Y.Doc, block: Definition, item: string | undefined, rowId: string): Y.Text {
	return doc.getText(noteName(block, item, rowId));
}

/** Its top-level name; also what a screen observes. */
export function noteName(block: Definition, item: string | undefined, rowId: string): string {
	return nameOf(block.id, item, rowId, "note");
}
