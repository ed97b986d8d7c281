import { useId } from "react";
import type { GroupView, Snapshot, Timer } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { useAct } from "../session/use-act.ts";
import { agendaPosition } from "./agenda-position.ts";
import { TimerControls } from "./timer-controls.tsx";

/** The time that a group has for itself, where it has one. */
export function OwnTime({ snapshot, group }: { snapshot: Snapshot; group: GroupView }) {
	const { facilitator } = useMessages();
	const { current } = agendaPosition(snapshot);
	const own = ownTimer(snapshot, group);
	if (current === undefined || own === undefined) return null;
	return (
		<div className="group-card__time">
			<span>{facilitator.ownTime}:</span> <TimerDisplay timer={own} planned={current.minutes} />
		</div>
	);
}

/** More time for one group, or a stop, while the others go by the room's. */
export function GroupTime({ snapshot, group }: { snapshot: Snapshot; group: GroupView }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	const id = useId();
	const { current } = agendaPosition(snapshot);
	if (current === undefined) return null;
	const own = ownTimer(snapshot, group);
	return (
		<fieldset className="group-card__clock" aria-labelledby={id}>
			<p id={id}>{facilitator.groupTime({ name: group.name })}</p>
			<div className="cluster">
				<TimerControls timer={own ?? snapshot.timer} planned={current.minutes} group={group.id} act={act} />
				<ActButton
					variant="tertiary"
					resting={own === undefined}
					onClick={() => void act({ type: "timer.follow", group: group.id })}
				>
					{facilitator.followTimer}
				</ActButton>
			</div>
			<Refused code={refused} />
		</fieldset>
	);
}

function ownTimer({ groupTimers }: Snapshot, group: GroupView): Timer | undefined {
	return groupTimers.find(({ id }) => id === group.id)?.timer;
}
