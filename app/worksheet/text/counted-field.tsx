import { useEffect, useId, useRef } from "react";
import type * as Y from "yjs";
import { codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { useSheet } from "../sheet-context.tsx";
import { YTextField } from "./y-text-field.tsx";

interface CountedFieldProps {
	text: Y.Text;
	/** What the text holds now. */
	value: string;
	/** Code points that are asked for at most. */
	bound: number;
	lines: "one" | "many";
	/** Stands above the field; without it `labelledBy` names the field. */
	caption?: string | undefined;
	labelledBy?: string | undefined;
	describedBy?: string | undefined;
}

/** A shared field with its length beside it. Longer text is marked, and said to whoever writes it, but never cut. */
export function CountedField({ text, value, bound, lines, caption, labelledBy, describedBy }: CountedFieldProps) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const { writable } = useSheet();
	const id = useId();
	const whole = useRef<HTMLDivElement>(null);
	const used = codePoints(value);
	const over = used - bound;
	const isOver = over > 0;
	const wasOver = useRef(isOver);
	useEffect(() => {
		const isMine = whole.current?.contains(document.activeElement) ?? false;
		if (isOver && !wasOver.current && isMine) announce(words.overBound(bound));
		wasOver.current = isOver;
	}, [isOver, bound, announce, words]);
	return (
		<div ref={whole} className="sheet-field">
			{caption !== undefined && <label htmlFor={`${id}-field`}>{caption}</label>}
			<YTextField
				id={`${id}-field`}
				text={text}
				lines={lines}
				readOnly={!writable}
				labelledBy={labelledBy}
				describedBy={[describedBy, `${id}-length`].filter(Boolean).join(" ")}
				invalid={isOver}
			/>
			<p id={`${id}-length`} className={isOver ? "sheet-error" : "sheet-muted"}>
				<span aria-hidden="true">{words.length(used, bound)}</span>
				<VisuallyHidden>{words.lengthWords(used, bound)}</VisuallyHidden>
				{isOver && <span>: {words.tooLong(over)}</span>}
			</p>
		</div>
	);
}
