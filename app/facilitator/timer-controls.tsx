import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { Timer } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import type { Acting } from "../session/use-act.ts";

const MINUTE = 60_000;
const STEPS = [-1, 1, 5];

interface TimerControlsProps {
	timer: Timer;
	/** Minutes of the phase. */
	planned: number;
	/** Whose time it is; the room's without. */
	group?: string | undefined;
	act: Acting["act"];
}

/** Start, stop, a minute less, one more, five more. */
export function TimerControls({ timer, planned, group, act }: TimerControlsProps) {
	const { facilitator } = useMessages();
	return (
		<>
			{timer.state === "running" ? (
				<ActButton icon="pause" onClick={() => void act({ type: "timer.pause", group })}>
					{facilitator.pauseTimer}
				</ActButton>
			) : (
				<ActButton icon="play" onClick={() => void act({ type: "timer.start", group })}>
					{timer.state === "paused"
						? facilitator.resumeTimer
						: facilitator.startTimerWith({ minutes: Math.min(planned, LIMITS.phaseMinutes) })}
				</ActButton>
			)}
			{timer.state !== "idle" &&
				STEPS.map((minutes) => (
					<ActButton key={minutes} onClick={() => void act({ type: "timer.extend", ms: minutes * MINUTE, group })}>
						{minutes < 0 ? facilitator.lessTime({ minutes: -minutes }) : facilitator.moreTime({ minutes })}
					</ActButton>
				))}
		</>
	);
}
