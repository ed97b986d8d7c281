import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { lookups } from "./lookups.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Puts a line into the Themenspeicher. `by`: a participant, or null for somebody who steers. */
export function addTopic(state: SessionState, by: string | null, text: string, { now, newId }: Context): Decision {
	if (state.topics.length >= LIMITS.topics) return refusal("wrong-state", `at most ${LIMITS.topics} topics`);
	const group = by === null ? null : (lookups(state).groupNow.get(by) ?? null);
	const topic = { id: newId(), text, by, group, at: now, done: false };
	return step({ ...state, topics: [...state.topics, topic] }, { type: "topic-added", topic: topic.id });
}

export function setTopicDone(
	state: SessionState,
	{ topic: id, done }: Extract<Command, { type: "topic.done" }>,
): Decision {
	if (!state.topics.some((topic) => topic.id === id)) return refusal("not-found", "topic");
	return step(
		{ ...state, topics: state.topics.map((topic) => (topic.id === id ? { ...topic, done } : topic)) },
		{ type: "topic-set", topic: id },
	);
}

export function removeTopic(state: SessionState, id: string): Decision {
	if (!state.topics.some((topic) => topic.id === id)) return refusal("not-found", "topic");
	return step(
		{ ...state, topics: state.topics.filter((topic) => topic.id !== id) },
		{ type: "topic-removed", topic: id },
	);
}
