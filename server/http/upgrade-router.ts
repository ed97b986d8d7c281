import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** One route: the first whose `matches` says yes to the path takes the socket. */
export interface UpgradeRoute {
	matches(path: string, request: IncomingMessage): boolean;
	/** Null: somebody else listens for this upgrade (socket.io, Vite), and the socket is left to them. */
	handle: UpgradeHandler | null;
}

/**
 * The one place that decides what becomes of an upgrade. What no route claims is refused with 404, so that a socket
 * is never left hanging. Returns a function that stops listening.
 */
export function routeUpgrades(server: Server, routes: readonly UpgradeRoute[]): () => void {
	const onUpgrade: UpgradeHandler = (request, socket, head) => {
		socket.on("error", () => socket.destroy());
		const path = pathOf(request);
		const route = routes.find((candidate) => candidate.matches(path, request));
		if (route === undefined) {
			// A peer that does not end its side would otherwise keep the connection for ever.
			socket.once("finish", () => socket.destroy());
			socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
			return;
		}
		route.handle?.(request, socket, head);
	};
	server.on("upgrade", onUpgrade);
	return () => {
		server.off("upgrade", onUpgrade);
	};
}

function pathOf(request: IncomingMessage): string {
	const url = request.url ?? "/";
	const query = url.indexOf("?");
	return query < 0 ? url : url.slice(0, query);
}
