import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import type { Command } from "../../worksheets/contract/commands.ts";

/** A command with the id that makes it safe to send twice. */
export type Envelope = Command & { id: string };

interface Pending {
	envelope: Envelope;
	answer: (answer: CommandAnswer) => void;
	timeout: ReturnType<typeof setTimeout>;
}

/** Commands whose answer has not come yet. They are sent again, with the same id, on every new connection. */
export interface PendingCommands {
	add(envelope: Envelope): Promise<CommandAnswer>;
	/** An answer arrived; an answer to something unknown or given up is ignored. */
	answered(id: string, answer: CommandAnswer): void;
	envelopes(): readonly Envelope[];
	/** Answers everything that still waits with a refusal. */
	giveUp(): void;
}

const NO_ANSWER: CommandAnswer = {
	ok: false,
	error: { code: "unavailable", message: "The server has not answered." },
};

/** `timeoutMs`: how long a person waits before being told that it did not work. */
export function createPendingCommands(timeoutMs: number): PendingCommands {
	const waiting = new Map<string, Pending>();

	function answered(id: string, answer: CommandAnswer): void {
		const pending = waiting.get(id);
		if (pending === undefined) return;
		waiting.delete(id);
		clearTimeout(pending.timeout);
		pending.answer(answer);
	}

	return {
		add: (envelope) =>
			new Promise((resolve) => {
				const timeout = setTimeout(() => answered(envelope.id, NO_ANSWER), timeoutMs);
				waiting.set(envelope.id, { envelope, answer: resolve, timeout });
			}),
		answered,
		envelopes: () => [...waiting.values()].map((pending) => pending.envelope),
		giveUp() {
			for (const id of [...waiting.keys()]) answered(id, NO_ANSWER);
		},
	};
}
