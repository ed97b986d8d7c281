import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import {
	absolutePositionToRelativePosition,
	type ProsemirrorBinding,
	relativePositionToAbsolutePosition,
	ySyncPluginKey,
} from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** A caret as Yjs knows it: right of one letter, or at the start of a text or a paragraph. */
interface Place {
	position: number;
	relative: Y.RelativePosition;
}

interface Held {
	anchor: Place;
	head: Place;
}

/**
 * Keeps the caret beside one's own last letter while others type.
 *
 * The binding redraws the whole text at every remote change and then guesses by the paragraphs' wording where the caret
 * had been; among paragraphs that look alike, and in empty ones, it guesses wrong. Here the caret holds on to a letter:
 * it stays right of that letter wherever it goes. Only when the letter itself is gone, the text around it decides.
 */
export const SteadyCaret = Extension.create({
	name: "steadyCaret",
	addProseMirrorPlugins: () => [steadyCaretPlugin()],
});

function steadyCaretPlugin(): Plugin {
	let held: Held | null = null;
	return new Plugin({
		key: new PluginKey("steadyCaret"),
		view: (view) => {
			const { doc } = bindingOf(view.state);
			const hold = () => {
				held ??= holdSelection(view.state);
			};
			const release = () => {
				held = null;
			};
			doc.on("beforeAllTransactions", hold);
			doc.on("afterAllTransactions", release);
			return {
				destroy: () => {
					doc.off("beforeAllTransactions", hold);
					doc.off("afterAllTransactions", release);
				},
			};
		},
		appendTransaction: (transactions, before, after) => {
			// One's own undo puts the caret where the undone text was.
			const remote = transactions.some((each) => {
				const change = each.getMeta(ySyncPluginKey);
				return change?.isChangeOrigin === true && change.isUndoRedoOperation !== true;
			});
			if (!remote || held === null) return null;
			const [anchor, head] = [held.anchor, held.head].map((place) =>
				after.doc.resolve(follow(place, before.doc, after)),
			);
			if (!anchor || !head) return null;
			const selection = TextSelection.between(anchor, head);
			if (selection.eq(after.selection) && before.storedMarks === null) return null;
			// „Fett“ chosen for the next letter must outlast what others type before it.
			const steadied = after.tr.setSelection(selection).setStoredMarks(before.storedMarks);
			return steadied.setMeta(ySyncPluginKey, { isChangeOrigin: true });
		},
	});
}

function bindingOf(state: EditorState): ProsemirrorBinding {
	return ySyncPluginKey.getState(state).binding;
}

function holdSelection(state: EditorState): Held | null {
	const { selection } = state;
	if (!(selection instanceof TextSelection)) return null;
	const { type, mapping } = bindingOf(state);
	const place = (position: number): Place => {
		const relative = absolutePositionToRelativePosition(position, type, mapping);
		// Without a letter at its left the caret stays at the start: at the end it would drift into what others begin.
		const steady = relative.item === null ? new Y.RelativePosition(relative.type, relative.tname, null, -1) : relative;
		return { position, relative: steady };
	};
	return { anchor: place(selection.anchor), head: place(selection.head) };
}

function follow(place: Place, before: Node, after: EditorState): number {
	const { doc, type, mapping } = bindingOf(after);
	const { relative } = place;
	const support = relative.item ?? relative.type;
	const resolved = relativePositionToAbsolutePosition(doc, type, relative, mapping);
	const alive = support === null || !Y.getItem(doc.store, support).deleted;
	const position = (alive ? resolved : null) ?? beyondChange(place.position, before, after.doc) ?? resolved ?? 0;
	return Math.min(position, after.doc.content.size);
}

/** Where a position outside of what differs between two versions is now; inside, null. */
function beyondChange(position: number, before: Node, after: Node): number | null {
	const start = before.content.findDiffStart(after.content);
	const end = before.content.findDiffEnd(after.content);
	if (start === null || end === null) return position;
	if (position >= Math.max(end.a, start)) return position + after.content.size - before.content.size;
	return position <= start ? position : null;
}
