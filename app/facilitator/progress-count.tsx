import { useMessages } from "../i18n/provider.tsx";
import { countStates, type QuestionProgress } from "./question-progress.ts";

/** How far a group is, in a sentence; question by question says the matrix. */
export function ProgressCount({ questions }: { questions: readonly QuestionProgress[] }) {
	const { facilitator } = useMessages();
	const counts = countStates(questions);
	return (
		<p className="small">
			{facilitator.doneOf({ done: counts.done, all: questions.length })}
			{counts.started > 0 && `, ${counts.started} ${facilitator.questionState.started}`}
		</p>
	);
}
