import type { Snapshot } from "../../../worksheets/contract/snapshot.ts";
import type { Worksheets } from "../../session/phase-sheets-view.tsx";

/** What every view of the plenary's page gets. Observers look at all of them and steer none. */
export interface PlenaryTabProps {
	snapshot: Snapshot;
	worksheets: Worksheets;
}
