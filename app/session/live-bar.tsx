import type { Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useMessages } from "../i18n/provider.tsx";
import { Badge } from "../ui/badge.tsx";
import { ownTimer } from "./own-timer.ts";
import { type Stage, sameStage, stageOf } from "./stage.ts";
import { TimerDisplay } from "./timer-display.tsx";

/** The line at the top: which workshop, which phase, how much time. It stays in sight while one scrolls. */
export function LiveBar({ snapshot, stage }: { snapshot: Snapshot; stage: Stage }) {
	const { session, common } = useMessages();
	const index = stage.kind === "phase" ? snapshot.phases.findIndex((phase) => phase.id === stage.phase) : -1;
	const phase = snapshot.phases[index];
	// A view that is kept while the room moves on has no time of its own any more.
	const current = sameStage(stage, stageOf(snapshot));
	return (
		<header className="live-bar">
			<p className="live-bar__workshop" lang={snapshot.workshop.language}>
				{snapshot.workshop.title}
			</p>
			{snapshot.workshop.rehearsal && <Badge kind="warning">{session.rehearsal}</Badge>}
			{phase !== undefined && (
				<p className="live-bar__phase">
					{session.phaseNumber({ number: index + 1, count: snapshot.phases.length })}
					<span className="live-bar__kind">: {common.phaseKind[phase.kind]}</span>
				</p>
			)}
			{phase !== undefined && current && <TimerDisplay timer={ownTimer(snapshot)} planned={phase.minutes} />}
		</header>
	);
}
