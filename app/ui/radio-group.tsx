import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, type FieldTexts, fieldAria, hintId, OptionalMark } from "./field-frame.tsx";

interface RadioOption {
	value: string;
	label: ReactNode;
	hint?: ReactNode;
	disabled?: boolean | undefined;
}

export interface RadioGroupProps extends FieldTexts {
	name?: string | undefined;
	options: readonly RadioOption[];
	/** Controlled: the chosen value, or null. Leave it out and use `defaultValue` in plain forms. */
	value?: string | null | undefined;
	defaultValue?: string | undefined;
	onChange?: ((value: string) => void) | undefined;
	disabled?: boolean | undefined;
	/** Side by side where there is room. */
	horizontal?: boolean | undefined;
}

/** One of a few, all visible. Arrow keys move within, Tab passes on. The first option carries the group's `id`. */
export function RadioGroup(props: RadioGroupProps) {
	const {
		id,
		label,
		hint,
		error,
		optional,
		name = id,
		options,
		value,
		defaultValue,
		onChange,
		disabled,
		horizontal,
	} = props;
	return (
		<fieldset
			className={classNames("kern-fieldset", error && "kern-fieldset--error")}
			disabled={disabled}
			aria-describedby={fieldAria({ id, label, hint, error })["aria-describedby"]}
		>
			<legend className="kern-label">
				{label} {optional && <OptionalMark />}
			</legend>
			{hint && (
				<div className="kern-hint" id={hintId(id)}>
					{hint}
				</div>
			)}
			<div className={classNames("kern-fieldset__body", horizontal && "kern-fieldset__body--horizontal")}>
				{options.map((option, index) => {
					const optionId = index === 0 ? id : `${id}-${option.value}`;
					const chosen =
						value === undefined
							? { defaultChecked: option.value === defaultValue }
							: { checked: option.value === value };
					return (
						<div className="kern-form-check" key={option.value}>
							<input
								id={optionId}
								type="radio"
								className="kern-form-check__radio"
								name={name}
								value={option.value}
								disabled={option.disabled}
								aria-describedby={option.hint ? hintId(optionId) : undefined}
								onChange={() => onChange?.(option.value)}
								{...chosen}
							/>
							<label className="kern-label" htmlFor={optionId}>
								{option.label}
							</label>
							{option.hint && (
								<div className="kern-hint check__hint" id={hintId(optionId)}>
									{option.hint}
								</div>
							)}
						</div>
					);
				})}
			</div>
			{error && <FieldError id={id} error={error} />}
		</fieldset>
	);
}
