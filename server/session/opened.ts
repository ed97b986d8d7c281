import type { SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** Adds a document of that worksheet, for the plenary or for one person. */
export function opened(
	state: SessionState,
	worksheet: string,
	scope: SessionState["documents"][number]["scope"],
	{ newId }: Pick<Context, "newId">,
): Decision {
	const document = { id: newId(), worksheet, scope, locked: false };
	return step({ ...state, documents: [...state.documents, document] }, { type: "document-opened", document });
}
