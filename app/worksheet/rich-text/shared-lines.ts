import { Extension } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { afterOwnChanges } from "./own-changes.ts";

/**
 * Whoever starts or empties a line puts a text into it at once.
 *
 * The binding makes the text with its first letter: two people who begin in the same empty line then make two texts,
 * and while each browser folds the other's into its own, letters are doubled and torn apart.
 */
export const SharedLines = Extension.create({
	name: "sharedLines",
	// After the binding, which has priority 1000, has made the line.
	priority: 100,
	addProseMirrorPlugins: () => [afterOwnChanges("sharedLines", fillNewLines)],
});

/** Lines that were empty before belong to whoever made them: two texts for one line are what must not happen. */
function fillNewLines({ doc, mapping, mux }: ProsemirrorBinding, before: EditorState): void {
	const known = new Set<unknown>();
	before.doc.descendants((node) => {
		known.add(node);
	});
	const empty = [...mapping].flatMap(([line, node]) =>
		line instanceof Y.XmlElement && line.length === 0 && "isTextblock" in node && node.isTextblock && !known.has(node)
			? [line]
			: [],
	);
	const present = empty.filter((line) => line._item?.deleted === false);
	if (present.length === 0) return;
	mux(() => {
		// Under the binding's own mark, so that one undo takes the line and its text back together.
		doc.transact(() => {
			for (const line of present) line.insert(0, [new Y.XmlText()]);
		}, ySyncPluginKey);
	});
}
