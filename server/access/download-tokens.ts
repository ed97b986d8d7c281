import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Clock } from "../clock.ts";
import { type Actor, shareOf } from "./actor.ts";
import type { Tokens } from "./tokens.ts";

const LIFE_MS = 60_000;
/** Of one participant, or of one link. */
const MOST_OF_ONE = 20;
const MOST = 10_000;

interface Ticket {
	actor: Actor;
	target: string;
	expiresAt: number;
}

export interface DownloadTokens {
	/** A secret that opens one file once, for a minute. Refused `too-many-requests` where many are open already. */
	issue(actor: Actor, target: string): Result<{ secret: string; expiresAt: number }>;
	/**
	 * Who asks for that file with that secret. Refused `unauthenticated` where it is unknown, used, too old, or another
	 * workshop's or file's; whatever it was good for, it is good for nothing afterwards. `look`: only looked at.
	 */
	redeem(secret: string, target: string, options?: { look?: boolean }): Result<Actor>;
}

/**
 * Links that work without a cookie, for a viewer that a browser hands them to. What they open is checked anew when they
 * are used: the ticket says who asked, not what they may. Kept in memory alone, by hash; a restart ends them all.
 */
export function createDownloadTokens(tokens: Tokens, clock: Clock): DownloadTokens {
	const tickets = new Map<string, Ticket>();
	const keyOf = (hash: Uint8Array) => Buffer.from(hash).toString("base64");

	function dropOld(): void {
		const now = clock.now();
		// In the order in which they were made: the first that is good ends the search.
		for (const [key, { expiresAt }] of tickets) {
			if (expiresAt > now) return;
			tickets.delete(key);
		}
	}

	return {
		issue(actor, target) {
			dropOld();
			const isTheirs = (ticket: Ticket) =>
				ticket.actor.workshopId === actor.workshopId && shareOf(ticket.actor) === shareOf(actor);
			const theirs = [...tickets.values()].filter(isTheirs).length;
			if (theirs >= MOST_OF_ONE || tickets.size >= MOST) return refusal("too-many-requests", "download tokens");
			const { secret, hash } = tokens.issue();
			const expiresAt = clock.now() + LIFE_MS;
			tickets.set(keyOf(hash), { actor, target, expiresAt });
			return accepted({ secret, expiresAt });
		},

		redeem(secret, target, { look = false } = {}) {
			dropOld();
			const key = keyOf(tokens.hash(secret));
			const ticket = tickets.get(key);
			if (!look) tickets.delete(key);
			return ticket?.target === target ? accepted(ticket.actor) : refusal("unauthenticated");
		},
	};
}
