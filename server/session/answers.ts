import type { CommandAnswer } from "../../worksheets/contract/command-answer.ts";
import {
	COMMAND_TYPES,
	type Command,
	commandEnvelopeSchema,
	commandSchema,
} from "../../worksheets/contract/commands.ts";
import type { RefusalCode } from "../../worksheets/contract/refusals.ts";
import { accepted, type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";

/** What a refused command's answer says to whoever reads it; the interface has sentences of its own by code. */
const SENTENCES: Readonly<Record<RefusalCode, string>> = {
	malformed: "This is not a command.",
	invalid: "The command has the wrong shape.",
	"unknown-command": "There is no command of this type.",
	unauthenticated: "The token is missing, unknown or revoked.",
	forbidden: "This token may not do that.",
	"door-closed": "The door of this workshop is closed.",
	removed: "This person was taken out of the workshop.",
	"foreign-origin": "The connection came from another site.",
	"not-found": "There is no such thing in this workshop.",
	"wrong-state": "This is not possible in the present state of the session.",
	full: "Every seat of this workshop is taken.",
	ended: "The workshop has ended or was deleted.",
	"too-large": "The command is too large.",
	"too-many-requests": "Too many commands at once; wait a moment.",
	unavailable: "The store is away; try again.",
};

export function refusedAnswer({ refused, detail }: Refusal): CommandAnswer {
	const sentence = SENTENCES[refused];
	return {
		ok: false,
		error: { code: refused, message: detail === undefined ? sentence : `${sentence} (${detail})` },
	};
}

/** Reads what came in as a command; names the first field that is wrong. */
export function parseCommand(input: unknown): Result<{ id: string; command: Command }> {
	if (typeof input !== "object" || input === null || Array.isArray(input)) return refusal("malformed");
	const envelope = commandEnvelopeSchema.safeParse(input);
	if (!envelope.success) return invalid(envelope.error);
	if (!COMMAND_TYPES.some((type) => type === envelope.data.type)) return refusal("unknown-command");
	const command = commandSchema.safeParse(input);
	return command.success ? accepted({ id: envelope.data.id, command: command.data }) : invalid(command.error);
}

function invalid(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }): Refusal {
	const [issue] = error.issues;
	return refusal("invalid", issue && `${issue.path.join(".") || "command"}: ${issue.message}`);
}
