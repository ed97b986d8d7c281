import type { Role } from "./snapshot.ts";

/** Those whom the workshop is in the hands of. */
export const STEERING: readonly Role[] = ["facilitator", "cofacilitator"];

export function steers(role: Role): boolean {
	return STEERING.includes(role);
}
