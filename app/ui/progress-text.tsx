import { useId } from "react";

export interface ProgressTextProps {
	/** What it says in words: „3 von 5 Fragen fertig“. */
	text: string;
	value: number;
	max: number;
}

/** A bar and the sentence that means the same. */
export function ProgressText({ text, value, max }: ProgressTextProps) {
	const id = useId();
	return (
		<div className="kern-progress">
			<label className="kern-label kern-label--small" htmlFor={id}>
				{text}
			</label>
			<progress id={id} value={value} max={Math.max(max, 1)} />
		</div>
	);
}
