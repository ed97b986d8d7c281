import { spokenRecoveryCode } from "../../worksheets/contract/ids.ts";
import type { LinkRole, LinkView } from "../../worksheets/contract/links.ts";
import { accepted, type Result, refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { isRecoveryCode, issueRecoveryCode } from "../access/recovery.ts";
import type { Tokens } from "../access/tokens.ts";
import { attemptWrite } from "./attempt-write.ts";
import { workshopIdOf } from "./by-code.ts";
import type { SessionsOptions } from "./config.ts";
import type { Extras, LiveSession } from "./live-session.ts";
import { decide } from "./machine.ts";
import type { SessionCache } from "./session-cache.ts";
import type { AccessCommand, Context } from "./step.ts";

interface NewLink {
	id: string;
	role: LinkRole;
	label: string;
	createdAt: number;
	/** Shown once. */
	token: string;
}

/** The ways in beside the join code. All but `recover` are the facilitator's; every secret is shown once. */
export interface Entrances {
	/** Refused `forbidden`, `full` or `unavailable`. */
	addLink(actor: Actor, input: { role: LinkRole; label: string }): Promise<Result<NewLink>>;
	links(actor: Actor): Promise<Result<LinkView[]>>;
	/** Ends a link for good: what has come in by it is put out. Refused `forbidden`, `not-found` or `unavailable`. */
	removeLink(actor: Actor, link: string): Promise<Result<void>>;
	/** A new recovery code, as it is to be written down; the one before opens nothing any more. */
	renewRecoveryCode(actor: Actor): Promise<Result<string>>;
	/**
	 * A new secret for the facilitator, in the place of all they had. Refused `not-found` (no such workshop),
	 * `unauthenticated` (not its recovery code) or `unavailable`.
	 */
	recover(code: string, recoveryCode: string): Promise<Result<{ id: string; facilitatorToken: string }>>;
}

export function createEntrances(
	{ storage, clock, random, logger }: SessionsOptions,
	tokens: Tokens,
	cache: SessionCache,
	newContext: (session: LiveSession) => Context,
	changed: (workshopId: string) => void,
): Entrances {
	/** Within the session's queue, once the facilitator is known to be the one who asks. */
	function asFacilitator<Value>(
		actor: Actor,
		act: (session: LiveSession) => Promise<Result<Value>>,
	): Promise<Result<Value>> {
		return cache.use(actor.workshopId, (session) =>
			session.queue(async () => {
				if (session.erased) return refusal("ended");
				const allowed = can(session.state, actor, { to: "admit" });
				return allowed.ok ? act(session) : allowed;
			}),
		);
	}

	/** Stores a change of who may come in together with its secrets, and tells everybody whose rights it changes. */
	async function carryOut(session: LiveSession, command: AccessCommand, extras: Extras): Promise<Result<void>> {
		const decision = decide(
			session.state,
			command,
			{ workshopId: session.id, role: "facilitator" },
			newContext(session),
		);
		if (!decision.ok) return decision;
		const stored = await attemptWrite(session.commit(decision, extras), logger, "an entrance could not be changed");
		if (!stored.ok) return stored;
		changed(session.id);
		return accepted(undefined);
	}

	return {
		addLink: (actor, { role, label }) =>
			asFacilitator(actor, async (session) => {
				const id = random.id();
				const { secret, hash } = tokens.issue();
				const createdAt = clock.now();
				const token = { hash, workshopId: session.id, role, participantId: null, linkId: id, createdAt };
				const added = await carryOut(session, { type: "link.add", id, role, label }, { tokens: [token] });
				return added.ok ? accepted({ id, role, label, createdAt, token: secret }) : added;
			}),

		links: (actor) =>
			cache.use(actor.workshopId, async ({ state }) => {
				const allowed = can(state, actor, { to: "admit" });
				if (!allowed.ok) return allowed;
				const used = await storage.linksUsed(actor.workshopId);
				return accepted(state.links.map((link) => ({ ...link, lastUsedAt: used.get(link.id) ?? null })));
			}),

		removeLink: (actor, id) =>
			asFacilitator(actor, async (session) => {
				const link = session.state.links.find((one) => one.id === id);
				if (link === undefined) return refusal("not-found");
				const revoke = { role: link.role, linkId: id, at: clock.now() };
				return carryOut(session, { type: "link.remove", link: id }, { revoke });
			}),

		renewRecoveryCode: (actor) =>
			asFacilitator(actor, async (session) => {
				const { code, hash } = issueRecoveryCode(tokens, random, session.id);
				const write = storage.saveSession({ workshopId: session.id, version: session.version, recoveryHash: hash });
				const stored = await attemptWrite(write, logger, "a recovery code could not be stored");
				return stored.ok ? accepted(spokenRecoveryCode(code)) : stored;
			}),

		async recover(code, recoveryCode) {
			const id = await workshopIdOf(storage, code);
			if (!id.ok) return id;
			return cache.use(id.value, (session) =>
				session.queue(async () => {
					if (session.erased) return refusal("ended");
					const hash = await storage.recoveryHash(session.id);
					if (!isRecoveryCode(tokens, session.id, recoveryCode, hash)) return refusal("unauthenticated");
					const link = random.id();
					const token = tokens.issue();
					const at = clock.now();
					const role = "facilitator";
					const renewed = await carryOut(
						session,
						{ type: "facilitator.renew", link },
						{
							revoke: { role, linkId: session.state.facilitatorLink, at },
							tokens: [
								{ hash: token.hash, workshopId: session.id, role, participantId: null, linkId: link, createdAt: at },
							],
						},
					);
					return renewed.ok ? accepted({ id: session.id, facilitatorToken: token.secret }) : renewed;
				}),
			);
		},
	};
}
