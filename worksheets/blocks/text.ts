import type * as Y from "yjs";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { textAt } from "./y-types.ts";

/**
 * A line or two without formatting.
 *
 * Stored: `doc.getText(name)`.
 */
type Definition = BlockOf<"text">;

export const textBlock: BlockType<"text", Definition, string> = {
	type: "text",
	read: (doc, block, item) => textAt(doc, nameOf(block.id, item)),
	isEmpty: (answer) => answer.trim() === "",
	report: (_block, answer) => (answer.trim() === "" ? [] : [{ kind: "paragraph", text: answer.trim() }]),
};

/** What the field binds to. */
export function textOf(doc: Y.Doc, block: Definition, item: string | undefined): Y.Text {
	return doc.getText(nameOf(block.id, item));
}
