import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import { decodeKeystroke } from "./keystroke.ts";
import type { SyncLimits } from "./limits.ts";
import { type DecodedUpdate, decodeUpdate, TooManyStructs } from "./update-decode.ts";

export type CheckLimits = Pick<SyncLimits, "updateBytes" | "catchUpBytes" | "structsPerUpdate">;

/** Whether an update says nothing at all, as the first answer of nearly everybody who opens a sheet. */
export function isEmptyUpdate(update: Uint8Array): boolean {
	return update.length === 2 && update[0] === 0 && update[1] === 0;
}

/**
 * All that can be said of an update without knowing the document: its size, that it is a sound V1 update, and that it
 * uses only top-level names that the worksheet has.
 */
export function checkUpdate(
	update: Uint8Array,
	kind: "step2" | "update",
	isAllowedName: (name: string) => boolean,
	limits: CheckLimits,
): Result<DecodedUpdate> {
	if (update.length > (kind === "step2" ? limits.catchUpBytes : limits.updateBytes)) {
		return refusal("too-large", "update too large");
	}
	const decoded = decode(update, limits.structsPerUpdate);
	if (!decoded.ok) {
		return decoded;
	}
	for (const name of decoded.value.names) {
		if (!isAllowedName(name)) {
			return refusal("malformed", "a name that the worksheet does not have");
		}
	}
	return decoded;
}

function decode(update: Uint8Array, structs: number): Result<DecodedUpdate> {
	try {
		return accepted(decodeKeystroke(update) ?? decodeUpdate(update, structs));
	} catch (error) {
		// Yjs and lib0 throw whatever comes to hand on bytes they cannot read; all of it means the same.
		return error instanceof TooManyStructs
			? refusal("too-large", "too many structs in one update")
			: refusal("malformed", "not a Yjs update in the V1 encoding");
	}
}
