import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** A participant asks those who steer; nobody else sees it. A few at a time, so that nobody fills the list alone. */
export function askQuestion(state: SessionState, participant: string, text: string, { now, newId }: Context): Decision {
	const open = state.questions.filter((question) => question.participant === participant);
	if (open.length >= LIMITS.openQuestions) {
		return refusal("wrong-state", `at most ${LIMITS.openQuestions} open questions`);
	}
	const question = { id: newId(), participant, text, at: now };
	return step(
		{ ...state, questions: [...state.questions, question] },
		{ type: "question-asked", question: question.id },
	);
}

/** Two who steer may clear the same question at once: clearing what is clear is no mistake. */
export function clearQuestion(state: SessionState, id: string): Decision {
	const questions = state.questions.filter((question) => question.id !== id);
	if (questions.length === state.questions.length) return step(state);
	return step({ ...state, questions }, { type: "question-cleared", question: id });
}
