import { frameMessages } from "./websocket-frames.ts";

/**
 * y-websocket messages that leave together, in order. Whatever a receiver needs of them beyond the messages themselves
 * is made once for all receivers.
 */
export class FrameBatch {
	readonly messages: readonly Uint8Array[];
	/** Of all messages, without what carries them. */
	readonly bytes: number;
	#framed: Buffer | null = null;

	constructor(messages: readonly Uint8Array[]) {
		this.messages = messages;
		this.bytes = messages.reduce((sum, message) => sum + message.length, 0);
	}

	/** The messages as one run of WebSocket frames. */
	get framed(): Buffer {
		this.#framed ??= frameMessages(this.messages);
		return this.#framed;
	}
}
