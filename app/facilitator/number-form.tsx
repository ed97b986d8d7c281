import { type FormEvent, useState } from "react";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { TextField, type TextFieldProps } from "../ui/text-field.tsx";
import { wholeNumber } from "./whole-number.ts";

interface NumberFormProps extends Pick<TextFieldProps, "id" | "label" | "hint"> {
	/** What stands in the field at first. */
	first: number;
	/** From 1 to this. */
	max: number;
	/** Said where something else was typed. */
	wrong: string;
	send: string;
	refused: RefusalCode | null;
	onSend: (number: number) => Promise<void>;
}

/** One whole number, and a button that does something with it. */
export function NumberForm({ first, max, wrong, send, refused, onSend, ...field }: NumberFormProps) {
	const [typed, setTyped] = useState(String(first));
	const [isWrong, setWrong] = useState(false);

	async function submit(event: FormEvent): Promise<void> {
		event.preventDefault();
		const number = wholeNumber(typed, max);
		setWrong(number === null);
		if (number !== null) await onSend(number);
	}

	return (
		<form className="stack" onSubmit={(event) => void submit(event)}>
			<TextField
				{...field}
				error={isWrong ? wrong : undefined}
				inputMode="numeric"
				width="short"
				value={typed}
				onChange={(event) => setTyped(event.target.value)}
			/>
			<Refused code={refused} />
			<div className="cluster">
				<ActButton type="submit">{send}</ActButton>
			</div>
		</form>
	);
}
