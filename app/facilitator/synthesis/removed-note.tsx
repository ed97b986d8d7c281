import { useEffect, useRef } from "react";
import { Button } from "../../ui/button.tsx";
import type { Board, Removed } from "./use-board.ts";
import { useSynthesisWords } from "./use-synthesis-words.ts";

interface RemovedNoteProps {
	removed: Removed;
	board: Board;
	focusOn: (name: string) => void;
}

/** Where something was taken away: that it is gone, and the way back. */
export function RemovedNote({ removed, board, focusOn }: RemovedNoteProps) {
	const words = useSynthesisWords();
	const button = useRef<HTMLButtonElement>(null);
	// The button that was pressed went with it.
	useEffect(() => button.current?.focus(), []);
	const undo = () => {
		const id = board.restore(removed);
		if (id !== null) focusOn(removed.kind === "cluster" ? `${id} name` : `${id} text`);
	};
	return (
		<p className="sheet-removed">
			{removed.kind === "cluster" ? words.clusterRemoved(removed.name) : words.removed(removed.name)}{" "}
			<Button ref={button} variant="tertiary" icon="undo" onClick={undo}>
				{words.undo}
			</Button>
		</p>
	);
}
