import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { lookups } from "./lookups.ts";
import type { SessionState } from "./state.ts";
import { type Decision, step } from "./step.ts";

/** Puts a sheet, or one of its answers, on everybody's screen. Another one takes its place. */
export function showSpotlight(
	state: SessionState,
	{ document, question }: Extract<Command, { type: "spotlight.show" }>,
): Decision {
	if (state.workshop.status !== "running") return refusal("wrong-state", "the session has not started");
	if (!lookups(state).documents.has(document)) return refusal("not-found", "document");
	return step({ ...state, spotlight: { document, question: question ?? null } }, { type: "spotlight-set", document });
}

/** Hiding what is hidden is no mistake. */
export function hideSpotlight(state: SessionState): Decision {
	if (state.spotlight === null) return step(state);
	return step({ ...state, spotlight: null }, { type: "spotlight-set", document: null });
}
