import type { CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { FrameBatch } from "./frame-batch.ts";

export interface FrameSocketEvents {
	/** One whole message; the bytes may be a view into a larger buffer. */
	message(data: Uint8Array): void;
	/** Text, where only bytes are spoken. */
	refusedText(): void;
	/** The answer to a ping, or whatever else shows that somebody is there besides messages. */
	alive(): void;
}

/**
 * A line that carries whole messages in order, both ways: a WebSocket and a polled line look alike to a connection.
 * It begins paused.
 */
export interface FrameSocket {
	/** False once either side has begun to close. */
	readonly isOpen: boolean;
	/** Bytes handed over that have not left this process's hands. */
	readonly bufferedBytes: number;
	/** Resolves when the line is gone, whoever ended it. */
	readonly closed: Promise<void>;
	/** Sends a batch, which may be shared by many sockets. Does nothing on a line that is not open. */
	send(batch: FrameBatch): void;
	/** Asks for a sign of life, which `alive` tells of. */
	ping(): void;
	/** Stops reading: what the other side sends waits on its own side. */
	pause(): void;
	resume(): void;
	/** Closes with a code and cuts the line off when the other side does not answer. Idempotent. */
	close(code: CloseCode): void;
	/** Cuts the line off. */
	terminate(): void;
	/** Called once, before `resume`. */
	listen(events: FrameSocketEvents): void;
}
