import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";

/** How many have said that they are back from the break, of how many who take part. */
export function backCount({ participants }: Pick<Snapshot, "participants">): { back: number; all: number } {
	return { back: participants.filter(({ back }) => back === true).length, all: participants.length };
}
