import { type Material, materialPath } from "../../worksheets/contract/materials.ts";
import { steers } from "../../worksheets/contract/roles.ts";
import type {
	DocumentProgress,
	DocumentView,
	GroupView,
	HelpCall,
	ParticipantView,
	PhaseView,
	Snapshot,
	WatchedView,
} from "../../worksheets/contract/snapshot.ts";
import { memoize } from "../../worksheets/memoize.ts";
import type { Actor } from "../access/actor.ts";
import { isOutside } from "../access/can.ts";
import { ratingsFor, votesFor } from "./answer-views.ts";
import type { Boards, Presence, Progress } from "./boards.ts";
import { documentsByActor, withLate } from "./document-views.ts";
import { everAt, headsOf } from "./heads.ts";
import { lookups } from "./lookups.ts";
import { expectedNames } from "./seats.ts";
import {
	deleteOn,
	type GroupingState,
	type GroupState,
	type MaterialState,
	type ParticipantState,
	type PhaseState,
	type SessionState,
} from "./state.ts";
import { unitsFor } from "./units.ts";
import { waitingView } from "./waiting-view.ts";
import type { Watched } from "./watch-board.ts";

/** When a view is taken: the session's version and the server's time. */
export interface Moment {
	version: number;
	now: number;
}

/**
 * What this actor gets to see: the only way the session's state leaves the server. What is the same for all is built
 * once per state and shared between the views, so three hundred of them cost little, and so does comparing them.
 */
export function view(
	state: SessionState,
	{ presence, progress, late, ballots, ratings, watched }: Boards,
	actor: Actor,
	moment: Moment,
): Snapshot {
	const self = actor.participantId;
	const person = self === undefined ? undefined : lookups(state).participants.get(self);
	if (person?.waiting) return waitingView(state, person, presence.has(person.id), moment);
	const { version, now } = moment;
	const common = commonParts(state);
	const steering = steers(actor.role);
	const group = self === undefined ? undefined : lookups(state).groupNow.get(self);
	const documents = common.documents(actor);
	return {
		version,
		now,
		you: {
			role: actor.role,
			...(self === undefined ? {} : { participantId: self }),
			...(person === undefined ? {} : { name: person.name }),
			...(person?.muted ? { muted: true as const } : {}),
			...(person === undefined || person.people.length === 0 ? {} : tableView(state, person)),
		},
		workshop: steering ? common.workshop : common.workshopSeen,
		phases: steering ? common.plan : common.phases,
		currentPhase: state.currentPhase,
		timer: state.timer,
		groupTimers: common.groupTimers,
		undo: steering ? common.undo : null,
		removedPhase: steering ? common.removedPhase : null,
		groups: common.groups(steering, group),
		groupsOpen: common.groupsOpen,
		participants: common.participants(steering)(presence),
		documents: withLate(documents, late),
		votes: votesFor(state, documents, ballots, actor.role),
		ratings: ratingsFor(state, documents, ratings, actor.role),
		units: unitsFor(state, person?.organisation, steering),
		messages: steering ? common.messages : common.messages.filter((message) => isFor(message, group)),
		help: steering
			? common.help
			: common.help.filter((call) => call.participant === self || isHeard(state, call, group)),
		topics: state.topics,
		questions: steering ? state.questions : questionsOf(state, self),
		recall: state.recall,
		spotlight: state.spotlight,
		...(steering ? { shown: state.shown } : {}),
		watched: watchedFor(state, actor, watched),
		alarms: steering ? state.alarms : NO_ALARMS,
		progress: steering ? common.progress(progress) : NO_PROGRESS,
	};
}

/** Who sits at one's own device, and whose turn there is over. */
function tableView(state: SessionState, person: ParticipantState): Pick<Snapshot["you"], "people" | "turns"> {
	const { turnsOf } = lookups(state);
	return { people: person.people, turns: everAt(person).flatMap((id) => turnsOf.get(id) ?? []) };
}

const NO_GROUPS: GroupView[] = [];
const NO_QUESTIONS: Snapshot["questions"] = [];

/** A call is heard by the caller's group, unless what they write is not for others just now. */
function isHeard(state: SessionState, call: HelpCall, group: string | undefined): boolean {
	return isFor(call, group, false) && lookups(state).participants.get(call.participant)?.muted !== true;
}

function questionsOf({ questions }: SessionState, self: string | undefined): Snapshot["questions"] {
	const own = questions.filter(({ participant }) => participant === self);
	return own.length === 0 ? NO_QUESTIONS : own;
}

const NO_WATCHED: WatchedView[] = [];

/** What a group is told of those who look into its sheets. Nobody else is told which group is being looked at. */
const watchedFor = (state: SessionState, actor: Actor, watched: Watched): WatchedView[] => {
	if (watched.size === 0 || actor.role === "observer") return NO_WATCHED;
	const known = lookups(state).documents;
	const seen = [...watched.values()].filter(({ id }) => {
		const document = known.get(id);
		if (document?.scope.kind !== "group") return false;
		return steers(actor.role) || !isOutside(state, actor, document);
	});
	return seen.length === 0 ? NO_WATCHED : seen;
};

const NO_ALARMS: Snapshot["alarms"] = [];
const NO_PROGRESS: DocumentProgress[] = [];

/** Whether something belongs to a group; `all` says what holds for things that name none. */
function isFor(thing: { group?: string | undefined }, group: string | undefined, all = true): boolean {
	return thing.group === undefined ? all : thing.group === group;
}

interface CommonParts {
	workshop: Snapshot["workshop"];
	/** As those see it who do not steer. */
	workshopSeen: Snapshot["workshop"];
	phases: PhaseView[];
	plan: PhaseView[];
	groupTimers: Snapshot["groupTimers"];
	undo: Snapshot["undo"];
	removedPhase: Snapshot["removedPhase"];
	groups(steering: boolean, own: string | undefined): GroupView[];
	groupsOpen: boolean;
	messages: Snapshot["messages"];
	help: HelpCall[];
	participants(steering: boolean): (presence: Presence) => ParticipantView[];
	progress(progress: Progress): DocumentProgress[];
	documents(actor: Actor): DocumentView[];
}

const commonParts = memoize((state: SessionState): CommonParts => {
	const { groupNow } = lookups(state);
	const { createdAt: _createdAt, ...workshop } = state.workshop;
	const { series } = workshop;
	const steered = { ...workshop, deleteOn: deleteOn(state), rehearsal: state.rehearsal !== null };
	const grouping = state.groupings.find((candidate) => candidate.id === state.currentGrouping);
	const seen = (person: ParticipantState, presence: Presence): ParticipantView => {
		const { id, name, organisation, simulated } = person;
		const heads = headsOf(person);
		return {
			id,
			name,
			...(organisation === undefined ? {} : { organisation }),
			online: presence.has(id),
			...inGroup(groupNow.get(id)),
			...(state.back.includes(id) ? { back: true } : {}),
			...(simulated ? { simulated } : {}),
			...(heads > 1 ? { people: heads } : {}),
		};
	};
	const present = memoize((presence: Presence) => lookups(state).present.map((person) => seen(person, presence)));
	const everybody = memoize((presence: Presence) =>
		[...lookups(state).participants.values()].map((person) => ({
			...seen(person, presence),
			...(person.muted ? { muted: true as const } : {}),
			...(person.waiting ? { waiting: true as const } : {}),
		})),
	);
	return {
		workshop: steered,
		// Which other workshops belong to the series is nothing for those who only come to this one.
		workshopSeen: series === null ? steered : { ...steered, series: { name: series.name, number: series.number } },
		phases: state.phases.map((phase) => phaseSeen(phase)(workshop.id)),
		plan: state.phases.map((phase) => phasePlanned(phase)(workshop.id)),
		groupTimers: state.groupTimers.filter(({ id }) => grouping?.groups.some((group) => group.id === id)),
		undo: state.undo === null ? null : { phase: state.undo.phase, at: state.undo.at },
		removedPhase: removedPhaseView(state),
		groups: (steering, own) => {
			if (grouping === undefined) return NO_GROUPS;
			return steering ? steeredGroups(grouping)(lookups(state).present) : groupsSeen(grouping)(own);
		},
		groupsOpen: grouping?.open ?? false,
		messages: state.messages,
		help: state.help.map((call) => ({ ...call, ...inGroup(groupNow.get(call.participant)) })),
		participants: (steering) => (steering ? everybody : present),
		// How far a participant's own sheet is stays their own business.
		progress: memoize((progress: Progress) =>
			state.documents
				.filter((document) => document.scope.kind !== "participant")
				.flatMap((document) => progress.get(document.id) ?? []),
		),
		documents: documentsByActor(state),
	};
});

/** The groups as somebody of one of them, or of none, sees them: where others meet is not for them. */
const groupsSeen = memoize((grouping: GroupingState) => {
	const known = new Map<string | undefined, GroupView[]>();
	return (own: string | undefined): GroupView[] => {
		const seen = known.get(own) ?? grouping.groups.map((group) => groupView(group, group.id === own));
		known.set(own, seen);
		return seen;
	};
});

const steeredGroups = memoize((grouping: GroupingState) =>
	memoize((participants: readonly ParticipantState[]): GroupView[] => {
		const expected = expectedNames(grouping, participants);
		return grouping.groups.map((group, index) => {
			const names = expected[index] ?? [];
			return { ...groupView(group, true), ...(names.length > 0 ? { expected: names } : {}) };
		});
	}),
);

function groupView({ id, name, members, conferenceUrl }: GroupState, meets: boolean): GroupView {
	return { id, name, members, ...(meets && conferenceUrl !== "" ? { conferenceUrl } : {}) };
}

/** A phase as everybody sees it: what is offered in it is told when it comes. */
const phaseSeen = ofWorkshop((phase, workshopId) => ({
	...phaseView(phase),
	...(phase.enteredAt === null ? {} : offers(phase, workshopId)),
}));

const phasePlanned = ofWorkshop((phase, workshopId) => ({
	...phaseView(phase),
	...offers(phase, workshopId),
	groupsRule: phase.groupsRule,
	...(phase.grouping === null ? {} : { ownGroups: true as const }),
	...(phase.script === undefined ? {} : { script: phase.script }),
}));

/** A phase belongs to one workshop for as long as it lives, so one view of it is enough. */
function ofWorkshop(build: (phase: PhaseState, workshopId: string) => PhaseView) {
	return memoize((phase: PhaseState) => {
		let built: PhaseView | undefined;
		return (workshopId: string): PhaseView => {
			built ??= build(phase, workshopId);
			return built;
		};
	});
}

function offers(
	{ materials, conferenceUrl }: PhaseState,
	workshopId: string,
): Pick<PhaseView, "materials" | "conferenceUrl"> {
	return {
		...(materials.length > 0 ? { materials: materials.map((material) => materialView(material, workshopId)) } : {}),
		...(conferenceUrl === "" ? {} : { conferenceUrl }),
	};
}

function materialView(material: MaterialState, workshopId: string): Material {
	return "file" in material ? { ...material, url: materialPath(workshopId, material.file.id) } : material;
}

function removedPhaseView({ removedPhase }: SessionState): Snapshot["removedPhase"] {
	if (removedPhase === null) return null;
	const { phase, index } = removedPhase;
	return { id: phase.id, title: phase.title, index };
}

function phaseView(phase: PhaseState): PhaseView {
	return {
		id: phase.id,
		title: phase.title,
		kind: phase.kind,
		minutes: phase.minutes,
		worksheets: [...new Set(phase.sheets.map((sheet) => sheet.worksheet))],
		sheets: phase.sheets,
		assignment: phase.assignment,
		enteredAt: phase.enteredAt,
	};
}

function inGroup(group: string | undefined): { group?: string } {
	return group === undefined ? {} : { group };
}
