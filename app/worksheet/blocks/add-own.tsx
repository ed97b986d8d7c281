import { type FormEvent, useId, useRef } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";

/** A line and a button that add an entry of one's own; `onAdd` gets what was typed, trimmed and not empty. */
export function AddOwn({ onAdd }: { onAdd: (label: string) => void }) {
	const words = useMessages().sheet;
	const id = useId();
	const field = useRef<HTMLInputElement>(null);
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const label = field.current?.value.trim() ?? "";
		if (field.current === null || label === "") return;
		onAdd(label);
		field.current.value = "";
		field.current.focus();
	};
	return (
		<form className="sheet-add" onSubmit={submit}>
			<label htmlFor={id}>{words.ownOption}</label>
			<div className="sheet-add__row">
				<input ref={field} id={id} className="kern-form-input__input" type="text" autoComplete="off" />
				<Button type="submit">{words.add}</Button>
			</div>
		</form>
	);
}
