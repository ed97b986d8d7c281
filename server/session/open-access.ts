import type { Result } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { can, type Permission } from "../access/can.ts";
import type { SessionState } from "./state.ts";

interface Answer {
	state: SessionState;
	documentId: string;
	access: Result<Permission>;
}

/**
 * Whether an actor may open a document, for those who ask with every keystroke. A state is never changed in place, so
 * the answer is worked out again when, and only when, the state is another.
 */
export class OpenAccess {
	readonly #last = new WeakMap<Actor, Answer>();

	ask(state: SessionState, actor: Actor, documentId: string): Result<Permission> {
		const last = this.#last.get(actor);
		if (last !== undefined && last.state === state && last.documentId === documentId) return last.access;
		const access = can(state, actor, { to: "open", document: documentId });
		this.#last.set(actor, { state, documentId, access });
		return access;
	}
}
