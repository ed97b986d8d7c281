import { forwardRef, type SelectHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldTexts, fieldAria } from "./field-frame.tsx";

interface SelectOption {
	value: string;
	label: string;
	disabled?: boolean | undefined;
}

export interface SelectFieldProps extends FieldTexts, Omit<SelectHTMLAttributes<HTMLSelectElement>, "id" | "children"> {
	options: readonly SelectOption[];
}

/** One of several, in the browser's own list. */
export const SelectField = forwardRef<HTMLSelectElement, SelectFieldProps>(function SelectField(
	{ id, label, hint, error, optional, options, className, name = id, ...rest },
	ref,
) {
	const texts = { id, label, hint, error, optional };
	return (
		<FieldFrame {...texts}>
			<div className="kern-form-input__select-wrapper">
				<select
					ref={ref}
					id={id}
					name={name}
					className={classNames("kern-form-input__select", error && "kern-form-input__select--error", className)}
					{...fieldAria(texts)}
					{...rest}
				>
					{options.map((option) => (
						<option key={option.value} value={option.value} disabled={option.disabled}>
							{option.label}
						</option>
					))}
				</select>
			</div>
		</FieldFrame>
	);
});
