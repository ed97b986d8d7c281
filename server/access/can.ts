import type { Command, CommandType } from "../../worksheets/contract/commands.ts";
import { accepted, type Refusal, type Result, refusal } from "../../worksheets/contract/result.ts";
import { STEERING, steers } from "../../worksheets/contract/roles.ts";
import type { Role } from "../../worksheets/contract/snapshot.ts";
import { shownSheet } from "../../worksheets/contract/spotlight.ts";
import { SYNTHESIS } from "../../worksheets/contract/synthesis.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { lookups } from "../session/lookups.ts";
import { phaseOfFile } from "../session/materials.ts";
import type { DocumentState, SessionState } from "../session/state.ts";
import { isCounted } from "../session/votes.ts";
import type { Actor } from "./actor.ts";

/** Everything that can be asked of a workshop. */
export type Ask =
	| { to: "command"; command: Command }
	/** Open a worksheet's document. */
	| { to: "open"; document: string }
	/** Leave beside a document what came after it was closed. `wrote`: whether the actor has ever written in it. */
	| { to: "add-late"; document: string; wrote: boolean }
	/** See what a document was before („read“), and set it back to that („write“). */
	| { to: "look-back"; document: string }
	/** See what all groups say side by side; how much of it goes by what is shown (session/plenary-views.ts). */
	| { to: "see-plenary" }
	/** Take results along as a file; of which sheets goes by the setting (take-home.ts). */
	| { to: "take-home" }
	/** Upload a file to a phase. */
	| { to: "add-material" }
	/** Have the bytes of an uploaded file. */
	| { to: "open-material"; material: string }
	/** Make another workshop of the same plan. */
	| { to: "copy" }
	/** Say who else comes in by a link, and make a new recovery code. */
	| { to: "admit" }
	/** Let the server play people, and take all of that away again. */
	| { to: "rehearse" }
	/** Delete the workshop with all it holds. */
	| { to: "erase" };

/** How far it goes: `read` where only looking is allowed. */
export type Permission = "write" | "read";

/** Who may send what. A command without a row does not compile; a role without an entry may not. */
export const COMMAND_ROLES: Readonly<Record<CommandType, readonly Role[]>> = {
	"session.start": STEERING,
	"session.end": STEERING,
	"phase.go": STEERING,
	"phase.undo": STEERING,
	"timer.start": STEERING,
	"timer.pause": STEERING,
	"timer.extend": STEERING,
	"timer.follow": STEERING,
	"groups.create": STEERING,
	"groups.assign": STEERING,
	"groups.keep": STEERING,
	"groups.move": STEERING,
	"groups.set": STEERING,
	"groups.seat": STEERING,
	"groups.join": ["participant"],
	"worksheet.lock": STEERING,
	"worksheet.unlock": STEERING,
	"sheets.lock": STEERING,
	"spotlight.show": STEERING,
	"spotlight.hide": STEERING,
	"plenary.show": STEERING,
	"plenary.withdraw": STEERING,
	"recall.start": STEERING,
	"recall.cancel": STEERING,
	"vote.close": STEERING,
	"vote.reopen": STEERING,
	"rating.reveal": [...STEERING, "participant"],
	"rating.reopen": [...STEERING, "participant"],
	"units.reveal": STEERING,
	"units.hide": STEERING,
	broadcast: STEERING,
	"message.unpin": STEERING,
	"help.raise": ["participant"],
	"help.answer": STEERING,
	"help.clear": [...STEERING, "participant"],
	"question.ask": ["participant"],
	"question.clear": [...STEERING, "participant"],
	"participant.back": ["participant"],
	"notes.open": ["participant"],
	"measures.open": STEERING,
	"synthesis.open": STEERING,
	"people.set": ["participant"],
	"turn.pass": ["participant"],
	"participant.mute": STEERING,
	"participant.remove": STEERING,
	"participant.admit": STEERING,
	"names.remove": ["facilitator"],
	"door.set": STEERING,
	"code.renew": STEERING,
	"topic.add": [...STEERING, "participant"],
	"topic.done": STEERING,
	"topic.remove": STEERING,
	"alarm.clear": STEERING,
	"workshop.set": STEERING,
	"plan.add": STEERING,
	"plan.change": STEERING,
	"plan.move": STEERING,
	"plan.remove": STEERING,
	"plan.restore": STEERING,
	"material.remove": STEERING,
};

/**
 * The one place that says who may do what: HTTP, the session's socket, every frame of every sheet, and exports ask here,
 * each time anew. What nobody allowed is refused. Another workshop's things are `not-found`; things of this workshop
 * that are not this actor's are `forbidden`.
 */
export function can(state: SessionState, actor: Actor, ask: Ask): Result<Permission> {
	const inside = isInside(state, actor);
	if (!inside.ok) return inside;
	if (isWaiting(state, actor)) return refusal("forbidden", "not let in yet");
	switch (ask.to) {
		case "command":
			return mayCommand(state, actor, ask.command);
		case "open":
			return mayOpen(state, actor, ask.document);
		case "add-late":
			return mayAddLate(state, actor, ask);
		case "look-back":
			return mayLookBack(state, actor, ask.document);
		case "see-plenary":
			return accepted("read");
		case "take-home":
			return mayTakeHome(state, actor);
		case "add-material":
			return steers(actor.role) ? accepted("write") : refusal("forbidden");
		case "open-material":
			return mayOpenMaterial(state, actor, ask.material);
		case "copy":
		case "admit":
		case "rehearse":
		case "erase":
			return actor.role === "facilitator" ? accepted("write") : refusal("forbidden");
	}
}

/** Who was taken out is told so: their token is good, and opens nothing. Who waits at the door has a seat. */
function isSeated(state: SessionState, participant: string): Result<void> {
	const { participants, removed } = lookups(state);
	if (participants.has(participant)) return accepted(undefined);
	return refusal(removed.has(participant) ? "removed" : "unauthenticated");
}

/** Whether somebody has joined and not been let in yet: nothing of the workshop is for them. */
function isWaiting(state: SessionState, { participantId }: Actor): boolean {
	return participantId !== undefined && lookups(state).participants.get(participantId)?.waiting === true;
}

function isMuted(state: SessionState, { participantId }: Actor): boolean {
	return participantId !== undefined && lookups(state).participants.get(participantId)?.muted === true;
}

/** What everybody reads. A call for help is not among it: the group does not hear one who is muted (view.ts). */
const READ_BY_ALL: readonly CommandType[] = ["topic.add"];

/** Whether somebody who was let in once still is: their seat is there, their link has not been revoked. */
export function isInside(state: SessionState, { workshopId, role, participantId, link }: Actor): Result<void> {
	if (workshopId !== state.workshop.id) return refusal("not-found");
	switch (role) {
		case "participant":
			return isSeated(state, participantId ?? "");
		case "facilitator":
			return (link ?? null) === state.facilitatorLink ? accepted(undefined) : refusal("unauthenticated");
		case "cofacilitator":
		case "observer":
			return state.links.some((one) => one.id === link && one.role === role)
				? accepted(undefined)
				: refusal("unauthenticated");
	}
}

function mayCommand(state: SessionState, actor: Actor, command: Command): Result<Permission> {
	if (!COMMAND_ROLES[command.type].includes(actor.role)) return refusal("forbidden");
	if (READ_BY_ALL.includes(command.type) && isMuted(state, actor)) return refusal("forbidden", "muted");
	return foreignTarget(state, actor, command) ?? accepted("write");
}

/** What is done to a sheet that others share. */
const NEVER_PRIVATE: readonly CommandType[] = [
	"worksheet.lock",
	"worksheet.unlock",
	"spotlight.show",
	"vote.close",
	"vote.reopen",
	"rating.reveal",
	"rating.reopen",
];

/** What those do who may write in the sheet, as long as it is not locked before them. */
const BY_WRITERS: readonly CommandType[] = ["rating.reveal", "rating.reopen"];

/** Who may shorten the time may erase, who takes names cannot give them back, who gives out results answers for it. */
const FACILITATORS_DETAILS = ["retentionDays", "namesAtEnd", "takeHome"] as const;

/**
 * Where the role alone does not decide: a person clears their own group's calls and their own questions, and a private
 * sheet stays private.
 */
function foreignTarget(state: SessionState, actor: Actor, command: Command): Refusal | null {
	const { deviceOf, documents, groupNow, groups, participants } = lookups(state);
	if (NEVER_PRIVATE.includes(command.type) && "document" in command) {
		const document = documents.get(command.document);
		if (document?.scope.kind === "participant") return refusal("forbidden");
		if (document === undefined || steers(actor.role) || !BY_WRITERS.includes(command.type)) return null;
		const mayWrite = !document.locked && permissionFor(state, actor, document) === "write";
		return mayWrite ? null : refusal("forbidden");
	}
	if (command.type === "workshop.set" && actor.role !== "facilitator") {
		const { details } = command;
		const own = FACILITATORS_DETAILS.find((name) => details[name] !== undefined);
		return own === undefined ? null : refusal("forbidden", `details.${own}`);
	}
	if (command.type === "question.clear" && actor.participantId !== undefined) {
		const asked = state.questions.find(({ id }) => id === command.question);
		return asked === undefined || asked.participant === actor.participantId ? null : refusal("forbidden");
	}
	if (command.type === "turn.pass") {
		const owner = documents.get(command.document)?.scope.id ?? "";
		const isOwn = deviceOf.get(owner)?.id === actor.participantId;
		return documents.has(command.document) && !isOwn ? refusal("forbidden") : null;
	}
	if (command.type === "help.clear" && actor.participantId !== undefined) {
		const own = groupNow.get(actor.participantId);
		const { group, participant } = command;
		if (group !== undefined && groups.has(group) && group !== own) return refusal("forbidden");
		const isNeighbour = participant !== undefined && own !== undefined && groupNow.get(participant) === own;
		if (
			participant !== undefined &&
			participants.has(participant) &&
			participant !== actor.participantId &&
			!isNeighbour
		) {
			return refusal("forbidden");
		}
	}
	return null;
}

function mayOpen(state: SessionState, actor: Actor, id: string): Result<Permission> {
	const document = lookups(state).documents.get(id);
	if (document === undefined) return refusal("not-found");
	const permission = permissionFor(state, actor, document);
	if (permission === null) return refusal("forbidden");
	const closed = document.locked || state.workshop.status === "ended" || isCounted(state, document);
	return accepted(closed ? "read" : permission);
}

/**
 * Who wrote in a sheet, or would write in it were it not closed. As long as it is open to them, the words belong into
 * the sheet itself; who only ever reads it has nothing to add beside it.
 */
function mayAddLate(state: SessionState, actor: Actor, ask: Extract<Ask, { to: "add-late" }>): Result<Permission> {
	const document = lookups(state).documents.get(ask.document);
	if (document === undefined) return refusal("not-found");
	if (document.scope.kind !== "participant" && isMuted(state, actor)) return refusal("forbidden", "muted");
	const permission = permissionFor(state, actor, document);
	if (permission !== "write" && !ask.wrote) return refusal("forbidden");
	const opened = mayOpen(state, actor, ask.document);
	return opened.ok && opened.value === "write"
		? refusal("wrong-state", "the sheet can be written in")
		: accepted("write");
}

function mayTakeHome({ workshop }: SessionState, { role }: Actor): Result<Permission> {
	const waits = role === "participant" && workshop.takeHome === "after-end" && workshop.status !== "ended";
	return waits ? refusal("wrong-state", "the facilitator gives out results after the end") : accepted("read");
}

/** Told as its phase's materials are: to those who steer, and to everyone else once the phase was entered. */
function mayOpenMaterial(state: SessionState, { role }: Actor, id: string): Result<Permission> {
	const phase = phaseOfFile(state, id);
	if (phase === undefined) return refusal("not-found");
	const told = steers(role) || phase.enteredAt !== null;
	return told ? accepted("read") : refusal("wrong-state", "its phase has not begun");
}

/** Also for a sheet that is locked: it is how a locked sheet is put right. What is private has no past to look at. */
function mayLookBack(state: SessionState, actor: Actor, id: string): Result<Permission> {
	if (!steers(actor.role)) return refusal("forbidden");
	const document = lookups(state).documents.get(id);
	if (document === undefined) return refusal("not-found");
	if (document.scope.kind === "participant") return refusal("forbidden");
	return accepted(state.workshop.status === "ended" ? "read" : "write");
}

function permissionFor(state: SessionState, actor: Actor, { id, scope, worksheet }: DocumentState): Permission | null {
	switch (scope.kind) {
		case "participant":
			return ownPermission(state, actor, scope.id);
		case "plenary":
			if (steers(actor.role)) return "write";
			return worksheet === SYNTHESIS && !maySeeSynthesis(state, actor, id) ? null : "read";
		case "group":
			if (steers(actor.role)) return "write";
			if (actor.role === "observer") return "read";
			if (isMember(state, actor, scope.id)) return isMuted(state, actor) ? "read" : "write";
			return shownSheet(state.spotlight)?.document === id || worksheetsShownToAll(state).has(worksheet) ? "read" : null;
	}
}

/** Those who steer work on it until they show it; what was shown once, people find among the results. */
function maySeeSynthesis({ spotlight, shown, workshop }: SessionState, { role }: Actor, id: string): boolean {
	if (role === "observer" || shownSheet(spotlight)?.document === id) return true;
	return workshop.status === "ended" && shown.includes(SYNTHESIS);
}

/** A person's own sheet is for the device at which they sit; who has left it takes no further part. */
function ownPermission(state: SessionState, { participantId }: Actor, owner = ""): Permission | null {
	const device = lookups(state).deviceOf.get(owner);
	if (participantId === undefined || device?.id !== participantId) return null;
	return device.people.some(({ id, left }) => id === owner && left) ? "read" : "write";
}

function isMember(state: SessionState, { participantId = "" }: Actor, group = ""): boolean {
	return lookups(state).groups.get(group)?.members.has(participantId) === true;
}

/** Whether a sheet is a group's that this actor is no member of: what groups keep to themselves is not for them. */
export function isOutside(state: SessionState, actor: Actor, { scope }: Pick<DocumentState, "scope">): boolean {
	return scope.kind === "group" && !isMember(state, actor, scope.id);
}

/** Worksheets whose groups' sheets the present phase lays open to everybody; after the end, all that ever were. */
export const worksheetsShownToAll = memoize((state: SessionState): ReadonlySet<string> => {
	const { workshop, currentPhase, history } = state;
	const phases = new Set(workshop.status === "ended" ? history.map((entry) => entry.phase) : [currentPhase]);
	const sheets = state.phases.filter((phase) => phases.has(phase.id)).flatMap((phase) => phase.sheets);
	const shown = sheets.filter((sheet) => sheet.scope === "group" && sheet.readOnly === true);
	return new Set(shown.map((sheet) => sheet.worksheet));
});
