import { useLocation } from "@remix-run/react";
import type { MouseEvent } from "react";
import type { IconName } from "./icon.tsx";
import { Icon } from "./icon.tsx";

interface Choice<Value extends string> {
	value: Value;
	label: string;
	lang?: string | undefined;
	icon?: IconName | undefined;
}

export interface ChoiceFormProps<Value extends string> {
	name: "language" | "theme";
	label: string;
	choices: readonly Choice<Value>[];
	chosen: Value;
	/** Handles the choice in the page; without it (and without JavaScript) the form is sent and the page loads anew. */
	onChoose?: ((value: Value, event: MouseEvent<HTMLButtonElement>) => void) | undefined;
}

/** A row of buttons of which one is in force, sent to `/anzeige`. */
export function ChoiceForm<Value extends string>({ name, label, choices, chosen, onChoose }: ChoiceFormProps<Value>) {
	const { pathname, search } = useLocation();
	return (
		<form method="post" action="/anzeige" className="choice-form">
			<input type="hidden" name="returnTo" value={`${pathname}${search}`} />
			<fieldset className="choice-form__set">
				<legend className="choice-form__label">{label}</legend>
				{choices.map((choice) => (
					<button
						key={choice.value}
						type="submit"
						name={name}
						value={choice.value}
						lang={choice.lang}
						className="choice-form__button"
						aria-pressed={choice.value === chosen}
						onClick={onChoose && ((event) => onChoose(choice.value, event))}
					>
						{choice.icon && <Icon name={choice.icon} small />}
						{choice.label}
					</button>
				))}
			</fieldset>
		</form>
	);
}
