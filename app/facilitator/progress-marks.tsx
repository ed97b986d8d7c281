import type { ReactNode } from "react";
import type { ProgressState } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { VisuallyHidden } from "../ui/visually-hidden.tsx";
import { countStates, type QuestionProgress } from "./question-progress.ts";

/** More marks than this would push the other groups off the screen: they wait to be unfolded. */
const SHOWN_AT_ONCE = 12;

const SYMBOL: Record<ProgressState, string> = { empty: "○", started: "◐", done: "✓" };

/** How far a group is, question by question: a sentence, and a mark with a letter, a number and a shape for each. */
export function ProgressMarks({ questions }: { questions: readonly QuestionProgress[] }) {
	const { facilitator } = useMessages();
	const counts = countStates(questions);
	return (
		<>
			<p className="small">
				{facilitator.doneOf({ done: counts.done, all: questions.length })}
				{counts.started > 0 && `, ${counts.started} ${facilitator.questionState.started}`}
			</p>
			<ManyOrFew folded={questions.length > SHOWN_AT_ONCE} summary={facilitator.questionByQuestion}>
				<ol className="progress-marks">
					{questions.map((question) => {
						const state = facilitator.questionState[question.state];
						const { number, label } = question;
						return (
							<li
								key={question.name}
								className={`progress-marks__mark progress-marks__mark--${question.state}`}
								title={facilitator.question({ number, label, state })}
							>
								<span aria-hidden="true">
									{facilitator.questionShort({ number })} {SYMBOL[question.state]}
								</span>
								<VisuallyHidden>{facilitator.question({ number, label, state })}</VisuallyHidden>
							</li>
						);
					})}
				</ol>
			</ManyOrFew>
		</>
	);
}

function ManyOrFew({ folded, summary, children }: { folded: boolean; summary: string; children: ReactNode }) {
	return folded ? <Disclosure summary={summary}>{children}</Disclosure> : children;
}
