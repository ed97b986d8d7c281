import type { Command } from "../../worksheets/contract/commands.ts";
import { groupLetter } from "../../worksheets/contract/group-letter.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { dealByOrganisation, dealRandomly } from "./deal.ts";
import { dealAnew } from "./deal-anew.ts";
import {
	dealsAnew,
	dropUnused,
	groupingOf,
	groupPhaseAhead,
	namedGrouping,
	replaceGrouping,
	seated,
} from "./grouping-of.ts";
import { lookups } from "./lookups.ts";
import type { GroupingState, ParticipantState, PhaseState, SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

type Named<Type extends Command["type"]> = Extract<Command, { type: Type }>;

/**
 * Makes a new grouping for a phase; later phases without one of their own follow it. Earlier groupings stay with
 * their members and texts. Without `phase` it is in force at once, else when its phase is entered.
 */
export function createGroups(state: SessionState, command: Named<"groups.create">, context: Context): Decision {
	const target =
		command.phase === undefined ? groupPhaseAhead(state) : state.phases.find((phase) => phase.id === command.phase);
	if (target === undefined) return refusal("not-found", "phase");
	const formerId = groupingOf(state, target.id) ?? state.currentGrouping;
	const former = state.groupings.find((candidate) => candidate.id === formerId);
	const grouping: GroupingState = {
		id: context.newId(),
		groups: Array.from({ length: command.count }, (_, index) => ({
			id: context.newId(),
			// A table's name and a room's address are still there when other people sit in it.
			name: command.names?.[index] || (former?.groups[index]?.name ?? groupName(state.workshop.language, index)),
			members: [],
			conferenceUrl: former?.groups[index]?.conferenceUrl ?? "",
		})),
		open: false,
		assigned: false,
		seats: [],
	};
	const inForce = command.phase === undefined || command.phase === state.currentPhase;
	return step(
		dropUnused({
			...state,
			groupings: [...state.groupings, grouping],
			phases: state.phases.map((phase) => (phase.id === target.id ? { ...phase, grouping: grouping.id } : phase)),
			currentGrouping: inForce ? grouping.id : state.currentGrouping,
		}),
		{ type: "grouping-created", grouping: grouping.id, phase: target.id },
	);
}

/** Places everyone who has joined, online or not; `self` opens the choice and leaves whoever sits where they sit. */
export function assignGroups(state: SessionState, command: Named<"groups.assign">, context: Context): Decision {
	if (command.phase !== undefined && !state.phases.some((phase) => phase.id === command.phase)) {
		return refusal("not-found", "phase");
	}
	const grouping = namedGrouping(state, command.phase);
	if (grouping === undefined) return refusal("wrong-state", "there are no groups yet");
	const people = lookups(state).present;
	return step(replaceGrouping(state, assigned(grouping, command.strategy, people, state.groupings, context)), {
		type: "grouping-assigned",
		grouping: grouping.id,
	});
}

function assigned(
	grouping: GroupingState,
	strategy: Named<"groups.assign">["strategy"],
	participants: readonly ParticipantState[],
	groupings: readonly GroupingState[],
	{ random }: Context,
): GroupingState {
	// Whoever draws anew has let go of the list.
	const placed = { ...grouping, open: false, assigned: true, seats: [] };
	switch (strategy) {
		case "random":
			return { ...placed, groups: dealRandomly(grouping.groups, participants, random) };
		case "even-by-organisation":
			return { ...placed, groups: dealByOrganisation(grouping.groups, participants, random) };
		case "remix": {
			const earlier = groupings.filter((other) => other.id !== grouping.id).map((other) => other.groups);
			return { ...placed, groups: dealAnew(grouping.groups, participants, earlier, random) };
		}
		case "self":
			return { ...placed, open: true };
	}
}

/**
 * Lets a phase go on with the groups of the nearest phase before it that has some. Groups made for it that nobody wrote
 * in are gone then; where they were in force already, those of the phase the room is in are again.
 */
export function keepGroups(state: SessionState, id: string): Decision {
	const phase = state.phases.find((candidate) => candidate.id === id);
	if (phase === undefined) return refusal("not-found", "phase");
	const kept: PhaseState = { ...phase, groupsRule: "keep", grouping: null };
	const next = { ...state, phases: state.phases.map((other) => (other === phase ? kept : other)) };
	const former = groupingOf(next, id);
	if (former === null) return refusal("wrong-state", "no phase before has groups");
	if (dealsAnew(state, next)) return refusal("wrong-state", "a phase the room was in would get other groups");
	const wasInForce = phase.grouping !== null && phase.grouping === state.currentGrouping;
	const currentGrouping = wasInForce ? (groupingOf(next, state.currentPhase) ?? former) : state.currentGrouping;
	return step(dropUnused({ ...next, currentGrouping }), { type: "grouping-kept", phase: id });
}

/** Renames a group or sets where it meets; its letter, shape and colour stay those of its place. */
export function setGroup(state: SessionState, { group: id, name, conferenceUrl }: Named<"groups.set">): Decision {
	const known = lookups(state).groups.get(id);
	if (known === undefined) return refusal("not-found", "group");
	const { group, grouping } = known;
	const changed = { ...group, name: name ?? group.name, conferenceUrl: conferenceUrl ?? group.conferenceUrl };
	const groups = grouping.groups.map((other) => (other === group ? changed : other));
	return step(replaceGrouping(state, { ...grouping, groups }), { type: "group-set", group: id });
}

/** Puts a participant into a group of whichever grouping has it, or out of the grouping in force. */
export function moveParticipant(state: SessionState, { participant, group }: Named<"groups.move">): Decision {
	const person = lookups(state).participants.get(participant);
	if (person === undefined) return refusal("not-found", "participant");
	if (person.waiting) return refusal("wrong-state", "not let in yet");
	const grouping =
		group === null
			? state.groupings.find((candidate) => candidate.id === state.currentGrouping)
			: lookups(state).groups.get(group)?.grouping;
	if (grouping === undefined) {
		return group === null ? refusal("wrong-state", "there are no groups yet") : refusal("not-found", "group");
	}
	return step(replaceGrouping(state, seated(grouping, participant, group)), {
		type: "participant-moved",
		participant,
		group,
	});
}

/** A participant chooses their own group, where the choice is open. */
export function joinGroup(state: SessionState, group: string, participant: string): Decision {
	const grouping = lookups(state).groups.get(group)?.grouping;
	if (grouping === undefined) return refusal("not-found", "group");
	if (!grouping.open) return refusal("wrong-state", "the choice of groups is not open");
	return step(replaceGrouping(state, seated(grouping, participant, group)), {
		type: "participant-moved",
		participant,
		group,
	});
}

const GROUP_WORD: Record<Language, string> = { de: "Gruppe", en: "Group" };

/** „Gruppe A“ to „Gruppe Z“, then „Gruppe AA“. */
function groupName(language: Language, index: number): string {
	return `${GROUP_WORD[language]} ${groupLetter(index)}`;
}
