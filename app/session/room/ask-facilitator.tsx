import { LIMITS } from "../../../worksheets/contract/limits.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../act-button.tsx";
import { Refused } from "../refused.tsx";
import { useAct } from "../use-act.ts";
import { LineForm } from "./line-form.tsx";

/** „Frage an die Moderation“, and one's own that wait for an answer. Nobody else among those who take part sees them. */
export function AskFacilitator({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const { questions } = snapshot;
	return (
		<div className="stack">
			{questions.length > 0 && (
				<>
					<p>{room.askedOpen}</p>
					<ul className="topic-list">
						{questions.map(({ id, text }) => (
							<li key={id} className="topic-list__topic">
								<p>{text}</p>
								<div className="cluster">
									<ActButton
										variant="tertiary"
										aria-label={room.askWithdrawThis({ text })}
										onClick={() => void act({ type: "question.clear", question: id })}
									>
										{room.askWithdraw}
									</ActButton>
								</div>
							</li>
						))}
					</ul>
					<Refused code={refused} />
				</>
			)}
			{questions.length >= LIMITS.openQuestions ? (
				<p>{room.askFull({ max: LIMITS.openQuestions })}</p>
			) : (
				<LineForm
					id="question-text"
					label={room.askText}
					hint={room.askHint}
					max={LIMITS.questionCodePoints}
					send={room.askSend}
					done={room.asked}
					command={(text) => ({ type: "question.ask", text })}
				/>
			)}
		</div>
	);
}
