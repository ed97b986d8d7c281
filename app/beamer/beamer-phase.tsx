import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { nextStart } from "../session/agenda-times.ts";
import { useServerNow } from "../session/session-provider.tsx";
import { BeamerVotes } from "./beamer-votes.tsx";

/** One phase: its name, what is to be done, in a break when it goes on, and what was voted. */
export function BeamerPhase({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	return (
		<>
			<h1 lang={snapshot.workshop.language}>{phase.title}</h1>
			{phase.kind === "break" && <BreakEnd snapshot={snapshot} phase={phase} />}
			<p className="beamer__assignment" lang={snapshot.workshop.language}>
				{phase.assignment}
			</p>
			<BeamerVotes snapshot={snapshot} phase={phase} />
		</>
	);
}

function BreakEnd({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { session } = useMessages();
	const format = useFormat();
	const now = useServerNow(10_000);
	const time = nextStart(snapshot, phase, now);
	return (
		<p className="beamer__break">
			{time === null ? session.breakNoTime : session.breakUntil({ time: format.time(time) })}
		</p>
	);
}
