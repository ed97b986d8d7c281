import { forwardRef, type InputHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldTexts, fieldAria } from "./field-frame.tsx";

export interface TextFieldProps extends FieldTexts, Omit<InputHTMLAttributes<HTMLInputElement>, "id"> {
	/** How many characters wide the field looks; full width when absent. */
	width?: "short" | "medium" | undefined;
}

/** One line of text, a number, a date or a time. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
	{ id, label, hint, error, optional, width, className, name = id, ...rest },
	ref,
) {
	const texts = { id, label, hint, error, optional };
	return (
		<FieldFrame {...texts}>
			<input
				ref={ref}
				id={id}
				name={name}
				className={classNames(
					"kern-form-input__input",
					error && "kern-form-input__input--error",
					width && `input--${width}`,
					className,
				)}
				{...fieldAria(texts)}
				{...rest}
			/>
		</FieldFrame>
	);
});
