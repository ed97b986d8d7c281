import { type ReactNode, useId, useRef, useState } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { useAnnounce } from "./announce.tsx";
import { Button } from "./button.tsx";
import { copyFrom } from "./copy-text.ts";
import { FieldFrame, fieldAria } from "./field-frame.tsx";

export interface CopyFieldProps {
	label: ReactNode;
	hint?: ReactNode;
	value: string;
	/** Shows several lines; a number of rows. */
	rows?: number | undefined;
}

/** A text to take along: readable, selectable, with a button that copies it. */
export function CopyField({ label, hint, value, rows }: CopyFieldProps) {
	const { common } = useMessages();
	const announce = useAnnounce();
	const id = useId();
	const line = useRef<HTMLInputElement>(null);
	const area = useRef<HTMLTextAreaElement>(null);
	const [outcome, setOutcome] = useState<"copied" | "selected" | null>(null);

	const copy = async () => {
		const field = line.current ?? area.current;
		if (field === null) return;
		const copied = await copyFrom(field);
		setOutcome(copied ? "copied" : "selected");
		announce(copied ? common.copied : common.copyByHand);
	};

	const field = { id, value, readOnly: true, className: "kern-form-input__input", ...fieldAria({ id, label, hint }) };
	return (
		<div className="copy-field">
			<FieldFrame id={id} label={label} hint={hint}>
				{rows === undefined ? (
					<input ref={line} type="text" {...field} />
				) : (
					<textarea ref={area} rows={rows} {...field} />
				)}
			</FieldFrame>
			{/* A field cuts long links off on paper. */}
			<p className="copy-field__print">{value}</p>
			<div className="cluster">
				<Button icon={outcome === "copied" ? "check" : "copy"} onClick={() => void copy()}>
					{outcome === "copied" ? common.copied : common.copy}
				</Button>
				{outcome === "selected" && <span>{common.copyByHand}</span>}
			</div>
		</div>
	);
}
