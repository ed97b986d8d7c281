import { MESSAGE } from "../../../worksheets/contract/close-codes.ts";

/** Within a sync message: 0 is step 1, which asks and holds no content. */
const STEP_2 = 1;
const UPDATE = 2;

export type DocumentMessage = "catch-up" | "update";

/** What a frame of the y-websocket protocol brings to the server's document; null where it brings nothing. */
export function documentMessage(frame: unknown): DocumentMessage | null {
	// Both numbers are varUints below 128, one byte each.
	if (!(frame instanceof Uint8Array) || frame[0] !== MESSAGE.sync) return null;
	if (frame[1] === STEP_2) return "catch-up";
	return frame[1] === UPDATE ? "update" : null;
}

/**
 * A socket class for the provider that reports every document message it has sent, in order: the server counts the
 * same messages, and „saved“ compares the two numbers.
 */
export function countingSocket(Base: typeof WebSocket, onSent: (message: DocumentMessage) => void): typeof WebSocket {
	return class CountingSocket extends Base {
		override send(data: Parameters<WebSocket["send"]>[0]): void {
			super.send(data);
			const message = documentMessage(data);
			if (message !== null) onSent(message);
		}
	};
}
