import { useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { bindText } from "./bind-text.ts";

export interface YTextFieldProps {
	text: Y.Text;
	/** `one`: a line that Enter does not break; `many`: grows with what is written. */
	lines: "one" | "many";
	readOnly: boolean;
	id?: string | undefined;
	labelledBy?: string | undefined;
	label?: string | undefined;
	describedBy?: string | undefined;
	invalid?: boolean | undefined;
}

/** A plain field whose content everyone in the sheet shares letter by letter. */
export function YTextField({ text, lines, readOnly, id, labelledBy, label, describedBy, invalid }: YTextFieldProps) {
	const line = useRef<HTMLInputElement>(null);
	const area = useRef<HTMLTextAreaElement>(null);

	useLayoutEffect(() => {
		const field = lines === "one" ? line.current : area.current;
		if (field === null) return;
		return bindText(field, text, () => {
			if (area.current !== null) grow(area.current);
		});
	}, [text, lines]);

	const shared = {
		id,
		readOnly,
		autoComplete: "off",
		"aria-labelledby": labelledBy,
		"aria-label": label,
		"aria-describedby": describedBy,
		"aria-invalid": invalid || undefined,
	};
	if (lines === "one") return <input ref={line} type="text" className="kern-form-input__input" {...shared} />;
	return <textarea ref={area} rows={2} className="kern-form-input__input sheet-area" {...shared} />;
}

/** For browsers that cannot size a field by its content in CSS. */
function grow(area: HTMLTextAreaElement): void {
	if (CSS.supports("field-sizing", "content")) return;
	area.style.height = "auto";
	area.style.height = `${area.scrollHeight}px`;
}
