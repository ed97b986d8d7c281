import { useMemo, useState } from "react";
import type { Turns } from "../../session/table/use-turns.ts";
import { useSheet } from "../sheet-context.tsx";

/**
 * Whose turn it is over at this device in the round about one question: a sheet asks several, and a phase counts one
 * round for all of it. This tab's to know, so that a table finds its place again after a reload.
 */
export function useQuestionTurns(question: string): Turns {
	const { draft } = useSheet();
	const memory = useMemo(() => draft(`${question} turns`), [draft, question]);
	const [passed, setPassed] = useState<readonly string[]>(() => memory.get()?.split(" ") ?? []);
	return {
		isOver: (document) => passed.includes(document),
		pass: (document) => {
			const now = [...passed, document];
			memory.set(now.join(" "));
			setPassed(now);
		},
	};
}
