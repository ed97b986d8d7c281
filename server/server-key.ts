import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const BYTES = 32;

/** A key of another length would lock everybody out of their workshops; the message is one line for the operator. */
export class UnusableServerKey extends Error {
	constructor(path: string) {
		super(`${path} does not hold the instance's key of ${BYTES} bytes: restore it from a backup`);
		this.name = "UnusableServerKey";
	}
}

/**
 * The instance's secret, made at the first start and kept in the data folder, readable by its owner only. Tokens are
 * stored as its HMAC, so a stolen database alone opens nothing.
 */
export function loadServerKey(dataDir: string): Uint8Array {
	const path = join(dataDir, "secret");
	try {
		const key = readFileSync(path);
		if (key.length !== BYTES) throw new UnusableServerKey(path);
		return key;
	} catch (cause) {
		if (!(cause instanceof Error && "code" in cause && cause.code === "ENOENT")) throw cause;
	}
	const key = randomBytes(BYTES);
	writeFileSync(path, key, { mode: 0o600, flag: "wx" });
	chmodSync(path, 0o600);
	return key;
}
