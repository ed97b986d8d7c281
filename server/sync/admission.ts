import { accepted, type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import type { Logger } from "../logger.ts";
import type { SyncAccess } from "./access.ts";
import { Connection } from "./connection.ts";
import type { FrameSocket } from "./frame-socket.ts";
import type { SyncLimits } from "./limits.ts";
import type { Registry } from "./registry.ts";
import type { Room } from "./room.ts";

export interface AdmissionDeps {
	access: SyncAccess;
	limits: SyncLimits;
	logger: Logger;
	registry: Registry;
	/** Those inside; a connection takes itself out when it ends. */
	connections: Set<Connection>;
}

const ROLE_SHARE = 10;

/**
 * Everything between an accepted line and the first frame read. `socket` is open and paused: nothing it sends
 * counts before its token does. Throws when the document cannot be loaded.
 */
export async function admit(
	socket: FrameSocket,
	documentId: string,
	token: string | null,
	deps: AdmissionDeps,
): Promise<Result<void>> {
	const actor = token === null ? refusal("unauthenticated") : await deps.access.authenticate(token);
	if (!actor.ok) {
		return actor;
	}
	const pinned = await deps.access.pin(actor.value.workshopId);
	if (!pinned.ok) {
		return pinned;
	}
	const unpin = pinned.value;
	let entered: Result<void> | null = null;
	try {
		entered = await enter(socket, documentId, actor.value, unpin, deps);
		return entered;
	} finally {
		if (!entered?.ok) {
			unpin();
		}
	}
}

async function enter(
	socket: FrameSocket,
	documentId: string,
	actor: Actor,
	unpin: () => void,
	deps: AdmissionDeps,
): Promise<Result<void>> {
	const allowed = await deps.access.documentAccess(actor, documentId);
	if (!allowed.ok) {
		return allowed;
	}
	const room = await deps.registry.acquire(documentId);
	if (room === null) {
		return refusal("not-found");
	}
	const refused = refuseEntry(socket, room, actor, deps);
	if (refused !== null) {
		deps.registry.release(room);
		return refused;
	}
	const closed = (connection: Connection) => {
		deps.connections.delete(connection);
		deps.registry.release(room);
		lookedAway();
		unpin();
	};
	const { access, limits, logger } = deps;
	const connection = new Connection(socket, room, actor, { access, limits, logger, closed }, performance.now());
	const lookedAway = access.lookedInto(actor, documentId);
	deps.connections.add(connection);
	connection.start();
	return accepted(undefined);
}

function refuseEntry(socket: FrameSocket, room: Room, actor: Actor, { access, limits }: AdmissionDeps): Refusal | null {
	// Time has passed since the first look: a lock or a move in between counts.
	const allowed = access.documentAccessNow(actor, room.documentId);
	if (!allowed.ok) {
		return allowed;
	}
	if (room.workshopId !== actor.workshopId) {
		return refusal("not-found");
	}
	if (room.isBroken || !socket.isOpen) {
		return refusal("unavailable");
	}
	// Several people may share a role's link.
	const most = limits.connectionsPerParticipant * (actor.participantId === undefined ? ROLE_SHARE : 1);
	return room.connectionsOf(authorOf(actor)) >= most
		? refusal("too-many-requests", "too many connections to this document")
		: null;
}
