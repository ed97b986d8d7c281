import type { Extensions } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Collaboration } from "@tiptap/extension-collaboration";
import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import { Document } from "@tiptap/extension-document";
import { HardBreak } from "@tiptap/extension-hard-break";
import { Italic } from "@tiptap/extension-italic";
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Text } from "@tiptap/extension-text";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { renderCaret, renderSelection } from "./caret.ts";
import { LinkMark } from "./link-mark.ts";
import { SharedLines } from "./shared-lines.ts";
import { SteadyCaret } from "./steady-caret.ts";
import { TypedLetters } from "./typed-letters.ts";

/** Tab leaves the editor, as in every other field; lists are indented from the toolbar. */
const Item = ListItem.extend({
	addKeyboardShortcuts() {
		return { Enter: () => this.editor.commands.splitListItem(this.name) };
	},
});

/** Ctrl or ⌘ with Enter means „Frage fertig und weiter“, so only Shift+Enter breaks a line. */
const Break = HardBreak.extend({
	addKeyboardShortcuts() {
		return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
	},
});

/** What an answer may hold (worksheets/blocks/rich-text-schema.ts), and who else is writing in it. */
export function richTextExtensions(awareness: Awareness, fragment: Y.XmlFragment): Extensions {
	return [
		Document,
		Paragraph,
		Text,
		Bold,
		Italic,
		BulletList,
		OrderedList,
		Item,
		ListKeymap,
		Break,
		LinkMark,
		Collaboration.configure({ fragment }),
		CollaborationCaret.configure({
			provider: { awareness },
			user: awareness.getLocalState()?.user ?? {},
			render: renderCaret,
			selectionRender: renderSelection,
		}),
		SharedLines,
		SteadyCaret,
		TypedLetters,
	];
}
