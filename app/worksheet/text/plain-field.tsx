import { useState } from "react";

interface PlainFieldProps {
	id: string;
	label: string;
	value: string;
	/** Called with every letter: what is not in the document yet could not be called saved. */
	onWrite: (value: string) => void;
	readOnly: boolean;
	lines: "one" | "many";
	describedBy?: string | undefined;
}

/**
 * A labelled field for a value that the last writer decides (a reason, an own answer). While it is being written in,
 * it shows what is typed; what others write shows when it is left.
 */
export function PlainField({ id, label, value, onWrite, readOnly, lines, describedBy }: PlainFieldProps) {
	const [draft, setDraft] = useState<string | null>(null);
	const shared = {
		id,
		className: `kern-form-input__input${lines === "many" ? " sheet-area" : ""}`,
		value: draft ?? value,
		readOnly,
		autoComplete: "off",
		"aria-describedby": describedBy,
		onBlur: () => setDraft(null),
	};
	const write = (typed: string) => {
		setDraft(typed);
		onWrite(typed);
	};
	return (
		<div className="sheet-field">
			<label htmlFor={id}>{label}</label>
			{lines === "one" ? (
				<input type="text" {...shared} onChange={(event) => write(event.target.value)} />
			) : (
				<textarea rows={2} {...shared} onChange={(event) => write(event.target.value)} />
			)}
		</div>
	);
}
