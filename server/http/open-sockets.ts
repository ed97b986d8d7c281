import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * Remembers the server's TCP connections, upgraded ones too, which `closeAllConnections` knows nothing of. The returned
 * function cuts off those still open: a peer that never answers a close must not hold up a shutdown.
 */
export function trackSockets(server: Server): () => void {
	const open = new Set<Socket>();
	server.on("connection", (socket) => {
		open.add(socket);
		socket.once("close", () => open.delete(socket));
	});
	return () => {
		for (const socket of open) socket.destroy();
	};
}
