import type * as Y from "yjs";
import { type BlockType, nameOf } from "./block-type.ts";
import { answerText, YES_PARTLY_NO, type YesPartlyNo } from "./cells.ts";
import type { BlockOf } from "./definitions.ts";
import { mapAt, setKey } from "./y-types.ts";

/**
 * A list to go through, each line ticked or answered with yes, partly or no.
 *
 * Stored: `doc.getMap(name)`: an item's id → true (tick) or "yes", "partly", "no".
 */
type Definition = BlockOf<"checklist">;

export type Check = true | YesPartlyNo;
/** Every item of the definition, in its order. */
export type ChecklistAnswer = { id: string; answer: Check | null }[];

export const checklistBlock: BlockType<"checklist", Definition, ChecklistAnswer> = {
	type: "checklist",
	read(doc, block, item) {
		const map = mapAt(doc, nameOf(block.id, item));
		return block.items.map(({ id }) => ({ id, answer: readCheck(block, map?.get(id)) }));
	},
	isEmpty: isUnanswered,
	report(block, answer, language) {
		if (isUnanswered(answer)) return [];
		const given = new Map(answer.map((check) => [check.id, check.answer]));
		if (block.answers === "tick") {
			const ticked = block.items.filter(({ id }) => given.get(id) === true);
			return [{ kind: "list", ordered: false, items: ticked.map((row) => row.label[language]) }];
		}
		const items = block.items.map((row) => ({
			// A statement's full stop would meet the colon behind it.
			label: row.label[language].replace(/\.$/, ""),
			value: answerText(given.get(row.id), language),
		}));
		return [{ kind: "facts", items }];
	},
};

function isUnanswered(answer: ChecklistAnswer): boolean {
	return answer.every((check) => check.answer === null);
}

function readCheck(block: Definition, value: unknown): Check | null {
	if (block.answers === "tick") return value === true ? true : null;
	return YES_PARTLY_NO.find((answer) => answer === value) ?? null;
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
