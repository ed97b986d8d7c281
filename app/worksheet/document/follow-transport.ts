import type { WebsocketProvider } from "y-websocket";
import * as z from "zod/mini";
import { pageTransport } from "./transport.ts";
import { countFate, isBlocked, type SocketFate, type TransportKind } from "./transport-choice.ts";
import { watchedSocket } from "./watched-socket.ts";

const HTTP_ANSWER_MS = 3_000;

const healthSchema = z.object({ status: z.literal("ok") });

export interface FollowTransport {
	provider: WebsocketProvider;
	/** Lays over any socket class whatever this sheet needs to see of its messages. */
	wrap(Base: typeof WebSocket): typeof WebSocket;
}

/**
 * Keeps a sheet's provider on the page's transport. A change of transport is a new connection, which catches up by
 * state vectors like any other, so nothing is lost or doubled. `ready` resolves when the provider may connect.
 */
export function followTransport({ provider, wrap }: FollowTransport): { ready: Promise<void>; stop(): void } {
	const transport = pageTransport();
	const url = provider.url;
	let count = 0;
	let stopped = false;
	let used: TransportKind | null = null;

	const onFate = async (fate: SocketFate) => {
		// Where HTTP does not work either, the network or the server is away: nothing is blocked.
		if (fate !== "lasted" && !(await httpWorks())) return;
		count = countFate(count, fate);
		if (!stopped && isBlocked(count)) transport.block();
	};
	const socketClass = wrap(watchedSocket(WebSocket, (fate) => void onFate(fate)));
	provider._WS = socketClass;

	async function use(kind: TransportKind): Promise<void> {
		const Chosen = kind === "socket" ? socketClass : await polledClass();
		if (stopped || Chosen === null || transport.kind() !== kind || used === kind) return;
		const first = used === null;
		used = kind;
		count = 0;
		provider._WS = Chosen;
		if (first || !provider.shouldConnect) return;
		provider.disconnect();
		provider.connect();
	}

	async function polledClass(): Promise<typeof WebSocket | null> {
		try {
			const { pagePolledSockets } = await import("./polled-socket.ts");
			return wrap(pagePolledSockets());
		} catch {
			// A network too weak to load it: the next WebSocket that fails tries again.
			return null;
		}
	}

	const unfollow = transport.follow(url, () => void use(transport.kind()));
	return {
		ready: use(transport.kind()),
		stop() {
			stopped = true;
			unfollow();
		},
	};
}

async function httpWorks(): Promise<boolean> {
	try {
		const answer = await fetch("/healthz", {
			cache: "no-store",
			redirect: "error",
			signal: AbortSignal.timeout(HTTP_ANSWER_MS),
		});
		// The page of a captive portal answers 200 too.
		return healthSchema.safeParse(await answer.json()).success;
	} catch {
		return false;
	}
}
