import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { lookups } from "./lookups.ts";
import type { HelpState, MessageState, SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

/** The oldest messages make room: a session is written anew with every command and must stay small. */
const MESSAGES_KEPT = 200;

/** Somebody who steers speaks to all, or to one group. */
export function broadcast(
	state: SessionState,
	command: Extract<Command, { type: "broadcast" }>,
	{ role }: Pick<Actor, "role">,
	{ now, newId }: Context,
): Decision {
	if (command.group !== undefined && !lookups(state).groups.has(command.group)) return refusal("not-found", "group");
	const message: MessageState = {
		id: newId(),
		text: command.text,
		...(command.group === undefined ? {} : { group: command.group }),
		at: now,
		by: role === "cofacilitator" ? role : "facilitator",
		pinned: true,
	};
	return step(
		{ ...state, messages: [...state.messages, message].slice(-MESSAGES_KEPT) },
		{ type: "message-sent", message: message.id },
	);
}

/** Takes a message down; it stays among the messages. Unpinning what is not pinned is no mistake. */
export function unpinMessage(state: SessionState, id: string): Decision {
	if (!state.messages.some((message) => message.id === id)) return refusal("not-found", "message");
	return step(
		{
			...state,
			messages: state.messages.map((message) => (message.id === id ? { ...message, pinned: false } : message)),
		},
		{ type: "message-unpinned", message: id },
	);
}

/** A participant calls for help. Calling again says it anew and keeps the place in the line. */
export function raiseHelp(state: SessionState, participant: string, text: string, { now, newId }: Context): Decision {
	const open = state.help.find((call) => call.participant === participant);
	const call: HelpState =
		open === undefined ? { id: newId(), participant, text, since: now, coming: false } : { ...open, text };
	const help = open === undefined ? [...state.help, call] : state.help.map((known) => (known === open ? call : known));
	return step({ ...state, help }, { type: "help-raised", participant });
}

/** „Kommt gleich“: the call stays, and whoever waits knows that somebody is on the way. */
export function answerHelp(state: SessionState, participant: string): Decision {
	if (!state.help.some((call) => call.participant === participant)) return refusal("not-found", "participant");
	return step(
		{
			...state,
			help: state.help.map((call) => (call.participant === participant ? { ...call, coming: true } : call)),
		},
		{ type: "help-answered", participant },
	);
}

/** Takes away the calls of a group's members, of one participant, or one's own. Clearing what is clear is no mistake. */
export function clearHelp(
	state: SessionState,
	{ group, participant }: Extract<Command, { type: "help.clear" }>,
	own: string | undefined,
): Decision {
	const { groups, groupNow, participants } = lookups(state);
	if (group !== undefined && !groups.has(group)) return refusal("not-found", "group");
	if (participant !== undefined && !participants.has(participant)) return refusal("not-found", "participant");
	const whose = participant ?? own;
	if (group === undefined && whose === undefined) return refusal("invalid", "group: whose call?");
	const cleared = state.help.filter((call) =>
		group === undefined ? call.participant === whose : groupNow.get(call.participant) === group,
	);
	return step(
		{ ...state, help: state.help.filter((call) => !cleared.includes(call)) },
		{ type: "help-cleared", participants: cleared.map((call) => call.participant) },
	);
}
