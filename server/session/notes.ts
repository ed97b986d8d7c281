import { NOTES } from "../../worksheets/contract/notes.ts";
import { lookups } from "./lookups.ts";
import { opened } from "./opened.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Opens a participant's private notes, which are there from the first time on. Asking again is no mistake. */
export function openNotes(state: SessionState, participant: string, context: Context): Decision {
	const own = lookups(state).documentsOf.get(participant) ?? [];
	if (own.some(({ worksheet, scope }) => worksheet === NOTES && scope.kind === "participant")) return step(state);
	return opened(state, NOTES, { kind: "participant", id: participant }, context);
}
