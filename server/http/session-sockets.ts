import { type ServerOptions, WebSocket, WebSocketServer } from "ws";
import { CLOSE } from "../../worksheets/contract/close-codes.ts";

/**
 * socket.io closes its lines without a code, which says nothing about coming back: after `restarting()` ours say 1012.
 * `Engine` is what socket.io takes as `wsEngine`.
 */
export function createSessionSockets() {
	let code: number | undefined;

	class SessionSocket extends WebSocket {
		override close(given?: number, reason?: string | Buffer): void {
			super.close(given ?? code, reason);
		}
	}
	class Engine extends WebSocketServer<typeof SessionSocket> {
		constructor(options?: ServerOptions<typeof SessionSocket>) {
			super({ ...options, WebSocket: SessionSocket });
		}
	}
	return {
		Engine,
		restarting(): void {
			code = CLOSE.restart;
		},
	};
}
