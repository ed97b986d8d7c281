import type * as Y from "yjs";
import type { RichBlock } from "../report/nodes.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { readRichText } from "./rich-text-read.ts";
import { fragmentAt } from "./y-types.ts";

/**
 * A guiding question or any other prose, written together.
 *
 * Stored: `doc.getXmlFragment(name)`, ProseMirror content as tiptap writes it, with the nodes and marks of
 * rich-text-schema.ts.
 */
type Definition = BlockOf<"rich-text">;

export const richTextBlock: BlockType<"rich-text", Definition, RichBlock[]> = {
	type: "rich-text",
	read(doc, block, item) {
		const fragment = fragmentAt(doc, nameOf(block.id, item));
		return fragment === null ? [] : readRichText(fragment);
	},
	isEmpty: (answer) => answer.length === 0,
	report: (_block, answer) => (answer.length === 0 ? [] : [{ kind: "rich-text", blocks: answer }]),
};

/** What the editor binds to. */
export function richTextOf(doc: Y.Doc, block: Definition, item: string | undefined): Y.XmlFragment {
	return doc.getXmlFragment(nameOf(block.id, item));
}
