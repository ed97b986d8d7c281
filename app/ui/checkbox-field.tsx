import { forwardRef, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { FieldError, type FieldTexts, fieldAria, hintId, OptionalMark } from "./field-frame.tsx";

export interface CheckboxFieldProps extends FieldTexts, Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> {}

/** One statement to agree with or not. */
export const CheckboxField = forwardRef<HTMLInputElement, CheckboxFieldProps>(function CheckboxField(
	{ id, label, hint, error, optional, name = id, ...rest },
	ref,
) {
	const texts = { id, label, hint, error, optional };
	return (
		<div className={classNames("kern-form-check", error && "kern-form-check--error")}>
			<input
				ref={ref}
				id={id}
				name={name}
				type="checkbox"
				className={classNames("kern-form-check__checkbox", error && "kern-form-check__checkbox--error")}
				{...fieldAria(texts)}
				{...rest}
			/>
			<label className="kern-label" htmlFor={id}>
				{label} {optional && <OptionalMark />}
			</label>
			{hint && (
				<div className="kern-hint check__hint" id={hintId(id)}>
					{hint}
				</div>
			)}
			{error && <FieldError id={id} error={error} />}
		</div>
	);
});
