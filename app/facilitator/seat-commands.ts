import type { Command } from "../../worksheets/contract/commands.ts";
import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { ListedSeat, SeatList } from "./seat-list.ts";

type Seats = Extract<Command, { type: "groups.seat" }>["seats"];

/** Room for the rest of a command beside its seats, in bytes. */
const ENVELOPE_BYTES = 512;

/** New groups as a list has them, with everybody in their seat: a long list in parts, as a command has its bounds. */
export function seatCommands({ seats, groups }: SeatList, target: { phase?: string }): Command[] {
	const create: Command = { type: "groups.create", count: groups.length, names: groups, ...target };
	return [create, ...parts(seats).map((part): Command => ({ type: "groups.seat", seats: part, ...target }))];
}

function parts(listed: readonly ListedSeat[]): Seats[] {
	const found: Seats[] = [];
	let left = 0;
	for (const { name, organisation, group } of listed) {
		const seat = { name, ...(organisation === undefined ? {} : { organisation }), group };
		const bytes = new TextEncoder().encode(JSON.stringify(seat)).length + 1;
		const last = found.at(-1);
		if (last === undefined || bytes > left) {
			found.push([seat]);
			left = LIMITS.commandBytes - ENVELOPE_BYTES - bytes;
		} else {
			last.push(seat);
			left -= bytes;
		}
	}
	return found;
}
