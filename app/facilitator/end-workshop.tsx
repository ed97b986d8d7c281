import { headCount } from "../../worksheets/contract/head-count.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { useAct } from "../session/use-act.ts";
import { QuestionEnd } from "./question-end.tsx";

/** Asks once more: ending closes every sheet for good. */
export function EndWorkshop({ snapshot, onClose }: { snapshot: Snapshot; onClose: () => void }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	const here = headCount(snapshot.participants.filter((person) => person.online && !person.waiting));
	const votes = snapshot.votes.filter(({ voted, result }) => voted > 0 && result === undefined).length;

	async function end(): Promise<void> {
		if (await act({ type: "session.end" })) onClose();
	}

	return (
		<>
			<p>{facilitator.endText}</p>
			{here > 0 && <p>{facilitator.endHere({ count: here })}</p>}
			{votes > 0 && <p className="sheet-notice">{facilitator.endVotes({ count: votes })}</p>}
			<QuestionEnd refused={refused} onCancel={onClose}>
				<ActButton variant="danger" onClick={() => void end()}>
					{facilitator.end}
				</ActButton>
			</QuestionEnd>
		</>
	);
}
