import { createHmac } from "node:crypto";
import type { Random } from "../random.ts";

export interface Tokens {
	/** A new secret, to be shown once, and what the store keeps of it. */
	issue(): { secret: string; hash: Uint8Array };
	/** What the store knows a secret by. */
	hash(secret: string): Uint8Array;
}

/** Secrets leave only as HMACs under the instance's key, so a stolen database opens nothing. */
export function createTokens(serverKey: Uint8Array, random: Random): Tokens {
	const hash = (secret: string): Uint8Array => createHmac("sha256", serverKey).update(secret).digest();
	return {
		hash,
		issue() {
			const secret = random.secret();
			return { secret, hash: hash(secret) };
		},
	};
}
