import { Button } from "../../../ui/button.tsx";
import { useWords } from "./use-words.ts";

interface StepperProps {
	/** What is counted; names the group and both buttons. */
	label: string;
	labelId: string;
	value: number;
	lowest: number;
	highest: number;
	onChange: (value: number) => void;
	disabled: boolean;
}

/** A small number with − and +. A button at its end stays where the focus is. */
export function Stepper({ label, labelId, value, lowest, highest, onChange, disabled }: StepperProps) {
	const words = useWords();
	const step = (by: number) => {
		const next = value + by;
		if (next >= lowest && next <= highest) onChange(next);
	};
	return (
		// biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend of its own.
		<div className="vote-stepper" role="group" aria-labelledby={labelId}>
			{!disabled && (
				<Button icon="minus" iconOnly aria-disabled={value <= lowest || undefined} onClick={() => step(-1)}>
					{words.less(label)}
				</Button>
			)}
			<output className="vote-stepper__value">{value}</output>
			{!disabled && (
				<Button icon="plus" iconOnly aria-disabled={value >= highest || undefined} onClick={() => step(1)}>
					{words.more(label)}
				</Button>
			)}
		</div>
	);
}
