import { forwardRef } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { TextArea, type TextAreaProps } from "../../ui/text-area.tsx";
import { TextField, type TextFieldProps } from "../../ui/text-field.tsx";
import { type LiveFieldOptions, useLiveField } from "./use-live-field.ts";

type Own = "value" | "onChange" | "onFocus" | "onBlur" | "error";

/** One line that saves by itself. */
export const LiveTextField = forwardRef<HTMLInputElement, LiveFieldOptions & Omit<TextFieldProps, Own>>(
	function LiveTextField({ stored, clean, fault, save, ...rest }, ref) {
		const { theirs, error, ...field } = useLiveField({ stored, clean, fault, save });
		return (
			<div className="live-field">
				<TextField
					ref={ref}
					autoComplete="off"
					{...rest}
					{...field}
					error={error}
					onChange={(event) => field.onChange(event.target.value)}
				/>
				<Theirs text={theirs} />
			</div>
		);
	},
);

/** Several lines that save by themselves. */
export function LiveTextArea({ stored, clean, fault, save, ...rest }: LiveFieldOptions & Omit<TextAreaProps, Own>) {
	const { theirs, error, ...field } = useLiveField({ stored, clean, fault, save });
	return (
		<div className="live-field">
			<TextArea {...rest} {...field} error={error} onChange={(event) => field.onChange(event.target.value)} />
			<Theirs text={theirs} />
		</div>
	);
}

function Theirs({ text }: { text: string | null }) {
	const { plan } = useMessages();
	return (
		<p className="live-field__theirs" role="status">
			{text !== null && (text === "" ? plan.theirsEmpty : plan.theirs({ text }))}
		</p>
	);
}
