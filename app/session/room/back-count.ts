import { headCount } from "../../../worksheets/contract/head-count.ts";
import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";

/** How many have said that they are back from the break, of how many who take part. */
export function backCount({ participants }: Pick<Snapshot, "participants">): { back: number; all: number } {
	return { back: headCount(participants.filter(({ back }) => back === true)), all: headCount(participants) };
}
