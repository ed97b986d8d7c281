import { refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { endSession, goToPhase, startSession } from "./agenda.ts";
import { clearAlarm, raiseAlarm } from "./alarms.ts";
import { broadcast, clearHelp, raiseHelp } from "./conversation.ts";
import { onlyRetention, setDetails } from "./details.ts";
import { openDocuments, setLock } from "./documents.ts";
import { assignGroups, createGroups, joinGroup, moveParticipant, setGroup } from "./groupings.ts";
import { joinWorkshop } from "./people.ts";
import { seatPeople } from "./seats.ts";
import type { SessionState } from "./state.ts";
import type { Context, Decision, SessionCommand } from "./step.ts";
import { extendTimer, pauseTimer, startTimer } from "./timer.ts";

/**
 * The session's pure machine: whether this actor may do this now, and what the workshop is afterwards. The same
 * arguments give the same decision; the given state is never changed.
 */
export function decide(state: SessionState, command: SessionCommand, actor: Actor, context: Context): Decision {
	// A seat is asked for by whoever has the code, who is no actor of this workshop yet; an alarm comes from the server.
	if (command.type !== "participant.join" && command.type !== "alarm.raise") {
		const allowed = can(state, actor, { to: "command", command });
		if (!allowed.ok) return allowed;
	}
	if (state.workshop.status === "ended" && !mayFollowTheEnd(command)) return refusal("ended");
	const decision = transition(state, command, actor, context);
	if (!decision.ok) return decision;
	const opened = openDocuments(decision.state, context.newId);
	return { ok: true, state: opened.state, facts: [...decision.facts, ...opened.facts] };
}

function mayFollowTheEnd(command: SessionCommand): boolean {
	return command.type === "workshop.set" && onlyRetention(command.details);
}

function transition(state: SessionState, command: SessionCommand, actor: Actor, context: Context): Decision {
	switch (command.type) {
		case "session.start":
			return startSession(state, context.now);
		case "session.end":
			return endSession(state, context.now);
		case "phase.go":
			return goToPhase(state, command.phase, context.now);
		case "timer.start":
			return startTimer(state, command.ms, context.now);
		case "timer.pause":
			return pauseTimer(state, context.now);
		case "timer.extend":
			return extendTimer(state, command.ms, context.now);
		case "groups.create":
			return createGroups(state, command, context);
		case "groups.assign":
			return assignGroups(state, command, context);
		case "groups.move":
			return moveParticipant(state, command);
		case "groups.set":
			return setGroup(state, command);
		case "groups.seat":
			return seatPeople(state, command, context);
		case "groups.join":
			return asParticipant(actor, (participant) => joinGroup(state, command.group, participant));
		case "worksheet.lock":
			return setLock(state, command.document, true);
		case "worksheet.unlock":
			return setLock(state, command.document, false);
		case "broadcast":
			return broadcast(state, command, context);
		case "help.raise":
			return asParticipant(actor, (participant) => raiseHelp(state, participant, command.text ?? "", context));
		case "help.clear":
			return clearHelp(state, command, actor.participantId);
		case "workshop.set":
			return setDetails(state, command.details, context);
		case "alarm.raise":
			return raiseAlarm(state, command, context);
		case "alarm.clear":
			return clearAlarm(state, command.document);
		case "participant.join":
			return joinWorkshop(state, command, context);
		default:
			return command satisfies never;
	}
}

function asParticipant(actor: Actor, act: (participant: string) => Decision): Decision {
	return actor.participantId === undefined ? refusal("forbidden") : act(actor.participantId);
}
