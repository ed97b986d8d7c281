import type * as Y from "yjs";
import { type BlockType, nameOf } from "./block-type.ts";
import { dateText, readDate } from "./dates.ts";
import type { BlockOf } from "./definitions.ts";
import { textAt } from "./y-types.ts";

/**
 * A line or two without formatting, or a day.
 *
 * Stored: `doc.getText(name)`. A day is `YYYY-MM-DD` and is written as a whole: where two people choose one at once,
 * both stand there one behind the other, and the last of them is the answer for everybody.
 */
type Definition = BlockOf<"text">;

export const textBlock: BlockType<"text", Definition, string> = {
	type: "text",
	read(doc, block, item) {
		const text = textAt(doc, nameOf(block.id, item));
		return block.format === "date" ? (readDate(text.slice(-ISO_DAY.length)) ?? "") : text;
	},
	isEmpty: (answer) => answer.trim() === "",
	report(block, answer, language) {
		const text = block.format === "date" ? dateText(answer, language) : answer.trim();
		return text === "" ? [] : [{ kind: "paragraph", text }];
	},
};

const ISO_DAY = "YYYY-MM-DD";

/** What the field binds to. */
export function textOf(doc: Y.Doc, block: Definition, item: string | undefined): Y.Text {
	return doc.getText(nameOf(block.id, item));
}

/** Chooses a day as `YYYY-MM-DD`; null takes it back. */
export function setDay(doc: Y.Doc, block: Definition, item: string | undefined, day: string | null): void {
	doc.transact(() => {
		const text = textOf(doc, block, item);
		text.delete(0, text.length);
		if (day !== null) text.insert(0, day);
	});
}
