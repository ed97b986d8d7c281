import type { PhaseView, Snapshot } from "../../worksheets/contract/snapshot.ts";
import { useFormat } from "../i18n/format.ts";
import { useMessages } from "../i18n/provider.tsx";
import { nextStart } from "../session/agenda-times.ts";
import { useServerNow } from "../session/session-provider.tsx";
import { classNames } from "../ui/class-names.ts";
import { BeamerVotes } from "./beamer-votes.tsx";

/** From so many letters on it would not fit below the title in large type. */
const LONG_ASSIGNMENT = 180;

/** One phase: its name, what is to be done, in a break when it goes on, and what was voted. */
export function BeamerPhase({ snapshot, phase }: { snapshot: Snapshot; phase: PhaseView }) {
	const { language } = snapshot.workshop;
	const isLong = phase.assignment.length > LONG_ASSIGNMENT;
	return (
		<>
			<h1 lang={language}>{phase.title}</h1>
			{phase.kind === "break" && <BreakEnd snapshot={snapshot} phase={phase} />}
			<p className={classNames("beamer__assignment", isLong && "beamer__assignment--long")} lang={language}>
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
