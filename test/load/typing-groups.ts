import { setTimeout as sleep } from "node:timers/promises";
import type { Seat } from "./client.ts";
import type { Group } from "./group.ts";

const AT_ONCE = 10;
const PATIENCE_MS = 5_000;
const LOOK_MS = 100;

/** Lets groups in, a few at a time, and resolves when all are in sync. */
export async function enter(
	seats: readonly (readonly Seat[])[],
	open: (seats: readonly Seat[]) => Group,
): Promise<Group[]> {
	const groups: Group[] = [];
	for (let from = 0; from < seats.length; from += AT_ONCE) {
		const some = seats.slice(from, from + AT_ONCE).map(open);
		await Promise.all(some.map((group) => group.ready()));
		groups.push(...some);
	}
	return groups;
}

/** Waits until every keystroke has arrived everywhere, or nothing moves any more. Returns how many are missing. */
export async function drained(groups: readonly Group[]): Promise<number> {
	const missing = () => groups.reduce((sum, group) => sum + group.missing(), 0);
	let last = missing();
	for (let still = 0; last > 0 && still < PATIENCE_MS; still += LOOK_MS) {
		await sleep(LOOK_MS);
		const now = missing();
		if (now !== last) still = 0;
		last = now;
	}
	return last + groups.reduce((sum, group) => sum + group.gaps, 0);
}
