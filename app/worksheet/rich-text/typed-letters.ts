import { Extension } from "@tiptap/core";
import type { EditorState } from "@tiptap/pm/state";
import { absolutePositionToRelativePosition, type ProsemirrorBinding, ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { afterOwnChanges } from "./own-changes.ts";

/**
 * A letter goes into the document where it was typed, also beside its like.
 *
 * The binding learns of typing by comparing two texts. Whoever types „e“ before an „e“ of somebody else looks to it as
 * if they had typed behind it: the word then holds a letter that is not its own, and what others type or take back
 * there tears it.
 */
export const TypedLetters = Extension.create({
	name: "typedLetters",
	// Before the binding, which has priority 1000 and then finds nothing left to do.
	priority: 1001,
	addProseMirrorPlugins: () => [afterOwnChanges("typedLetters", insertTyped)],
});

function insertTyped({ doc, type, mapping, mux }: ProsemirrorBinding, before: EditorState, now: EditorState): void {
	const typed = typedBesideItsLike(before, now);
	if (typed === null) return;
	const relative = absolutePositionToRelativePosition(typed.from, type, mapping);
	const place = Y.createAbsolutePositionFromRelativePosition(relative, doc);
	if (!(place?.type instanceof Y.XmlText)) return;
	const { type: text, index } = place;
	mux(() => doc.transact(() => text.insert(index, typed.text, typed.attributes), ySyncPluginKey));
}

interface Typed {
	from: number;
	text: string;
	attributes: Record<string, unknown>;
}

/** What was typed at the caret between two states, if a comparison of their texts alone would misplace it. */
function typedBesideItsLike(before: EditorState, { doc, selection }: EditorState): Typed | null {
	const length = doc.content.size - before.doc.content.size;
	const from = selection.head - length;
	const seen = before.doc.content.findDiffStart(doc.content);
	if (length <= 0 || !selection.empty || seen === null || seen <= from || from < selection.$head.start()) return null;
	const slice = doc.slice(from, selection.head);
	const node = slice.content.firstChild;
	if (!node?.isText || node.text?.length !== length) return null;
	if (!before.doc.replace(from, from, slice).eq(doc)) return null;
	return {
		from,
		text: node.text,
		attributes: Object.fromEntries(node.marks.map((mark) => [mark.type.name, mark.attrs])),
	};
}
