import { SYNTHESIS } from "../../worksheets/contract/synthesis.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Opens the plenary's board, which is there from the first time on. Asking again is no mistake. */
export function openSynthesis(state: SessionState, { newId }: Context): Decision {
	if (state.documents.some(({ worksheet, scope }) => worksheet === SYNTHESIS && scope.kind === "plenary"))
		return step(state);
	const document = { id: newId(), worksheet: SYNTHESIS, scope: { kind: "plenary" as const }, locked: false };
	return step({ ...state, documents: [...state.documents, document] }, { type: "document-opened", document });
}
