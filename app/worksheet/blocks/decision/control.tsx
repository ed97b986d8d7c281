import { useId } from "react";
import type { VoteView } from "../../../../worksheets/contract/snapshot.ts";
import { ActButton } from "../../../session/act-button.tsx";
import { Refused } from "../../../session/refused.tsx";
import { useAct } from "../../../session/use-act.ts";
import { useWords } from "./use-words.ts";

/** Closes the vote and opens it again, for those who steer. */
export function Control({ vote, ready }: { vote: VoteView; ready: boolean }) {
	const words = useWords();
	const { act, refused, busy } = useAct();
	const id = useId();
	const document = vote.id;
	const counting = vote.closed && vote.result === undefined;
	const close = !vote.closed || counting;
	return (
		<section className="vote-control" aria-labelledby={id}>
			<h3 id={id}>{words.control}</h3>
			{close ? (
				<>
					<p className="sheet-muted">{ready || counting ? words.closeHint : words.missing}</p>
					<ActButton
						variant="primary"
						icon="lock"
						resting={busy || !(ready || counting)}
						onClick={() => void act({ type: "vote.close", document })}
					>
						{counting ? words.countAgain : words.close}
					</ActButton>
				</>
			) : (
				<>
					<p className="sheet-muted">{words.reopenHint}</p>
					<ActButton icon="unlock" resting={busy} onClick={() => void act({ type: "vote.reopen", document })}>
						{words.reopen}
					</ActButton>
				</>
			)}
			<Refused code={refused} />
		</section>
	);
}
