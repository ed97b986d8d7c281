import { timingSafeEqual } from "node:crypto";
import { parseRecoveryCode } from "../../worksheets/contract/ids.ts";
import type { Random } from "../random.ts";
import type { Tokens } from "./tokens.ts";

/** By what the store knows a workshop's recovery code: another workshop's is another, and none is a token. */
function recoveryHash(tokens: Tokens, workshopId: string, code: string): Uint8Array {
	return tokens.hash(`recovery ${workshopId} ${code}`);
}

/** A new recovery code, bare and to be shown once, and what the store keeps of it. */
export function issueRecoveryCode(
	tokens: Tokens,
	random: Random,
	workshopId: string,
): { code: string; hash: Uint8Array } {
	const code = random.recoveryCode();
	return { code, hash: recoveryHash(tokens, workshopId, code) };
}

/** Whether what somebody typed is the code of which the store holds `hash`; how long that takes tells nothing. */
export function isRecoveryCode(tokens: Tokens, workshopId: string, typed: string, hash: Uint8Array | null): boolean {
	const code = parseRecoveryCode(typed);
	if (code === null || hash === null) return false;
	return timingSafeEqual(recoveryHash(tokens, workshopId, code), hash);
}
