import { type CommandAnswer, commandAnswerSchema } from "../../worksheets/contract/command-answer.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { type Actor, authorOf } from "../access/actor.ts";
import { asError } from "../as-error.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { Storage, StoredCommand } from "../storage/storage.ts";
import { parseCommand, refusedAnswer } from "./answers.ts";
import { type Counting, isClosing } from "./counting.ts";
import type { LiveSession } from "./live-session.ts";
import { decide } from "./machine.ts";
import type { SessionCache } from "./session-cache.ts";
import type { Context, Decision } from "./step.ts";

export interface ExecutionOptions {
	storage: Storage;
	clock: Clock;
	logger: Logger;
	cache: SessionCache;
	newContext: (session: LiveSession) => Context;
	/** Where votes and ratings are counted. */
	counting: Counting;
	/** Called after each accepted command. */
	changed: (workshopId: string) => void;
}

/**
 * Carries out a command as it came in. The answer exists only once the effect, and the answer itself, are durable: the
 * same id again finds that answer, also after a restart. If the store is away nothing has happened, and the same
 * command may be sent again.
 */
export function createExecution({ storage, clock, logger, cache, newContext, changed, counting }: ExecutionOptions) {
	return async function execute(actor: Actor, input: unknown): Promise<CommandAnswer> {
		const parsed = parseCommand(input);
		if (!parsed.ok) return refusedAnswer(parsed);
		const { id, command } = parsed.value;
		const hold = await cache.hold(actor.workshopId);
		if (!hold.ok) return refusedAnswer(hold);
		const { session, release } = hold.value;
		try {
			return await session.queue(() => once(session, actor, id, command));
		} catch (error) {
			logger.error("a command could not be carried out", { type: command.type, error: asError(error) });
			return refusedAnswer(refusal("unavailable"));
		} finally {
			release();
		}
	};

	async function once(session: LiveSession, actor: Actor, id: string, command: Command): Promise<CommandAnswer> {
		if (session.erased) return refusedAnswer(refusal("ended"));
		const known = await storage.findCommand(session.id, id);
		if (known !== null) {
			if (known.actor !== authorOf(actor)) return refusedAnswer(refusal("invalid", "id: used before"));
			return commandAnswerSchema.parse(JSON.parse(known.answer));
		}
		const stored = (answer: CommandAnswer): StoredCommand => ({
			id,
			actor: authorOf(actor),
			answer: JSON.stringify(answer),
			at: clock.now(),
		});
		const decision = await decided(session, actor, command);
		if (!decision.ok) {
			const answer = refusedAnswer(decision);
			await storage.saveSession({ workshopId: session.id, version: session.version, command: stored(answer) });
			return answer;
		}
		await session.commit(decision, { command: (version) => stored({ ok: true, version }) });
		changed(session.id);
		if (decision.facts.some(({ type }) => type === "names-changed")) await scrub();
		logger.debug("command carried out", { type: command.type, version: session.version });
		return { ok: true, version: session.version };
	}

	/** Former names must not outlive their change in unused parts of the files. Where it fails, the hourly job does it a day after the end. */
	async function scrub(): Promise<void> {
		await storage.scrub().catch((error: unknown) => {
			logger.error("names that were changed could not be taken out of the files yet", { error: asError(error) });
		});
	}

	/** What the machine makes of a command; what people answer each for themselves is closed first, and then counted. */
	async function decided(session: LiveSession, actor: Actor, command: Command): Promise<Decision> {
		const decision = decide(session.state, command, actor, newContext(session));
		if (!decision.ok || !isClosing(command)) return decision;
		const count = await counting.prepare(session, command);
		if (count === null) return refusal("wrong-state", "there is nothing to count");
		// From here on nobody can vote: what is counted is what stands in the sheets, and what their owners see.
		await session.commit(decision, {});
		changed(session.id);
		return decide(session.state, await count(), actor, newContext(session));
	}
}
