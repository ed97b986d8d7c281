import type { WebSocket as NodeSocket } from "ws";

/** A class of `ws`'s sockets, with whatever a test has added. */
type NodeSockets = new (url: string | URL, protocols?: string | string[]) => NodeSocket;

/** The same class as what a provider takes for `WebSocket`. */
export function asBrowserSocket(Socket: NodeSockets): typeof WebSocket {
	// It speaks the browser's interface as far as a provider uses it, which no type can say: its events are not the DOM's.
	const socket: unknown = Socket;
	return socket as typeof WebSocket;
}
