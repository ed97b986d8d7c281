import type { Editor } from "@tiptap/core";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";
import { linkAddress } from "./link-mark.ts";

/** Asks for the address of a link; without a selection the address itself becomes the text. */
export function LinkForm({ editor, onClose }: { editor: Editor; onClose: () => void }) {
	const words = useMessages().sheet;
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const [wrong, setWrong] = useState(false);
	const [before] = useState(() => currentAddress(editor));

	useEffect(() => field.current?.focus(), []);

	const close = () => {
		onClose();
		editor.commands.focus();
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const href = linkAddress(field.current?.value ?? "");
		setWrong(href === null);
		if (href === null) return;
		setLink(editor, href, before !== "");
		close();
	};
	const onKeyDown = (event: KeyboardEvent) => {
		if (event.key !== "Escape") return;
		event.preventDefault();
		close();
	};
	const remove = () => {
		editor.commands.unsetLink();
		close();
	};

	return (
		<form className="sheet-link" onSubmit={submit} onKeyDown={onKeyDown} noValidate>
			<label htmlFor={id}>{words.linkAddress}</label>
			<input
				ref={field}
				id={id}
				className="kern-form-input__input"
				type="url"
				inputMode="url"
				autoComplete="off"
				defaultValue={before}
				aria-invalid={wrong || undefined}
				aria-describedby={wrong ? `${id}-error` : undefined}
			/>
			{wrong && (
				<p id={`${id}-error`} className="sheet-error" role="alert">
					{words.linkWrong}
				</p>
			)}
			<div className="sheet-actions">
				<Button type="submit">{words.linkSet}</Button>
				{before !== "" && (
					<Button variant="tertiary" onClick={remove}>
						{words.linkRemove}
					</Button>
				)}
				<Button variant="tertiary" onClick={close}>
					{words.cancel}
				</Button>
			</div>
		</form>
	);
}

function currentAddress(editor: Editor): string {
	const href: unknown = editor.getAttributes("link").href;
	return typeof href === "string" ? href : "";
}

function setLink(editor: Editor, href: string, replaces: boolean): void {
	if (editor.state.selection.empty && !replaces) {
		const marks = [{ type: "link", attrs: { href } }];
		editor.commands.insertContent({ type: "text", text: href.replace(/^mailto:/, ""), marks });
		return;
	}
	editor.chain().extendMarkRange("link").setLink(href).run();
}
