import { lazy } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { FetchedPart } from "./fetched-part.tsx";

const GroupChoice = lazy(() => import("./group-choice.tsx").then(({ GroupChoice }) => ({ default: GroupChoice })));

/** The choice of groups while it is open, which in most workshops it never is. */
export function OpenChoice({ snapshot }: { snapshot: Snapshot }) {
	return (
		snapshot.groupsOpen && (
			<FetchedPart>
				<GroupChoice snapshot={snapshot} />
			</FetchedPart>
		)
	);
}
