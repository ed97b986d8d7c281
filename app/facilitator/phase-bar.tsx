import { useRef } from "react";
import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { ActButton } from "../session/act-button.tsx";
import { Refused } from "../session/refused.tsx";
import { TimerDisplay } from "../session/timer-display.tsx";
import { useAct } from "../session/use-act.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { agendaPosition } from "./agenda-position.ts";
import { TimerControls } from "./timer-controls.tsx";
import { UndoPhase } from "./undo-phase.tsx";

/** Where the room is, how much time it has, and the one button that moves it on. */
export function PhaseBar({ snapshot }: { snapshot: Snapshot }) {
	const { facilitator, session, common } = useMessages();
	const { act, refused } = useAct();
	const title = useRef<HTMLHeadingElement>(null);
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
					<h2 ref={title} tabIndex={-1} className="phase-bar__title" lang={snapshot.workshop.language}>
						{current.title}
					</h2>
				</div>
				<TimerDisplay timer={snapshot.timer} planned={current.minutes} />
			</div>
			<div className="cluster">
				<TimerControls timer={snapshot.timer} planned={current.minutes} act={act} />
			</div>
			<UndoPhase snapshot={snapshot} onUndone={() => title.current?.focus()} />
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
