import type { Snapshot, Timer } from "../../worksheets/contract/snapshot.ts";
import { ownGroup } from "./phase-sheets.ts";

/** The time that one goes by: one's group's own, where it has one, else the room's. */
export function ownTimer(snapshot: Snapshot): Timer {
	const group = ownGroup(snapshot);
	return snapshot.groupTimers.find(({ id }) => id === group?.id)?.timer ?? snapshot.timer;
}
