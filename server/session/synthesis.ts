import { SYNTHESIS } from "../../worksheets/contract/synthesis.ts";
import { opened } from "./opened.ts";
import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Opens the plenary's board, which is there from the first time on. Asking again is no mistake. */
export function openSynthesis(state: SessionState, context: Context): Decision {
	if (state.documents.some(({ worksheet, scope }) => worksheet === SYNTHESIS && scope.kind === "plenary"))
		return step(state);
	return opened(state, SYNTHESIS, { kind: "plenary" }, context);
}
