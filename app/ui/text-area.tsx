import { forwardRef, type TextareaHTMLAttributes } from "react";
import { classNames } from "./class-names.ts";
import { FieldFrame, type FieldTexts, fieldAria } from "./field-frame.tsx";

export interface TextAreaProps extends FieldTexts, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> {}

/** Several lines of plain text. */
export const TextArea = forwardRef<HTMLTextAreaElement, TextAreaProps>(function TextArea(
	{ id, label, hint, error, optional, className, name = id, rows = 4, ...rest },
	ref,
) {
	const texts = { id, label, hint, error, optional };
	return (
		<FieldFrame {...texts}>
			<textarea
				ref={ref}
				id={id}
				name={name}
				rows={rows}
				className={classNames("kern-form-input__input", error && "kern-form-input__input--error", className)}
				{...fieldAria(texts)}
				{...rest}
			/>
		</FieldFrame>
	);
});
