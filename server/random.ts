import { randomBytes, randomInt } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH, RECOVERY_CODE_LENGTH } from "../worksheets/contract/ids.ts";

/** Chance as an argument: ids, codes, secrets and seeds. */
export interface Random {
	/** 128 random bits in base64url, 22 characters. */
	id(): string;
	/** A capability: 256 random bits in base64url, 43 characters. */
	secret(): string;
	/** A join code, bare. */
	code(): string;
	/** A recovery code, bare. */
	recoveryCode(): string;
	/** A seed for the session machine's own generator: an unsigned 32-bit integer. */
	seed(): number;
}

export const systemRandom: Random = {
	id: () => randomBytes(16).toString("base64url"),
	secret: () => randomBytes(32).toString("base64url"),
	code: () => spoken(CODE_LENGTH),
	recoveryCode: () => spoken(RECOVERY_CODE_LENGTH),
	seed: () => randomBytes(4).readUInt32LE(),
};

/** Characters that can be read aloud. */
function spoken(length: number): string {
	return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
}
