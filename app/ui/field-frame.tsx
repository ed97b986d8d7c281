import type { ReactNode } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** What every field has around it. */
export interface FieldTexts {
	/** Also the target of the error summary's link. */
	id: string;
	label: ReactNode;
	hint?: ReactNode;
	error?: string | undefined;
	/** Says „freiwillig“ beside the label: most fields are required, so the exception is marked. */
	optional?: boolean | undefined;
}

export interface FieldFrameProps extends FieldTexts {
	children: ReactNode;
}

/** Label, hint, the field itself and its error, in the order in which they are read. */
export function FieldFrame({ id, label, hint, error, optional, children }: FieldFrameProps) {
	return (
		<div className={classNames("kern-form-input", error && "kern-form-input--error")}>
			<label className="kern-label" htmlFor={id}>
				{label} {optional && <OptionalMark />}
			</label>
			{hint && (
				<div className="kern-hint" id={hintId(id)}>
					{hint}
				</div>
			)}
			{children}
			{error && <FieldError id={id} error={error} />}
		</div>
	);
}

export function FieldError({ id, error }: { id: string; error: string }) {
	return (
		<p className="kern-error" id={errorId(id)}>
			<Icon name="danger" />
			<span className="kern-body">{error}</span>
		</p>
	);
}

export function OptionalMark() {
	const { common } = useMessages();
	return <span className="kern-label__optional">({common.optional})</span>;
}

export function hintId(id: string): string {
	return `${id}-hint`;
}

function errorId(id: string): string {
	return `${id}-error`;
}

/** The attributes that tie a field to its hint and error. */
export function fieldAria({ id, hint, error }: FieldTexts): {
	"aria-describedby": string | undefined;
	"aria-invalid": true | undefined;
} {
	const described = [hint ? hintId(id) : null, error ? errorId(id) : null].filter((part) => part !== null);
	return {
		"aria-describedby": described.length > 0 ? described.join(" ") : undefined,
		"aria-invalid": error ? true : undefined,
	};
}
