import type { Command } from "../../worksheets/contract/commands.ts";
import type { Language } from "../../worksheets/contract/languages.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { dealByOrganisation, dealRandomly } from "./deal.ts";
import { dropUnused, groupingOf, groupPhaseAhead } from "./grouping-of.ts";
import { lookups } from "./lookups.ts";
import type { GroupingState, GroupState, SessionState } from "./state.ts";
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
	const grouping: GroupingState = {
		id: context.newId(),
		groups: Array.from({ length: command.count }, (_, index) => ({
			id: context.newId(),
			name: groupName(state.workshop.language, index),
			members: [],
		})),
		open: false,
		assigned: false,
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
	const id = command.phase === undefined ? state.currentGrouping : groupingOf(state, command.phase);
	const grouping = state.groupings.find((candidate) => candidate.id === id);
	if (grouping === undefined) return refusal("wrong-state", "there are no groups yet");
	return step(replaceGrouping(state, assigned(grouping, command.strategy, state, context)), {
		type: "grouping-assigned",
		grouping: grouping.id,
	});
}

function assigned(
	grouping: GroupingState,
	strategy: Named<"groups.assign">["strategy"],
	{ participants }: SessionState,
	{ random }: Context,
): GroupingState {
	switch (strategy) {
		case "random":
			return { ...grouping, open: false, assigned: true, groups: dealRandomly(grouping.groups, participants, random) };
		case "even-by-organisation":
			return {
				...grouping,
				open: false,
				assigned: true,
				groups: dealByOrganisation(grouping.groups, participants, random),
			};
		case "self":
			return { ...grouping, open: true, assigned: true };
	}
}

/** Puts a participant into a group of whichever grouping has it, or out of the grouping in force. */
export function moveParticipant(state: SessionState, { participant, group }: Named<"groups.move">): Decision {
	if (!lookups(state).participants.has(participant)) return refusal("not-found", "participant");
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

/**
 * A seat for somebody who comes late: in the smallest group (the first of equals) of the grouping in force and of
 * those prepared for later phases, where everybody else has been placed already.
 */
export function seatLatecomer(state: SessionState, participant: string): SessionState {
	const current = state.phases.findIndex((phase) => phase.id === state.currentPhase);
	const ahead = new Set(state.phases.slice(current + 1).map((phase) => phase.grouping));
	return {
		...state,
		groupings: state.groupings.map((grouping) => {
			const concerned = grouping.id === state.currentGrouping || ahead.has(grouping.id);
			const [first, ...others] = grouping.groups;
			if (!concerned || !grouping.assigned || grouping.open || first === undefined) return grouping;
			const smallest = others.reduce(
				(least: GroupState, group) => (group.members.length < least.members.length ? group : least),
				first,
			);
			return seated(grouping, participant, smallest.id);
		}),
	};
}

function seated(grouping: GroupingState, participant: string, group: string | null): GroupingState {
	return {
		...grouping,
		groups: grouping.groups.map((candidate) => {
			const here = candidate.members.includes(participant);
			if (candidate.id === group)
				return here ? candidate : { ...candidate, members: [...candidate.members, participant] };
			return here ? { ...candidate, members: candidate.members.filter((member) => member !== participant) } : candidate;
		}),
	};
}

function replaceGrouping(state: SessionState, grouping: GroupingState): SessionState {
	return {
		...state,
		groupings: state.groupings.map((candidate) => (candidate.id === grouping.id ? grouping : candidate)),
	};
}

const GROUP_WORD: Record<Language, string> = { de: "Gruppe", en: "Group" };

/** „Gruppe A“ to „Gruppe Z“, then „Gruppe AA“. */
function groupName(language: Language, index: number): string {
	const letter = String.fromCharCode(65 + (index % 26));
	const prefix = index < 26 ? "" : String.fromCharCode(64 + Math.floor(index / 26));
	return `${GROUP_WORD[language]} ${prefix}${letter}`;
}
