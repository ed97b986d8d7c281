import type { Role } from "../../worksheets/contract/snapshot.ts";

/** Who asks: what a token stands for. Roles come from the server's token record and from nowhere else. */
export interface Actor {
	workshopId: string;
	role: Role;
	/** Set for participants. */
	participantId?: string;
	/** The link they came by. Participants have none, nor has a facilitator who never had to recover theirs. */
	link?: string;
}

/** Whose share of lines and downloads an actor has: a participant's, a link's, or that of those who had no link. */
export function shareOf(actor: Actor): string {
	return actor.link ?? authorOf(actor);
}

/** The name under which an actor's Yjs client ids and log rows are kept: a participant's id, or the role. */
export function authorOf(actor: Actor): string {
	return actor.participantId ?? actor.role;
}
