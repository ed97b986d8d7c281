import * as Y from "yjs";
import type { BlockOf } from "./definitions.ts";
import { richTextOf } from "./rich-text.ts";

/**
 * Adds a text at the end of an answer, one paragraph a line, all at once; false, and nothing written, when there is
 * nothing to add. Empty paragraphs at the end stay behind it: somebody's caret may stand there.
 */
export function appendParagraphs(
	doc: Y.Doc,
	block: BlockOf<"rich-text">,
	item: string | undefined,
	text: string,
): boolean {
	const lines = text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map((line) => line.trim())
		.filter((line) => line !== "");
	if (lines.length === 0) return false;
	doc.transact(() => {
		const fragment = richTextOf(doc, block, item);
		fragment.insert(filledLength(fragment), lines.map(paragraphOf));
	});
	return true;
}

function paragraphOf(line: string): Y.XmlElement {
	const paragraph = new Y.XmlElement("paragraph");
	paragraph.insert(0, [new Y.XmlText(line)]);
	return paragraph;
}

/** How many nodes there are up to the last one that is no empty paragraph. */
function filledLength(fragment: Y.XmlFragment): number {
	const nodes = fragment.toArray();
	return nodes.findLastIndex((node) => !isEmptyParagraph(node)) + 1;
}

function isEmptyParagraph(node: unknown): boolean {
	return (
		node instanceof Y.XmlElement &&
		node.nodeName === "paragraph" &&
		node.toArray().every((child) => child instanceof Y.XmlText && child.length === 0)
	);
}
