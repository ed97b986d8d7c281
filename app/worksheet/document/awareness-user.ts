import type { Awareness } from "y-protocols/awareness";
import * as z from "zod/mini";

const roleSchema = z.enum(["facilitator", "cofacilitator", "observer", "participant"]);

/** What other people's browsers say about themselves; the server has stamped `id`, `name` and `role`. */
const userSchema = z.object({
	id: z.catch(z.string().check(z.maxLength(64)), ""),
	name: z.catch(z.string().check(z.maxLength(400)), ""),
	color: z.catch(z.string().check(z.maxLength(16)), ""),
	role: z.catch(roleSchema, "participant"),
});
export type AwarenessUser = z.infer<typeof userSchema>;

const stateSchema = z.object({ user: userSchema });

/** The user of one awareness state, or null where it names none. */
export function awarenessUser(state: unknown): AwarenessUser | null {
	const parsed = stateSchema.safeParse(state);
	return parsed.success ? parsed.data.user : null;
}

/** Everyone else in the document, by Yjs client id. */
export function otherUsers(awareness: Awareness): Map<number, AwarenessUser> {
	const others = new Map<number, AwarenessUser>();
	for (const [clientId, state] of awareness.getStates()) {
		const user = clientId === awareness.clientID ? null : awarenessUser(state);
		if (user !== null) others.set(clientId, user);
	}
	return others;
}
