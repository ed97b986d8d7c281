import { useEffect, useRef } from "react";
import { useMessages } from "../i18n/provider.tsx";
import { Icon } from "./icon.tsx";

export interface SummaryError {
	/** The field's id. */
	field: string;
	message: string;
}

/** All errors of a form in one place, each a link to its field. Takes focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly SummaryError[] }) {
	const { common } = useMessages();
	const box = useRef<HTMLDivElement>(null);
	const key = errors.map((error) => `${error.field}:${error.message}`).join("\n");

	useEffect(() => {
		if (key !== "") box.current?.focus();
	}, [key]);

	if (errors.length === 0) return null;
	return (
		<div className="kern-alert kern-alert--danger error-summary" role="alert" tabIndex={-1} ref={box}>
			<div className="kern-alert__header">
				<Icon name="danger" />
				<h2 className="kern-title">{common.errorSummary(errors.length)}</h2>
			</div>
			<ul className="kern-alert__body error-summary__list">
				{errors.map((error) => (
					<li key={error.field}>
						<a
							className="kern-link kern-link--no-visited-state"
							href={`#${error.field}`}
							onClick={(event) => {
								const field = document.getElementById(error.field);
								if (field === null) return;
								// The address stays: on a workshop's page a fragment may be somebody's secret.
								event.preventDefault();
								field.scrollIntoView({ block: "center" });
								field.focus();
							}}
						>
							{error.message}
						</a>
					</li>
				))}
			</ul>
		</div>
	);
}
