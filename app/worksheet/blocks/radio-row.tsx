import { Fragment, type ReactNode, useId } from "react";
import { useMessages } from "../../i18n/provider.tsx";
import { Button } from "../../ui/button.tsx";

interface RadioChoice {
	value: string;
	label: string;
	/** Stands before the label: a scale's number. */
	mark?: string | undefined;
	hint?: string | undefined;
	/** Stands below the label, and is no part of it: it may hold something to press. */
	below?: ReactNode;
}

interface RadioRowProps {
	choices: readonly RadioChoice[];
	value: string | null;
	/** Null takes the choice back. */
	onChange: (value: string | null) => void;
	disabled: boolean;
	labelledBy: string;
	describedBy?: string | undefined;
	/** `row`: side by side where there is room; `list`: one below the other. */
	layout: "row" | "list";
}

/** One of a few labelled points. A choice can be taken back, which plain radio buttons do not offer. */
export function RadioRow({ choices, value, onChange, disabled, labelledBy, describedBy, layout }: RadioRowProps) {
	const words = useMessages().sheet;
	const name = useId();
	return (
		<div className="sheet-radios">
			<div
				role="radiogroup"
				className={`sheet-radios__${layout}`}
				aria-labelledby={labelledBy}
				aria-describedby={describedBy}
			>
				{choices.map((choice) => (
					<Fragment key={choice.value}>
						<label className="sheet-check">
							<input
								type="radio"
								className="sheet-check__box"
								name={name}
								checked={choice.value === value}
								disabled={disabled}
								onChange={() => onChange(choice.value)}
							/>
							<span className="sheet-check__text">
								{choice.mark !== undefined && <strong>{choice.mark} </strong>}
								{choice.label}
								{choice.hint !== undefined && <span className="sheet-muted"> {choice.hint}</span>}
							</span>
						</label>
						{choice.below}
					</Fragment>
				))}
			</div>
			{value !== null && !disabled && (
				<Button variant="tertiary" compact aria-describedby={labelledBy} onClick={() => onChange(null)}>
					{words.clear}
				</Button>
			)}
		</div>
	);
}
