import { NOTES } from "../../worksheets/contract/notes.ts";
import { lookups } from "./lookups.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Opens a participant's private notes, which are there from the first time on. Asking again is no mistake. */
export function openNotes(state: SessionState, participant: string, { newId }: Context): Decision {
	const own = lookups(state).documentsOf.get(participant) ?? [];
	if (own.some(({ worksheet, scope }) => worksheet === NOTES && scope.kind === "participant")) return step(state);
	const scope = { kind: "participant", id: participant } as const;
	const document = { id: newId(), worksheet: NOTES, scope, locked: false };
	return step({ ...state, documents: [...state.documents, document] }, { type: "document-opened", document });
}
