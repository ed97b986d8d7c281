import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import { refusal } from "../../worksheets/contract/result.ts";
import { memoize } from "../../worksheets/memoize.ts";
import { namedGrouping, replaceGrouping, seated } from "./grouping-of.ts";
import { createGroups } from "./groupings.ts";
import { headsIn } from "./heads.ts";
import { lookups } from "./lookups.ts";
import type { GroupingState, ParticipantState, SeatState, SessionState } from "./state.ts";
import { type Context, type Decision, step } from "./step.ts";

type Person = Pick<ParticipantState, "id" | "name" | "organisation">;
type SeatPeople = Extract<Command, { type: "groups.seat" }>;

/**
 * Keeps places by name and moves whoever of them is there already. The list adds to what it held before; somebody who
 * is named again sits where they were named last. Where there are no groups, as many are made as the list speaks of.
 */
export function seatPeople(state: SessionState, command: SeatPeople, context: Context): Decision {
	if (command.phase !== undefined && !state.phases.some((phase) => phase.id === command.phase)) {
		return refusal("not-found", "phase");
	}
	const count = Math.max(...command.seats.map((seat) => seat.group)) + 1;
	const made = madeFor(state, command.phase, count, context);
	if (!made.ok) return made;
	const grouping = namedGrouping(made.state, command.phase);
	if (grouping === undefined) return refusal("wrong-state", "there are no groups yet");
	if (count > grouping.groups.length) {
		return refusal("invalid", `seats: there are only ${grouping.groups.length} groups`);
	}
	const added = new Map(command.seats.map((seat) => [keyOf(seat), seat]));
	const seats = [...grouping.seats.filter((seat) => !added.has(keyOf(seat))), ...added.values()];
	if (seats.length > LIMITS.participants) return refusal("invalid", `seats: at most ${LIMITS.participants}`);
	const listed: GroupingState = { ...grouping, open: false, assigned: true, seats };
	const fresh = new Set(added.values());
	const placed = lookups(state).present.reduce((placing, person) => {
		const seat = seatOf(seats, person);
		return seat !== undefined && fresh.has(seat) ? takeSeat(placing, person, seat) : placing;
	}, listed);
	return step(replaceGrouping(made.state, placed), ...made.facts, { type: "grouping-assigned", grouping: grouping.id });
}

function madeFor(state: SessionState, phase: string | undefined, count: number, context: Context): Decision {
	if (namedGrouping(state, phase) !== undefined) return step(state);
	return createGroups(state, { type: "groups.create", count, ...(phase === undefined ? {} : { phase }) }, context);
}

/**
 * A place for somebody who has just joined, in the grouping in force and in those prepared for later phases: the one
 * that the list keeps for them. Who is not on it sits, while the session runs and everybody else has been placed, in
 * the smallest group (the first of equals), unless latecomers are to wait.
 */
export function seatNewcomer(state: SessionState, person: Person): SessionState {
	const current = state.phases.findIndex((phase) => phase.id === state.currentPhase);
	const ahead = new Set(state.phases.slice(current + 1).map((phase) => phase.grouping));
	// A phase that was taken out may come back, and then its groups are those of everybody.
	ahead.add(state.removedPhase?.phase.grouping ?? null);
	const late = state.workshop.status === "running" && state.workshop.latecomers === "smallest";
	return {
		...state,
		groupings: state.groupings.map((grouping) => {
			if (grouping.id !== state.currentGrouping && !ahead.has(grouping.id)) return grouping;
			const seat = seatOf(grouping.seats, person);
			if (seat !== undefined) return takeSeat(grouping, person, seat);
			const isPlaced = late && grouping.assigned && !grouping.open;
			return isPlaced ? seated(grouping, person.id, smallest(state, grouping)) : grouping;
		}),
	};
}

/** Names on the list by group, in its order, that nobody who has joined answers to. */
export function expectedNames({ groups, seats }: GroupingState, participants: readonly ParticipantState[]): string[][] {
	const taken = new Set(participants.map((person) => seatOf(seats, person)));
	const waiting = seats.filter((seat) => !taken.has(seat));
	return groups.map((_, index) => waiting.filter((seat) => seat.group === index).map((seat) => seat.name));
}

/**
 * The place kept for a person: by name and organisation, else by the name alone where the list or the person leaves
 * the organisation out.
 */
function seatOf(seats: readonly SeatState[], person: Omit<Person, "id">): SeatState | undefined {
	const namesakes = seatsByName(seats).get(plain(person.name)) ?? [];
	const exact = namesakes.find((seat) => same(seat.organisation ?? "", person.organisation ?? ""));
	if (exact !== undefined) return exact;
	const open = namesakes.find((seat) => seat.organisation === undefined);
	if (open !== undefined) return open;
	return person.organisation === undefined && namesakes.length === 1 ? namesakes[0] : undefined;
}

const seatsByName = memoize((seats: readonly SeatState[]): ReadonlyMap<string, readonly SeatState[]> => {
	const byName = new Map<string, SeatState[]>();
	for (const seat of seats) byName.set(plain(seat.name), [...(byName.get(plain(seat.name)) ?? []), seat]);
	return byName;
});

function takeSeat(grouping: GroupingState, person: Person, seat: SeatState): GroupingState {
	const group = grouping.groups[seat.group];
	return group === undefined ? grouping : seated(grouping, person.id, group.id);
}

/** The group in which the fewest people sit, and not the fewest devices. */
function smallest(state: SessionState, { groups }: GroupingState): string | null {
	const { participants } = lookups(state);
	const sizes = groups.map(({ members }) => headsIn(members.flatMap((id) => participants.get(id) ?? [])));
	return groups[sizes.indexOf(Math.min(...sizes))]?.id ?? null;
}

function keyOf({ name, organisation }: Omit<SeatState, "group">): string {
	return JSON.stringify([plain(name), plain(organisation ?? "")]);
}

function same(one: string, other: string): boolean {
	return plain(one) === plain(other);
}

function plain(words: string): string {
	return words.trim().toLowerCase();
}
