import { useEffect, useId, useState } from "react";
import { areFew } from "../../../worksheets/assessment/distribution.ts";
import type { RatingView } from "../../../worksheets/contract/snapshot.ts";
import { useRatingWords } from "../../charts/use-rating-words.ts";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useAct } from "../../session/use-act.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useSheet } from "../sheet-context.tsx";

interface RevealControlProps {
	view: RatingView;
	isCounted: boolean;
	mayReveal: boolean;
}

/** Reveals how people have rated, asks once more where some have not, and lets them rate anew. */
export function RevealControl({ view, isCounted, mayReveal }: RevealControlProps) {
	const { document, question, revealed, eligible, submitted } = view;
	const words = useRatingWords();
	const { scope } = useSheet();
	const { act, refused, busy } = useAct();
	const [asking, setAsking] = useState(false);
	const id = useId();
	const missing = eligible - submitted;
	// Somebody else was quicker: when they are rated anew, nobody has asked yet.
	useEffect(() => {
		if (revealed) setAsking(false);
	}, [revealed]);
	const before = submitted === 0 ? words.revealNone : words.revealHint;
	const hint = !revealed ? before : isCounted ? words.reopenHint : null;
	const reveal = () => void act({ type: "rating.reveal", document, question });

	if (!mayReveal) {
		const who = scope === "plenary" ? words.revealByFacilitation : words.revealByGroup;
		return revealed ? null : <p className="sheet-muted">{who}</p>;
	}
	return (
		<>
			{!revealed && submitted > 0 && areFew(submitted) && <p className="sheet-notice">{words.few}</p>}
			{hint !== null && (
				<p id={id} className="sheet-muted">
					{hint}
				</p>
			)}
			<div className="cluster">
				{revealed && isCounted ? (
					<ActButton
						icon="undo"
						resting={busy}
						aria-describedby={id}
						onClick={() => void act({ type: "rating.reopen", document, question })}
					>
						{words.reopen}
					</ActButton>
				) : (
					<ActButton
						icon="eye"
						resting={busy || (!revealed && submitted === 0)}
						aria-describedby={id}
						onClick={() => (!revealed && missing > 0 ? setAsking(true) : reveal())}
					>
						{revealed ? words.countAgain : words.reveal}
					</ActButton>
				)}
			</div>
			<Refused code={refused} />
			<Dialog
				open={asking && !revealed}
				onClose={() => setAsking(false)}
				title={words.missingTitle}
				footer={
					<>
						<Button onClick={() => setAsking(false)}>{words.wait}</Button>
						<ActButton
							variant="primary"
							onClick={() => {
								setAsking(false);
								reveal();
							}}
						>
							{words.revealAnyway}
						</ActButton>
					</>
				}
			>
				<p>{words.missing(missing)}</p>
				{areFew(submitted) && <p>{words.few}</p>}
			</Dialog>
		</>
	);
}
