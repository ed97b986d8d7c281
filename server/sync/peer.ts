import type { CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { PresencePeer } from "./awareness.ts";
import type { Behind } from "./egress.ts";
import type { FrameBatch } from "./frame-batch.ts";

/** A connection as its document sees it. */
export interface Peer extends PresencePeer {
	/** Sends it alone a few small messages. */
	send(...messages: Uint8Array[]): void;
	/** Answers its step 1. `owe`: what it is owed instead, where too much waits for it already. */
	answer(step2: FrameBatch, owe: () => Behind): void;
	close(code: CloseCode): void;
}
