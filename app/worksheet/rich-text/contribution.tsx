import { type FormEvent, type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { nameOf } from "../../../worksheets/blocks/block-type.ts";
import type { BlockOf } from "../../../worksheets/blocks/definitions.ts";
import { appendParagraphs } from "../../../worksheets/blocks/rich-text-append.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { useSheet } from "../sheet-context.tsx";

interface ContributionProps {
	block: BlockOf<"rich-text">;
	item: string | undefined;
}

/**
 * „Beitrag anfügen“: a plain field whose text goes to the end of the answer as a whole. It needs no editor, and nobody
 * else's writing moves under one's own. What is in it stays there until it stands in the answer.
 */
export function Contribution({ block, item }: ContributionProps) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const { sheet, writable, draft } = useSheet();
	const memory = useMemo(() => draft(nameOf(block.id, item)), [draft, block, item]);
	const id = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const [text, setText] = useState(() => memory.get() ?? "");
	const [open, setOpen] = useState(text !== "");
	const [added, setAdded] = useState(false);
	if (!writable && text === "") return null;

	const write = (typed: string) => {
		setText(typed);
		memory.set(typed === "" ? null : typed);
		setAdded(false);
	};
	const add = (event: FormEvent) => {
		event.preventDefault();
		if (!writable) return;
		if (appendParagraphs(sheet.doc, block, item, text)) {
			write("");
			setAdded(true);
			announce(words.contributed);
		} else {
			field.current?.focus();
		}
	};
	const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
		if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
	};

	return (
		<div className="sheet-contribution">
			<Button
				variant="tertiary"
				icon={open ? "chevron-down" : "chevron-right"}
				aria-expanded={open}
				aria-controls={open ? id : undefined}
				onClick={() => setOpen(!open)}
			>
				{words.contribute}
			</Button>
			{open && (
				<form id={id} className="sheet-field" data-draft onSubmit={add} onKeyDown={onKeyDown}>
					<label htmlFor={`${id}-field`}>{words.contribution}</label>
					<p id={`${id}-hint`} className="sheet-muted">
						{writable ? words.contributionHint : words.contributionKept}
					</p>
					<textarea
						ref={field}
						id={`${id}-field`}
						className="kern-form-input__input sheet-area"
						rows={3}
						value={text}
						readOnly={!writable}
						autoComplete="off"
						aria-describedby={`${id}-hint`}
						onChange={(event) => write(event.target.value)}
					/>
					<div className="sheet-actions sheet-contribution__add">
						{writable && <Button type="submit">{words.contributeNow}</Button>}
						{added && <p className="sheet-muted">{words.contributed}</p>}
					</div>
				</form>
			)}
		</div>
	);
}
