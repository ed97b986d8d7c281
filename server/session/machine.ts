import type { Command } from "../../worksheets/contract/commands.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import type { Actor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { endSession, goToPhase, startSession, undoPhase } from "./agenda.ts";
import { clearAlarm, raiseAlarm } from "./alarms.ts";
import { answerHelp, broadcast, clearHelp, raiseHelp, unpinMessage } from "./conversation.ts";
import { mayFollowTheEnd as detailsMayFollow, setDetails } from "./details.ts";
import { openDocuments } from "./documents.ts";
import { assignGroups, createGroups, joinGroup, keepGroups, moveParticipant, setGroup } from "./groupings.ts";
import { addLink, removeLink, renewFacilitator } from "./links.ts";
import { lockSheets, setLock } from "./locks.ts";
import { addMaterial, removeMaterial } from "./materials.ts";
import { openMeasures } from "./measures.ts";
import { removeNames } from "./names.ts";
import { openNotes } from "./notes.ts";
import { admitParticipant, muteParticipant, removeParticipant, renewCode, setDoor } from "./order.ts";
import { joinWorkshop, returnFromBreak } from "./people.ts";
import { changePhase } from "./phase-change.ts";
import { addPhase, movePhase, removePhase, restorePhase } from "./plan.ts";
import { askQuestion, clearQuestion } from "./questions.ts";
import { cancelRecall, carryOutRecall, startRecall } from "./recall.ts";
import { beginRehearsal, endRehearsal } from "./rehearsal.ts";
import { publishRatings, reopenRatings, revealRatings } from "./reveals.ts";
import { seatPeople } from "./seats.ts";
import { hideSpotlight, showSpotlight, showView, withdrawView } from "./spotlight.ts";
import type { SessionState } from "./state.ts";
import type { Context, Decision, SessionCommand } from "./step.ts";
import { openSynthesis } from "./synthesis.ts";
import { passTurn, setPeople } from "./table.ts";
import { extendTimer, followTimer, pauseTimer, startTimer } from "./timer.ts";
import { addTopic, removeTopic, setTopicDone } from "./topics.ts";
import { hideUnits, publishUnits, revealUnits } from "./units.ts";
import { closeVote, publishVote, reopenVote } from "./votes.ts";

/**
 * The session's pure machine: whether this actor may do this now, and what the workshop is afterwards. The same
 * arguments give the same decision; the given state is never changed.
 */
export function decide(state: SessionState, command: SessionCommand, actor: Actor, context: Context): Decision {
	if (!isServers(command)) {
		const allowed = can(state, actor, { to: "command", command });
		if (!allowed.ok) return allowed;
	}
	if (state.workshop.status === "ended" && !mayFollowTheEnd(command)) return refusal("ended");
	const decision = transition(state, command, actor, context);
	if (!decision.ok) return decision;
	const opened = openDocuments(decision.state, context);
	return { ok: true, state: opened.state, facts: [...decision.facts, ...opened.facts] };
}

/** A seat is asked for by whoever has the code, who is no actor of this workshop yet; the rest is the server's own. */
const SERVERS: readonly SessionCommand["type"][] = [
	"participant.join",
	"alarm.raise",
	"recall.due",
	"vote.publish",
	"rating.publish",
	"units.publish",
	"link.add",
	"link.remove",
	"facilitator.renew",
	"rehearsal.begin",
	"rehearsal.end",
	"material.add",
];

/** Results are looked at for weeks after the end: who may do so can still be changed. What was a rehearsal is none. */
const ALSO_AFTER_THE_END: readonly SessionCommand["type"][] = [
	"units.reveal",
	"units.publish",
	"units.hide",
	"plenary.withdraw",
	"names.remove",
	"material.remove",
	"link.add",
	"link.remove",
	"facilitator.renew",
	"rehearsal.end",
];

function isServers(command: SessionCommand): command is Exclude<SessionCommand, Command> {
	return SERVERS.includes(command.type);
}

function mayFollowTheEnd(command: SessionCommand): boolean {
	if (ALSO_AFTER_THE_END.includes(command.type)) return true;
	return command.type === "workshop.set" && detailsMayFollow(command.details);
}

function transition(state: SessionState, command: SessionCommand, actor: Actor, context: Context): Decision {
	switch (command.type) {
		case "session.start":
			return startSession(state, context.now);
		case "session.end":
			return endSession(state, context.now);
		case "phase.go":
			return goToPhase(state, command.phase, context.now);
		case "phase.undo":
			return undoPhase(state);
		case "timer.start":
			return startTimer(state, command, context.now);
		case "timer.pause":
			return pauseTimer(state, command, context.now);
		case "timer.extend":
			return extendTimer(state, command, context.now);
		case "timer.follow":
			return followTimer(state, command.group);
		case "groups.create":
			return createGroups(state, command, context);
		case "groups.assign":
			return assignGroups(state, command, context);
		case "groups.keep":
			return keepGroups(state, command.phase);
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
		case "sheets.lock":
			return lockSheets(state, command);
		case "spotlight.show":
			return showSpotlight(state, command);
		case "spotlight.hide":
			return hideSpotlight(state);
		case "plenary.show":
			return showView(state, command, context);
		case "plenary.withdraw":
			return withdrawView(state, command);
		case "recall.start":
			return startRecall(state, command, context.now);
		case "recall.cancel":
			return cancelRecall(state);
		case "recall.due":
			return carryOutRecall(state, context.now);
		case "vote.close":
			return closeVote(state, command.document);
		case "vote.publish":
			return publishVote(state, command);
		case "vote.reopen":
			return reopenVote(state, command.document);
		case "rating.reveal":
			return revealRatings(state, command, context);
		case "rating.publish":
			return publishRatings(state, command);
		case "rating.reopen":
			return reopenRatings(state, command);
		case "units.reveal":
			return revealUnits(state, context);
		case "units.publish":
			return publishUnits(state, command);
		case "units.hide":
			return hideUnits(state);
		case "broadcast":
			return broadcast(state, command, actor, context);
		case "message.unpin":
			return unpinMessage(state, command.message);
		case "help.raise":
			return asParticipant(actor, (participant) => raiseHelp(state, participant, command.text ?? "", context));
		case "help.answer":
			return answerHelp(state, command.participant);
		case "help.clear":
			return clearHelp(state, command, actor.participantId);
		case "question.ask":
			return asParticipant(actor, (participant) => askQuestion(state, participant, command.text, context));
		case "question.clear":
			return clearQuestion(state, command.question);
		case "participant.back":
			return asParticipant(actor, (participant) => returnFromBreak(state, participant));
		case "notes.open":
			return asParticipant(actor, (participant) => openNotes(state, participant, context));
		case "measures.open":
			return openMeasures(state, context);
		case "synthesis.open":
			return openSynthesis(state, context);
		case "people.set":
			return asParticipant(actor, (participant) => setPeople(state, participant, command, context));
		case "turn.pass":
			return asParticipant(actor, (participant) => passTurn(state, participant, command));
		case "participant.mute":
			return muteParticipant(state, command);
		case "participant.remove":
			return removeParticipant(state, command.participant, context);
		case "participant.admit":
			return admitParticipant(state, command.participant);
		case "names.remove":
			return removeNames(state);
		case "door.set":
			return setDoor(state, command);
		case "code.renew":
			return renewCode(state, context);
		case "topic.add":
			return addTopic(state, actor.participantId ?? null, command.text, context);
		case "topic.done":
			return setTopicDone(state, command);
		case "topic.remove":
			return removeTopic(state, command.topic);
		case "workshop.set":
			return setDetails(state, command.details, context);
		case "plan.add":
			return addPhase(state, command, context);
		case "plan.change":
			return changePhase(state, command, context);
		case "plan.move":
			return movePhase(state, command);
		case "plan.remove":
			return removePhase(state, command.phase);
		case "material.add":
			return addMaterial(state, command);
		case "material.remove":
			return removeMaterial(state, command.material);
		case "plan.restore":
			return restorePhase(state, command.phase);
		case "alarm.raise":
			return raiseAlarm(state, command, context);
		case "alarm.clear":
			return clearAlarm(state, command.document);
		case "link.add":
			return addLink(state, command, context);
		case "link.remove":
			return removeLink(state, command.link);
		case "facilitator.renew":
			return renewFacilitator(state, command.link);
		case "rehearsal.begin":
			return beginRehearsal(state, context.now);
		case "rehearsal.end":
			return endRehearsal(state);
		case "participant.join":
			return joinWorkshop(state, command, context);
		default:
			return command satisfies never;
	}
}

function asParticipant(actor: Actor, act: (participant: string) => Decision): Decision {
	return actor.participantId === undefined ? refusal("forbidden") : act(actor.participantId);
}
