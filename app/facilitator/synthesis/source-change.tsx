import { useId } from "react";
import type { Statement } from "../../../worksheets/blocks/synthesis.ts";
import { Button } from "../../ui/button.tsx";
import type { Board } from "./use-board.ts";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface SourceChangeProps {
	board: Board;
	statement: Statement;
	/** Empty where nothing stands there any more. */
	now: string;
	focusOn: (name: string) => void;
}

/** That the sheet says something else by now, and what to do about it. */
export function SourceChange({ board, statement, now, focusOn }: SourceChangeProps) {
	const words = useSynthesisWords();
	const id = useId();
	const settle = (takes: boolean) => {
		// The buttons go with the note.
		focusOn(`${statement.id} text`);
		board.follow(statement, now, takes);
	};
	return (
		<div className="sheet-notice sheet-changed">
			<p id={id}>
				{now === "" ? (
					<strong>{words.emptied}</strong>
				) : (
					<>
						<strong>{words.changed}</strong> {now}
					</>
				)}
			</p>
			<div className="cluster">
				{now !== "" && (
					<Button variant="tertiary" icon="check" aria-describedby={id} onClick={() => settle(true)}>
						{words.follow}
					</Button>
				)}
				<Button variant="tertiary" aria-describedby={id} onClick={() => settle(false)}>
					{words.keep}
				</Button>
			</div>
		</div>
	);
}
