import { useEffect, useRef } from "react";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import { useMessages } from "../../i18n/provider.tsx";
import { ActButton } from "../../session/act-button.tsx";
import { Refused } from "../../session/refused.tsx";
import { useServerNow } from "../../session/session-provider.tsx";
import { useAct } from "../../session/use-act.ts";
import { useAnnounce } from "../../ui/announce.tsx";

type Question = Snapshot["questions"][number];

/** What participants have asked those who steer, the oldest first. New ones are said politely, without their text. */
export function QuestionList({ snapshot }: { snapshot: Snapshot }) {
	const { room } = useMessages();
	const { act, refused } = useAct();
	const heading = useRef<HTMLHeadingElement>(null);
	const now = useServerNow(10_000);
	useQuestionsAnnounced(snapshot);
	const { questions } = snapshot;
	if (questions.length === 0 && refused === null) return null;

	/** The question's buttons are gone with it: the focus goes to the list's heading. */
	async function clear({ id, text }: Question, park: boolean): Promise<void> {
		const done = await act(...(park ? [{ type: "topic.add" as const, text }] : []), {
			type: "question.clear",
			question: id,
		});
		if (done) heading.current?.focus();
	}

	return (
		<section aria-labelledby="questions-title" className="help-calls" data-open={questions.length > 0}>
			<h2 id="questions-title" ref={heading} tabIndex={-1}>
				{room.count({ what: room.questions, count: questions.length })}
			</h2>
			<Refused code={refused} />
			<ul className="help-calls__list">
				{questions.map((question) => (
					<li key={question.id} className="help-calls__call">
						<p>
							{nameOf(snapshot, question)}{" "}
							<span className="muted">{room.questionSince({ minutes: Math.floor((now - question.at) / 60_000) })}</span>
						</p>
						<p className="help-calls__text">„{question.text}“</p>
						<div className="cluster">
							<ActButton
								icon="check"
								aria-label={room.questionDoneThis({ text: question.text })}
								onClick={() => void clear(question, false)}
							>
								{room.questionDone}
							</ActButton>
							<ActButton
								aria-label={room.questionParkThis({ text: question.text })}
								onClick={() => void clear(question, true)}
							>
								{room.questionPark}
							</ActButton>
						</div>
					</li>
				))}
			</ul>
		</section>
	);
}

function nameOf({ participants }: Snapshot, { participant }: Question): string {
	return participants.find(({ id }) => id === participant)?.name ?? "";
}

function useQuestionsAnnounced(snapshot: Snapshot): void {
	const { room } = useMessages();
	const announce = useAnnounce();
	const known = useRef(new Set(snapshot.questions.map(({ id }) => id)));
	useEffect(() => {
		for (const question of snapshot.questions) {
			if (known.current.has(question.id)) continue;
			known.current.add(question.id);
			announce(room.questionArrived({ from: nameOf(snapshot, question) }));
		}
	}, [snapshot, announce, room]);
}
