import { Editor } from "@tiptap/core";
import { useEffect, useId, useRef, useState } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { useSheet } from "../sheet-context.tsx";
import { showNamesOnMovement } from "./caret.ts";
import { richTextExtensions } from "./extensions.ts";
import { Toolbar } from "./toolbar.tsx";

export interface RichTextEditorProps {
	/** Top-level name of the answer in the sheet's document. */
	name: string;
	/** Element that holds the question. */
	labelledBy: string;
	describedBy: string | undefined;
}

/** Prose that several people write at once. Where the sheet is only read, it can still be selected and copied. */
export function RichTextEditor({ name, labelledBy, describedBy }: RichTextEditorProps) {
	const { sheet, writable } = useSheet();
	const words = useMessages().sheet;
	const toolbarHint = useId();
	const host = useRef<HTMLDivElement>(null);
	const toolbar = useRef<HTMLDivElement>(null);
	const [editor, setEditor] = useState<Editor | null>(null);

	// The editor belongs to the browser alone: the server has shown the question as text already.
	useEffect(() => {
		const created = new Editor({
			element: host.current,
			injectCSS: false,
			editable: false,
			extensions: richTextExtensions(sheet.awareness, sheet.doc.getXmlFragment(name)),
		});
		const stop = showNamesOnMovement(created.view.dom, sheet.awareness);
		setEditor(created);
		return () => {
			stop();
			created.destroy();
			setEditor(null);
		};
	}, [sheet, name]);

	useEffect(() => {
		if (editor === null) return;
		editor.view.setProps({
			attributes: {
				class: "sheet-prose",
				role: "textbox",
				tabindex: "0",
				spellcheck: "true",
				"aria-multiline": "true",
				"aria-readonly": String(!writable),
				"aria-labelledby": labelledBy,
				"aria-describedby": describedBy === undefined ? toolbarHint : `${describedBy} ${toolbarHint}`,
			},
			handleKeyDown: (_view, event) => {
				if (!(event.altKey && event.key === "F10")) return false;
				toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
				return true;
			},
		});
		editor.setEditable(writable, false);
	}, [editor, writable, labelledBy, describedBy, toolbarHint]);

	return (
		<div className="sheet-editor">
			{editor !== null && <Toolbar editor={editor} disabled={!writable} container={toolbar} labelledBy={labelledBy} />}
			<div ref={host} className="sheet-editor__text" />
			<span id={toolbarHint} hidden>
				{words.toolbarHint}
			</span>
		</div>
	);
}
