import type { GroupView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { useAct } from "../session/use-act.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { agendaPosition } from "./agenda-position.ts";
import { TimerControls } from "./timer-controls.tsx";

/** A group's own time: more of it, or a stop, while the others go by the room's. */
export function GroupTime({ snapshot, group }: { snapshot: Snapshot; group: GroupView }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	const { current } = agendaPosition(snapshot);
	if (current === undefined) return null;
	const own = snapshot.groupTimers.find(({ id }) => id === group.id)?.timer;
	const timer = own ?? snapshot.timer;
	return (
		<>
			{own !== undefined && (
				<div className="group-card__time">
					<span>{facilitator.ownTime}:</span> <TimerDisplay timer={own} planned={current.minutes} />
				</div>
			)}
			<Disclosure summary={facilitator.groupTime({ name: group.name })}>
				<div className="cluster">
					<TimerControls timer={timer} planned={current.minutes} group={group.id} act={act} />
					<ActButton
						variant="tertiary"
						resting={own === undefined}
						onClick={() => void act({ type: "timer.follow", group: group.id })}
					>
						{facilitator.followTimer}
					</ActButton>
				</div>
				<Refused code={refused} />
			</Disclosure>
		</>
	);
}
