import { LIMITS } from "../../worksheets/contract/limits.ts";
import type { Snapshot, Timer } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { useAct } from "../session/use-act.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { agendaPosition } from "./agenda-position.ts";

const MINUTE = 60_000;
const STEPS = [-1, 1, 5];

/** Where the room is, how much time it has, and the one button that moves it on. */
export function PhaseBar({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, session, common } = useMessages();
	const { act, refused } = useAct();
	const { index, current, previous, next } = agendaPosition(snapshot);
	if (current === undefined) return null;
	return (
		<section className="phase-bar" aria-label={facilitator.phaseBar}>
			<div className="phase-bar__head">
				<div>
					<p className="muted">
						{session.phaseNumber({ number: index + 1, count: snapshot.phases.length })}:{" "}
						{common.phaseKind[current.kind]}
					</p>
					<h2 className="phase-bar__title" lang={snapshot.workshop.language}>
						{current.title}
					</h2>
				</div>
				<TimerDisplay timer={snapshot.timer} planned={current.minutes} />
			</div>
			<TimerControls timer={snapshot.timer} planned={current.minutes} />
			<div className="phase-bar__move">
				{previous !== undefined && (
					<ActButton
						variant="tertiary"
						icon="chevron-left"
						onClick={() => void act({ type: "phase.go", phase: previous.id })}
					>
						{facilitator.backToPhase({ title: previous.title })}
					</ActButton>
				)}
				{next === undefined ? (
					<p>{facilitator.lastPhase}</p>
				) : (
					<div className="phase-bar__next">
						<ActButton
							variant="primary"
							onClick={() => void act({ type: "phase.go", phase: next.id }, { type: "timer.start" })}
						>
							{facilitator.nextPhase}
						</ActButton>
						<p className="muted">{facilitator.nextPhaseIs({ title: next.title })}</p>
					</div>
				)}
			</div>
			<Refused code={refused} />
			<p className="phase-bar__assignment">
				<strong>{session.assignment}:</strong> {current.assignment}
			</p>
			{current.script !== undefined && (
				<Disclosure summary={facilitator.script}>
					<p>{current.script}</p>
				</Disclosure>
			)}
		</section>
	);
}

function TimerControls({ timer, planned }: { timer: Timer; planned: number }) {
	const { facilitator } = useMessages();
	const { act, refused } = useAct();
	return (
		<>
			<div className="cluster">
				{timer.state === "running" ? (
					<ActButton icon="pause" onClick={() => void act({ type: "timer.pause" })}>
						{facilitator.pauseTimer}
					</ActButton>
				) : (
					<ActButton icon="play" onClick={() => void act({ type: "timer.start" })}>
						{timer.state === "paused"
							? facilitator.resumeTimer
							: facilitator.startTimerWith({ minutes: Math.min(planned, LIMITS.phaseMinutes) })}
					</ActButton>
				)}
				{timer.state !== "idle" &&
					STEPS.map((minutes) => (
						<ActButton key={minutes} onClick={() => void act({ type: "timer.extend", ms: minutes * MINUTE })}>
							{minutes < 0 ? facilitator.lessTime({ minutes: -minutes }) : facilitator.moreTime({ minutes })}
						</ActButton>
					))}
			</div>
			<Refused code={refused} />
		</>
	);
}
