import type * as Y from "yjs";
import type { z } from "zod";
import type { ReportNode, RichBlock } from "../report/nodes.ts";
import { reportWords } from "../report/words.ts";
import type { richTextAnswerSchema } from "./answers.ts";
import { type BlockType, nameOf } from "./block-type.ts";
import type { BlockOf } from "./definitions.ts";
import { KEY_MESSAGE } from "./key-message.ts";
import { readRichText } from "./rich-text-read.ts";
import { fragmentAt, textAt } from "./y-types.ts";

/**
 * A guiding question or any other prose, written together, and in one sentence what it comes to where the definition
 * asks for that.
 *
 * Stored: `doc.getXmlFragment(name)`, ProseMirror content as tiptap writes it, with the nodes and marks of
 * rich-text-schema.ts; the Kernaussage is `doc.getText(<block>/[<item>.]key-message)`.
 */
type Definition = BlockOf<"rich-text">;

/** The Kernaussage, if there is one, and then the prose. */
export type RichTextAnswer = z.infer<typeof richTextAnswerSchema>;

/** In code points; a longer one is marked, never cut. */
export const KEY_MESSAGE_LENGTH = 200;

export const richTextBlock: BlockType<"rich-text", Definition, RichTextAnswer> = {
	type: "rich-text",
	read(doc, block, item) {
		const fragment = fragmentAt(doc, nameOf(block.id, item));
		const prose = fragment === null ? [] : readRichText(fragment);
		const text = block.keyMessage ? textAt(doc, keyMessageName(block, item)).trim() : "";
		return text === "" ? prose : [{ kind: KEY_MESSAGE, text }, ...prose];
	},
	isEmpty: (answer) => answer.length === 0,
	report(_block, answer, language) {
		const prose = proseOf(answer);
		const message = keyMessageOf(answer);
		const nodes: ReportNode[] =
			message === "" ? [] : [{ kind: "facts", items: [{ label: reportWords[language].keyMessage, value: message }] }];
		if (prose.length > 0) nodes.push({ kind: "rich-text", blocks: prose });
		return nodes;
	},
};

/** Empty when there is none. */
export function keyMessageOf(answer: RichTextAnswer): string {
	return answer.find((part) => part.kind === KEY_MESSAGE)?.text ?? "";
}

/** Without the Kernaussage. */
export function proseOf(answer: RichTextAnswer): RichBlock[] {
	return answer.filter((part) => part.kind !== KEY_MESSAGE);
}

/** What the editor binds to. */
export function richTextOf(doc: Y.Doc, block: Definition, item: string | undefined): Y.XmlFragment {
	return doc.getXmlFragment(nameOf(block.id, item));
}

/** What the field of the Kernaussage binds to. */
export function keyMessageText(doc: Y.Doc, block: Definition, item: string | undefined): Y.Text {
	return doc.getText(keyMessageName(block, item));
}

/** Its top-level name; also what a screen observes. */
export function keyMessageName(block: Definition, item: string | undefined): string {
	return nameOf(block.id, item, KEY_MESSAGE);
}
