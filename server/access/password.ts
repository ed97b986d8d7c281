import { createHash, timingSafeEqual } from "node:crypto";

/** Compares without telling by its duration how much was right. */
export function samePassword(given: string, expected: string): boolean {
	const digest = (value: string) => createHash("sha256").update(value).digest();
	return timingSafeEqual(digest(given), digest(expected));
}
