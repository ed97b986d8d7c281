import { useEffect, useRef } from "react";
import type { RatingView } from "../../../worksheets/contract/snapshot.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { useAnnounce } from "../../ui/announce.tsx";
import { revealedText } from "./spread.tsx";

/**
 * Says that ratings have been revealed, and of which question: a sheet has many. What was so when the sheet was opened
 * is read there and not announced. `labelledBy` is the id of the element with the question's text.
 */
export function useAnnounceReveal(view: RatingView | undefined, labelledBy: string): void {
	const words = useRatingWords();
	const announce = useAnnounce();
	const said = view?.revealed ? revealedText(view, words) : null;
	const before = useRef(said);
	useEffect(() => {
		if (said === before.current) return;
		before.current = said;
		const question = document.getElementById(labelledBy)?.textContent?.trim() ?? "";
		if (said !== null) announce(question === "" ? said : `${question}: ${said}`);
	}, [announce, said, labelledBy]);
}
