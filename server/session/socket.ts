import type { IncomingMessage } from "node:http";
import type { Namespace, Server, Socket } from "socket.io";
import { z } from "zod";
import type { Change } from "../../worksheets/contract/change.ts";
import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { accepted, type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
import { steers } from "../../worksheets/contract/roles.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Actor } from "../access/actor.ts";
import { wrongToken } from "../access/guess.ts";
import type { FailureLimits } from "../access/limits.ts";
import { TokenBucket } from "../access/token-bucket.ts";
import { asError } from "../as-error.ts";
import { type Clock, systemClock } from "../clock.ts";
import { addressKey } from "../http/client-address.ts";
import { workshopTokens } from "../http/cookies.ts";
import type { Logger } from "../logger.ts";
import { refusedAnswer } from "./answers.ts";
import type { Sessions } from "./sessions.ts";
import type { Subscription } from "./subscribers.ts";

export interface SessionSocketOptions {
	/** Whether a handshake that relies on a cookie comes from our own pages. */
	originAllowed(request: IncomingMessage): boolean;
	limits: FailureLimits;
	logger: Logger;
	clock?: Clock;
	/** Under which key a client's failed tokens are counted; by default its address as the socket sees it. */
	clientKey?(request: IncomingMessage): string;
}

/** What a handshake may carry beside cookies. */
const authSchema = z.object({ token: z.string().max(256).optional(), workshop: z.string().max(64).optional() });

/** A person clicks; a program that steers may be quick. */
const PACE = {
	steering: { perSecond: 500, burst: 1000 },
	others: { perSecond: 30, burst: 120 },
};

/** Changes handed over since the line last took any: a client that reads none of them is cut off and starts afresh. */
const UNREAD_CHANGES = 500;

interface SocketData {
	actor: Actor;
}
interface ServerEvents {
	snapshot: (snapshot: Snapshot) => void;
	change: (change: Change) => void;
}
type AnyEvents = Record<string, (...args: unknown[]) => void>;
type SessionSocket = Socket<AnyEvents, ServerEvents, AnyEvents, SocketData>;

/** The namespace `/session`: who connects is told everything they may see, and may send commands. */
export function attachSessionSocket(io: Server, sessions: Sessions, options: SessionSocketOptions): void {
	const namespace: Namespace<AnyEvents, ServerEvents, AnyEvents, SocketData> = io.of("/session");
	const { logger } = options;

	namespace.use((socket, next) => {
		identify(socket, sessions, options).then(
			(actor) => {
				if (!actor.ok) return next(connectError(actor));
				socket.data.actor = actor.value;
				next();
			},
			(error: unknown) => {
				logger.error("a session line could not be opened", { error: asError(error) });
				next(connectError(refusal("unavailable")));
			},
		);
	});
	namespace.on("connection", (socket) => {
		serve(socket, sessions, options).catch((error: unknown) => {
			logger.error("a session line broke", { error: asError(error) });
			socket.disconnect(true);
		});
	});
	sessions.onErase((workshopId) => namespace.in(workshopId).disconnectSockets(true));
}

/** A token in the handshake, else the workshop's cookie, which counts only when it comes from our own pages. */
async function identify(
	socket: SessionSocket,
	sessions: Sessions,
	{ originAllowed, limits, clientKey }: SessionSocketOptions,
): Promise<Result<Actor>> {
	const auth = authSchema.safeParse(socket.handshake.auth);
	if (!auth.success) return refusal("malformed");
	const { request } = socket;
	const client = clientKey?.(request) ?? addressKey(socket.handshake.address);
	const { token, workshop } = auth.data;
	const credential = token === undefined ? cookieToken(request, workshop) : accepted(token);
	if (!credential.ok) return credential;
	if (token === undefined && !originAllowed(request)) return refusal("foreign-origin");
	const actor = await sessions.authenticate(credential.value, workshop);
	if (!actor.ok) return actor.refused === "unauthenticated" ? wrongToken(limits, client, actor) : actor;
	return workshop === undefined || workshop === actor.value.workshopId ? actor : refusal("forbidden");
}

/** The cookie of the workshop that is named, or the only one there is. */
function cookieToken(request: IncomingMessage, workshop: string | undefined): Result<string> {
	const tokens = workshopTokens(request.headers.cookie);
	const [only] = tokens.size === 1 ? tokens.values() : [];
	const token = workshop === undefined ? only : tokens.get(workshop);
	return token === undefined ? refusal("unauthenticated") : accepted(token);
}

function connectError({ refused, detail }: Refusal): Error {
	return Object.assign(new Error(refused), { data: { code: refused, ...(detail === undefined ? {} : { detail }) } });
}

async function serve(socket: SessionSocket, sessions: Sessions, options: SessionSocketOptions): Promise<void> {
	const { actor } = socket.data;
	let subscription: Subscription | null = null;
	let unread = 0;
	const read = (): void => {
		unread = 0;
	};
	// One connection may carry this line, end it and carry it anew.
	socket.conn.on("drain", read);
	socket.on("disconnect", () => socket.conn.off("drain", read));
	const tell = (change: Change): void => {
		// Before its first snapshot a client cannot place a change; that snapshot will hold it.
		if (subscription === null) return;
		unread += 1;
		// Closing the line, unlike a disconnect, makes the client come back for a snapshot.
		if (unread > UNREAD_CHANGES) socket.conn.close();
		else socket.emit("change", change);
	};

	// Heard from the start, so that a command sent right after connecting is not lost.
	const clock = options.clock ?? systemClock;
	const { perSecond, burst } = steers(actor.role) ? PACE.steering : PACE.others;
	const pace = new TokenBucket(perSecond, burst, clock.now());
	socket.onAny((event: string, ...args: unknown[]) => {
		const answer = acknowledgement(args);
		if (pace.wait(clock.now()) > 0) return answer(refusedAnswer(refusal("too-many-requests")));
		pace.take(1);
		if (event === "command") {
			execute(sessions, actor, args[0]).then(answer, (error: unknown) => {
				options.logger.error("a command failed", { error: asError(error) });
				answer(refusedAnswer(refusal("unavailable")));
			});
		} else if (event === "resync") {
			answer(subscription?.resync() ?? refusedAnswer(refusal("unavailable")));
		} else {
			answer(refusedAnswer(refusal("unknown-command")));
		}
	});

	// Before anything is asked: who is in the room is cut off whenever the workshop is erased.
	await socket.join(actor.workshopId);
	// Whoever is put out hears why when the line is tried again.
	const subscribed = await sessions.subscribe(actor, tell, () => socket.disconnect(true));
	if (!subscribed.ok) {
		if (subscribed.refused === "unavailable") socket.conn.close();
		else socket.disconnect(true);
		return;
	}
	if (!socket.connected) {
		subscribed.value.close();
		return;
	}
	socket.on("disconnect", () => subscribed.value.close());
	subscription = subscribed.value;
	socket.emit("snapshot", subscription.resync());
}

async function execute(sessions: Sessions, actor: Actor, payload: unknown): Promise<CommandAnswer> {
	const size = typeof payload === "object" ? Buffer.byteLength(JSON.stringify(payload) ?? "") : 0;
	if (size > LIMITS.commandBytes) return refusedAnswer(refusal("too-large"));
	return sessions.execute(actor, payload);
}

/** The function a client wants called back with the answer, which comes last; nothing where it wants none. */
function acknowledgement(args: readonly unknown[]): (answer: CommandAnswer | Snapshot) => void {
	const last = args.at(-1);
	return typeof last === "function" ? (answer) => last(answer) : () => {};
}
