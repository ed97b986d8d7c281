import { useEffect, useId, useRef } from "react";
import { codePoints } from "../../../worksheets/contract/text.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { useAnnounce } from "../../ui/announce.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";
import { YTextField, type YTextFieldProps } from "./y-text-field.tsx";

interface CountedFieldProps extends Omit<YTextFieldProps, "invalid"> {
	/** What it holds now. */
	value: string;
	/** Code points that are asked for at most. */
	bound: number;
}

/** A shared field with its length beside it. Longer text is marked, and said once, but never cut. */
export function CountedField({ value, bound, describedBy, ...field }: CountedFieldProps) {
	const words = useMessages().sheet;
	const announce = useAnnounce();
	const id = useId();
	const used = codePoints(value);
	const over = used - bound;
	const isOver = over > 0;
	const wasOver = useRef(isOver);
	useEffect(() => {
		if (isOver && !wasOver.current) announce(words.overBound(bound));
		wasOver.current = isOver;
	}, [isOver, bound, announce, words]);
	return (
		<>
			<YTextField {...field} describedBy={[describedBy, id].filter(Boolean).join(" ")} invalid={isOver} />
			<p id={id} className={isOver ? "sheet-error" : "sheet-muted"}>
				<span aria-hidden="true">{words.length(used, bound)}</span>
				<VisuallyHidden>{words.lengthWords(used, bound)}</VisuallyHidden>
				{isOver && <span> {words.tooLong(over)}</span>}
			</p>
		</>
	);
}
