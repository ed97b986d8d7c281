import type { Result } from "../../worksheets/contract/result.ts";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import type { Results } from "../../worksheets/report/results.ts";
import type { Clock } from "../clock.ts";
import type { Sessions } from "../session/sessions.ts";
import { type GatherOptions, gather } from "./gather.ts";

export interface GathererOptions extends Pick<GatherOptions, "read" | "readLate"> {
	sessions: Pick<Sessions, "worksheets" | "groupNames" | "personNames" | "phaseVisits">;
	clock: Clock;
}

/** Reads what a view lists of a workshop, with what only the session knows: names, worksheets, when phases were entered. */
export type Gatherer = (
	workshopId: string,
	snapshot: Snapshot,
	only?: Pick<GatherOptions, "wanted" | "overview">,
) => Promise<Result<Results>>;

export function createGatherer({ sessions, read, readLate, clock }: GathererOptions): Gatherer {
	return async (workshopId, snapshot, only = {}) => {
		const names = await sessions.groupNames(workshopId);
		return await gather({
			snapshot,
			worksheets: await sessions.worksheets(workshopId),
			groupName: (id) => names.get(id),
			people: await sessions.personNames(workshopId),
			visits: await sessions.phaseVisits(workshopId),
			read,
			readLate,
			now: clock.now(),
			...only,
		});
	};
}
