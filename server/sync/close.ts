import { CLOSE, type CloseCode } from "../../worksheets/contract/close-codes.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";

const CODES: Record<RefusalCode, CloseCode> = {
	malformed: CLOSE.malformed,
	invalid: CLOSE.malformed,
	"unknown-command": CLOSE.malformed,
	unauthenticated: CLOSE.unauthenticated,
	forbidden: CLOSE.forbidden,
	"foreign-origin": CLOSE.forbidden,
	"door-closed": CLOSE.forbidden,
	removed: CLOSE.unauthenticated,
	"wrong-state": CLOSE.forbidden,
	"not-found": CLOSE.notFound,
	/** An erased workshop: its documents are gone for good. */
	ended: CLOSE.notFound,
	"too-large": CLOSE.tooLarge,
	/** These two pass: the client shall try again. */
	full: CLOSE.tooFast,
	"too-many-requests": CLOSE.tooFast,
	unavailable: CLOSE.couldNotLoad,
};

/** The one place where a refusal becomes a close code of the sync socket. */
export function closeCodeOf(refused: RefusalCode): CloseCode {
	return CODES[refused];
}
