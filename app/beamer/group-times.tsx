import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { GroupBadge } from "../ui/group-badge.tsx";

/** Groups that have a time of their own: the large one above is not theirs. */
export function GroupTimes({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView | undefined }) {
	const { projector: beamer } = useMessages().facilitator;
	if (phase === undefined || snapshot.groupTimers.length === 0) return null;
	return (
		<ul className="beamer__times" aria-label={beamer.groupTimes}>
			{snapshot.groups.map((group, index) => {
				const own = snapshot.groupTimers.find(({ id }) => id === group.id);
				if (own === undefined) return null;
				return (
					<li key={group.id}>
						<GroupBadge index={index} name={group.name} />
						<TimerDisplay timer={own.timer} planned={phase.minutes} />
					</li>
				);
			})}
		</ul>
	);
}
