import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { SessionState } from "./state.ts";
import { type AccessCommand, type Context, type Decision, step } from "./step.ts";

/** Lets co-facilitators or observers in by one more link. Refused `full` where there are too many. */
export function addLink(
	state: SessionState,
	{ id, role, label }: Extract<AccessCommand, { type: "link.add" }>,
	{ now }: Context,
): Decision {
	if (state.links.length >= LIMITS.links) return refusal("full");
	const links = [...state.links, { id, role, label, createdAt: now }];
	return step({ ...state, links }, { type: "link-added", link: id });
}

/** From here on the link opens nothing, and whoever is in by it is put out. */
export function removeLink(state: SessionState, id: string): Decision {
	const links = state.links.filter((link) => link.id !== id);
	if (links.length === state.links.length) return refusal("not-found");
	return step({ ...state, links }, { type: "link-removed", link: id });
}

/** From here on only what belongs to this link is the facilitator's. */
export function renewFacilitator(state: SessionState, link: string): Decision {
	return step({ ...state, facilitatorLink: link }, { type: "facilitator-renewed" });
}
