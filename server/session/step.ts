import type { RatingResult } from "../../worksheets/assessment/rating-result.ts";
import type { CountedSheet, UnitRatings } from "../../worksheets/assessment/units.ts";
import type { VoteResult } from "../../worksheets/assessment/vote-result.ts";
import type { Command } from "../../worksheets/contract/commands.ts";
import type { LinkRole } from "../../worksheets/contract/links.ts";
import type { MaterialFile } from "../../worksheets/contract/materials.ts";
import type { Refusal } from "../../worksheets/contract/result.ts";
import type { Timer } from "../../worksheets/contract/snapshot.ts";
import type { Worksheet } from "../../worksheets/schema/worksheet.ts";
import type { DocumentState, SessionState } from "./state.ts";

/** What the machine knows of the world: all of it given, none of it looked up. */
export interface Context {
	/** Epoch milliseconds. */
	now: number;
	/** The next number in [0, 1) of a seeded generator. */
	random(): number;
	/** A fresh id (contract/ids.ts). */
	newId(): string;
	/** A fresh join code (contract/ids.ts). */
	newCode(): string;
	bounds: { retentionDays: number };
	/** The worksheet that this workshop works with, or could: its own copy, else the library's. */
	worksheet(id: string): Worksheet | undefined;
}

/** Somebody with the code takes a seat; comes from the join page, never from a socket. */
export interface ParticipantJoin {
	type: "participant.join";
	/** The id the new participant gets. */
	id: string;
	name: string;
	organisation?: string | undefined;
	/** Those at the device, by name, where there are several; an empty name becomes a number. */
	people?: readonly { name: string }[] | undefined;
	/** Played by the server in a rehearsal. */
	simulated?: boolean;
}

/** The workshop is rehearsed from now on, or is as it was before; comes from its own call, never from a socket. */
interface Rehearsal {
	type: "rehearsal.begin" | "rehearsal.end";
}

/** A sheet's room saw most of the sheet go; comes from there, never from a socket. */
export interface AlarmRaise {
	type: "alarm.raise";
	document: string;
	/** When it went, and the last moment before. */
	at: number;
	before: number;
}

/** The time of a recall is up; comes from the server's clock, never from a socket. */
interface RecallDue {
	type: "recall.due";
}

/** A file has been stored, and a phase is to offer it; comes from its upload, never from a socket. */
export interface MaterialAdd {
	type: "material.add";
	phase: string;
	label: string;
	file: MaterialFile;
}

/** What a vote that is closed came to; counted by the server, never sent by a socket. */
export interface VotePublish {
	type: "vote.publish";
	document: string;
	result: VoteResult;
}

/** What ratings that are revealed came to; counted by the server, never sent by a socket. */
export interface RatingPublish {
	type: "rating.publish";
	document: string;
	question: string;
	result: RatingResult;
	/** Whose ratings it is made of, so that nothing is told later that gives one of them away. */
	counted: CountedSheet[];
}

/** What the people of each unit have rated; counted by the server, never sent by a socket. */
export interface UnitsPublish {
	type: "units.publish";
	result: UnitRatings[];
}

/** Somebody else is let in by a link; its secret never comes here. */
interface LinkAdd {
	type: "link.add";
	/** The id the new link gets. */
	id: string;
	role: LinkRole;
	label: string;
}

/** A link opens nothing any more. */
interface LinkRemove {
	type: "link.remove";
	link: string;
}

/** The facilitator came back by the recovery code: what opened the workshop for them before no longer does. */
interface FacilitatorRenew {
	type: "facilitator.renew";
	link: string;
}

/** Who may come in; asked for over HTTP, where secrets are made, and never by a socket. */
export type AccessCommand = LinkAdd | LinkRemove | FacilitatorRenew;

export type SessionCommand =
	| Command
	| ParticipantJoin
	| AlarmRaise
	| RecallDue
	| VotePublish
	| RatingPublish
	| UnitsPublish
	| AccessCommand
	| MaterialAdd
	| Rehearsal;

/** What happened, for whoever acts upon it. What people get to see is computed from their views (facts.ts). */
export type DomainFact =
	| { type: "session-started" }
	| { type: "session-ended" }
	| { type: "phase-entered"; phase: string }
	| { type: "phase-undone"; phase: string }
	| { type: "timer-set"; timer: Timer; group?: string | undefined }
	| { type: "grouping-created"; grouping: string; phase: string }
	| { type: "grouping-assigned"; grouping: string }
	| { type: "grouping-kept"; phase: string }
	| { type: "group-set"; group: string }
	| { type: "participant-joined"; participant: string }
	| { type: "participant-moved"; participant: string; group: string | null }
	| { type: "document-opened"; document: DocumentState }
	| { type: "document-locked"; document: string; locked: boolean }
	| { type: "spotlight-set"; document: string | null }
	| { type: "plenary-shown"; worksheet: string }
	| { type: "plenary-withdrawn"; worksheet: string }
	| { type: "recall-set"; phase: string | null }
	| { type: "vote-closed"; document: string }
	| { type: "vote-published"; document: string }
	| { type: "vote-reopened"; document: string }
	| { type: "ratings-revealed"; document: string; question: string }
	| { type: "ratings-published"; document: string; question: string }
	| { type: "ratings-reopened"; document: string; question: string }
	| { type: "units-revealed" }
	| { type: "units-published" }
	| { type: "units-hidden" }
	| { type: "message-sent"; message: string }
	| { type: "message-unpinned"; message: string }
	| { type: "help-raised"; participant: string }
	| { type: "help-answered"; participant: string }
	| { type: "help-cleared"; participants: readonly string[] }
	| { type: "question-asked"; question: string }
	| { type: "question-cleared"; question: string }
	| { type: "participant-back"; participant: string }
	| { type: "people-set"; participant: string }
	| { type: "turn-passed"; document: string }
	| { type: "participant-muted"; participant: string; muted: boolean }
	| { type: "participant-removed"; participant: string }
	| { type: "participants-admitted"; participants: readonly string[] }
	| { type: "door-set" }
	| { type: "code-renewed" }
	| { type: "topic-added"; topic: string }
	| { type: "topic-set"; topic: string }
	| { type: "topic-removed"; topic: string }
	| { type: "alarm-raised"; document: string }
	| { type: "alarm-cleared"; document: string }
	| { type: "link-added"; link: string }
	| { type: "link-removed"; link: string }
	| { type: "facilitator-renewed" }
	| { type: "details-set" }
	| { type: "names-changed" }
	| { type: "rehearsal-begun" }
	/** All sheets are gone but those that are kept, and these people. */
	| { type: "rehearsal-wiped"; participants: readonly string[]; kept: readonly string[] }
	| { type: "phase-added"; phase: string }
	| { type: "phase-changed"; phase: string }
	| { type: "phase-moved"; phase: string }
	| { type: "phase-removed"; phase: string }
	| { type: "phase-restored"; phase: string };

/** A step of the machine: the next state with what happened, or a reason why not. */
export type Decision = { ok: true; state: SessionState; facts: readonly DomainFact[] } | Refusal;

export function step(state: SessionState, ...facts: DomainFact[]): Decision {
	return { ok: true, state, facts };
}
